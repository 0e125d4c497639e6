import Taro from '@tarojs/taro'

import { onWeb } from '#services/device'

/** A one-time code with which the server learns who this is (`code2session`). */
export const wechatCode = async (): Promise<string> => (await Taro.login()).code

/**
 * Asks once for leave to send reminders. Only on a tap, three templates at most, one accept is one message (WX-4).
 * Whatever is answered, the appointment stands.
 */
export async function askToRemind(): Promise<'accepted' | 'refused' | 'unavailable'> {
  const tmplIds = SUBSCRIBE_TEMPLATES.slice(0, 3)
  if (onWeb || tmplIds.length === 0) return 'unavailable'
  try {
    const answers: object = await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] })
    return Object.values(answers).includes('accept') ? 'accepted' : 'refused'
  } catch {
    return 'unavailable'
  }
}

/** The platform holds a call back until the person has agreed to the privacy guide (WX-2). */
export function whenPrivacyAsked(show: (answer: (agreed: boolean) => void) => void): void {
  if (onWeb || !Taro.canIUse('onNeedPrivacyAuthorization')) return
  Taro.onNeedPrivacyAuthorization((resolve) =>
    show((agreed) => resolve(agreed ? { event: 'agree', buttonId: AGREE_BUTTON } : { event: 'disagree' })),
  )
}

/** The platform looks for the button that was tapped by its id. */
export const AGREE_BUTTON = 'agree-privacy'

/** The privacy guide as it was filed with the platform. */
export const openPrivacyContract = (): void => void Taro.openPrivacyContract({ fail: () => undefined })
