export type Options = Record<string, unknown>

/** What the person or the phone answers to one call of `wx`; throw to refuse, with WeChat's words. */
export type Answers = Record<string, (options: Options) => Options | Promise<Options>>

const accept = (ids: unknown): Options => Object.fromEntries((ids as string[]).map((id) => [id, 'accept']))

const nothing = (): Options => ({})

export const PICTURE = 'wxfile://tmp/picture.png'

const picture = { tempFilePath: PICTURE, size: 68, fileType: 'image' }

/** A willing person with a working phone. */
export const willing = (): Answers => ({
  login: () => ({ code: 'wechat-code' }),
  getPhoneNumber: () => ({ code: 'phone-code' }),
  requestSubscribeMessage: ({ tmplIds }) => accept(tmplIds),
  chooseMedia: () => ({ type: 'image', tempFiles: [picture] }),
  chooseImage: () => ({ tempFilePaths: [PICTURE], tempFiles: [{ path: PICTURE, size: picture.size }] }),
  addPhoneCalendar: nothing,
  addPhoneContact: nothing,
  makePhoneCall: nothing,
  openPrivacyContract: nothing,
  openDocument: nothing,
  openLocation: nothing,
  openSetting: () => ({ authSetting: {} }),
  authorize: nothing,
  previewImage: nothing,
  saveImageToPhotosAlbum: nothing,
  vibrateShort: nothing,
  vibrateLong: nothing,
})
