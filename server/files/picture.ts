import sharp from 'sharp'

import type { FileType } from '#domain/attachment'
import { invalid } from '#domain/refusal'

/** The largest sensor of a telephone that is sold has 108 million points. */
const MAX_PIXELS = 110_000_000
const MAX_SIDE = 3000
const UNREADABLE = '这张图片打不开，可能已损坏。请重新拍一张或截屏再传'

// Pictures of people are not kept in memory.
sharp.cache(false)

/**
 * Turned upright, stripped of place and camera, not larger than a page needs. Nothing but points is carried over,
 * so whatever else was in the file is gone.
 */
export async function cleanPicture(
  bytes: Uint8Array,
  type: string,
): Promise<{ type: FileType; bytes: Buffer }> {
  await refuseHuge(bytes)
  const upright = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    .autoOrient()
    .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true })
  const keepsPoints = type === 'image/png'
  const written = keepsPoints
    ? upright.png({ compressionLevel: 8 })
    : upright.flatten({ background: 'white' }).jpeg({ quality: 84 })
  const clean = await written.toBuffer().catch(() => {
    throw invalid({ file: UNREADABLE })
  })
  return { type: keepsPoints ? 'image/png' : 'image/jpeg', bytes: clean }
}

/** A few bytes can claim to be a picture that fills the memory: the claim is read before anything is unpacked. */
async function refuseHuge(bytes: Uint8Array): Promise<void> {
  const { width, height } = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw invalid({ file: UNREADABLE })
    })
  if (width * height > MAX_PIXELS)
    throw invalid({ file: `这张图片有 ${width} × ${height} 点，太大了。请缩小或截屏后再传` })
}
