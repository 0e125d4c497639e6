import { createCipheriv, createDecipheriv, createHmac, type KeyObject, randomBytes } from 'node:crypto'

/** What a bureau replaces to use SM4 and SM3 (GM/T) instead of AES and SHA-2. Keys have 32 bytes and are made ready once. */
export type Cipher = {
  /** Authenticated encryption; `place` is bound in, so that a value moved elsewhere does not open. */
  seal(key: KeyObject, plain: Buffer, place: string): Buffer
  open(key: KeyObject, sealed: Buffer, place: string): Buffer
  /** A keyed digest of 32 bytes. */
  mac(key: KeyObject, ...parts: readonly (string | Buffer)[]): Buffer
}

const NONCE = 12
const TAG = 16

export const aesGcm: Cipher = {
  seal(key, plain, place) {
    const nonce = randomBytes(NONCE)
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place))
    return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  },
  open(key, sealed, place) {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE))
      .setAAD(Buffer.from(place))
      .setAuthTag(sealed.subarray(sealed.length - TAG))
    return Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()])
  },
  mac(key, ...parts) {
    const hmac = createHmac('sha256', key)
    for (const part of parts) hmac.update(part)
    return hmac.digest()
  },
}
