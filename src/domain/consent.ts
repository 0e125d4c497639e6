import { KIND_NAME, type Kind } from './kind.ts'

export type Receiver = { name: string; phone: string | null }

/** Who receives what, how to reach them and why is said, and agreed to by itself: 个人信息保护法第二十三条 (PI-6). */
export const consentTo = ({ name, phone }: Receiver, kind: Kind): string =>
  `已告诉当事人：由${name}（电话${phone ? ` ${phone}` : '可以拨 12348 问到'}）接手，为了办理“${KIND_NAME[kind]}”，` +
  '转去说过的情况、称呼和联系电话；当事人单独同意（个人信息保护法第二十三条）'
