import type { BodyInput } from '#contract/endpoint'
import {
  accessLog,
  bindPhone,
  cancelMe,
  correctMe,
  endSession,
  exportMe,
  listSessions,
  me,
  sendCode,
  signIn,
  signOut,
} from '#contract/session'
import { call } from '#services/call'
import { deviceName } from '#services/device'
import { dropToken, keepToken } from '#services/token'
import { wechatCode } from '#services/wechat'

type Entry = BodyInput<typeof signIn>
type Correction = BodyInput<typeof correctMe>

export const askForCode = (phone: string) => call(sendCode, { body: { phone } })

async function enter(body: Entry) {
  const { token, account } = await call(signIn, { body: { ...body, device: deviceName() } })
  keepToken(token)
  return account
}

type Proof = { phone: string; code: string; otp?: string; confirm?: string; newOwner?: boolean }

/** `otp` is the second factor of staff, `confirm` the name or case number behind a long silent number. */
export const enterByPhone = ({ phone, code, otp, confirm, newOwner }: Proof) =>
  enter({ phone, code, ...(otp && { otp }), ...(confirm && { confirm }), ...(newOwner && { newOwner }) })

export const enterByWechat = async () => enter({ wechatCode: await wechatCode() })

/** The session ends here even when the server cannot be told now. */
export const leave = () =>
  call(signOut, {})
    .catch(() => undefined)
    .then(dropToken)

export const readMe = () => call(me, {})
export const correct = (body: Correction) => call(correctMe, { body })
export const bindWechatPhone = (wechatPhoneCode: string) => call(bindPhone, { body: { wechatPhoneCode } })
export const readSessions = () => call(listSessions, {})
export const revokeSession = (id: string) => call(endSession, { params: { id } })
export const readAccessLog = (cursor?: string) => call(accessLog, { query: cursor ? { cursor } : {} })
export const readCopy = () => call(exportMe, {})

/** The account is gone with the answer, and so is the session. */
export async function cancelAccount() {
  const answer = await call(cancelMe, {})
  dropToken()
  return answer
}
