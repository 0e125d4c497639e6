/** A message for which the person has given permission beforehand (WX-4). */
export type SubscribeMessage = {
  openId: string
  templateId: string
  /** Which page it opens. */
  page: string
  /** Field of the template → what it says. */
  fields: Readonly<Record<string, string>>
}

/** What we ask of the platform. Behind it stands the real one, the demo, or nothing that is configured. */
export type Wechat = {
  /** The person behind a code of `wx.login`. @throws Refusal `invalid`, `too_many`, `unavailable` */
  openIdOf(code: string): Promise<string>
  /** The mobile number behind a code of the telephone button (WX-3). @throws Refusal as above */
  phoneOf(code: string): Promise<string>
  /** Gives the platform's errcode, 0 when it has taken the message. @throws Refusal `unavailable` */
  sendMessage(message: SubscribeMessage): Promise<number>
  checkText(text: string, openId: string | null): Promise<'passed' | 'held'>
}
