import { ask } from './bridge.ts'
import { type Act, allAsWx } from './call.ts'
import { consentFor } from './consent.ts'

/** Answered by the test, which speaks for the person and the phone. */
const ASKED = [
  'login',
  'authorize',
  'openSetting',
  'openDocument',
  'openLocation',
  'openCustomerServiceChat',
  'navigateToMiniProgram',
  'requestSubscribeMessage',
  'makePhoneCall',
  'previewImage',
  'scanCode',
  'vibrateShort',
  'vibrateLong',
]

const PRIVATE = [
  'addPhoneCalendar',
  'addPhoneContact',
  'chooseImage',
  'chooseLocation',
  'chooseMedia',
  'chooseMessageFile',
  'getLocation',
  'saveImageToPhotosAlbum',
]

const asked = (api: string): [string, Act<never>] => [api, (options: object) => ask(api, options)]

const askedWithConsent = (api: string): [string, Act<never>] => [
  api,
  async (options: object) => {
    await consentFor(api)
    return ask(api, options)
  },
]

export const person = allAsWx(Object.fromEntries([...ASKED.map(asked), ...PRIVATE.map(askedWithConsent)]))
