/** What we ask of the platform. Behind it stands the real one, the demo, or nothing that is configured. */
export type Wechat = {
  /** The person behind a code of `wx.login`. @throws Refusal `invalid`, `too_many`, `unavailable` */
  openIdOf(code: string): Promise<string>
  /** The mobile number behind a code of the telephone button (WX-3). @throws Refusal as above */
  phoneOf(code: string): Promise<string>
  checkText(text: string, openId: string | null): Promise<'passed' | 'held'>
}
