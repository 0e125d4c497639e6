import Taro from '@tarojs/taro'

import { subscribe } from '#contract/notice'
import { call } from '#services/call'
import { onWeb } from '#services/device'

/** A one-time code with which the server learns who this is (`code2session`). */
export const wechatCode = async (): Promise<string> => (await Taro.login()).code

/** Nothing to ask for where the office has no templates, or where there is no WeChat. */
export const canRemind = !onWeb && SUBSCRIBE_TEMPLATES.length > 0

/**
 * Asks once for leave to send reminders. Only on a tap, three templates at most, one accept is one message (WX-4).
 * The server is told what was accepted, otherwise it would send nothing. Whatever is answered, the appointment stands.
 */
export async function askToRemind(): Promise<'accepted' | 'refused' | 'unavailable'> {
  const tmplIds = SUBSCRIBE_TEMPLATES.slice(0, 3)
  if (!canRemind) return 'unavailable'
  try {
    const answers: object = await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] })
    const templateIds = tmplIds.filter((id) => Object.entries(answers).some(accepted(id)))
    if (templateIds.length === 0) return 'refused'
    await call(subscribe, { body: { templateIds } })
    return 'accepted'
  } catch {
    return 'unavailable'
  }
}

const accepted =
  (id: string) =>
  ([name, answer]: [string, unknown]) =>
    name === id && answer === 'accept'

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
