import { modal } from '../dialogs.ts'
import { fault } from '../record.ts'
import { ask } from './bridge.ts'
import { type Answer, allAsWx, Refused } from './call.ts'

type Choice = { event: 'agree' | 'disagree' | 'exposureAuthorization'; buttonId?: string }
type Listener = (resolve: (choice: Choice) => void, about: { referrer: string }) => void

// The name WeChat shows; the real one comes from the platform's settings.
const CONTRACT = '《用户隐私保护指引》'

const listeners = new Set<Listener>()
let consentOpen = false
let officialButtonTapped = false

export const startConsent = (open: boolean): void => {
  consentOpen = open
}

/** A tap on a button with open-type agreePrivacyAuthorization. */
export const tapOfficialButton = (): void => {
  officialButtonTapped = true
}

const believe = ({ event }: Choice): boolean => {
  if (event === 'agree' && !officialButtonTapped)
    fault('privacy', 'agreed without a tap on the official button')
  return event === 'agree' && officialButtonTapped
}

const askListener = (listener: Listener, api: string) =>
  new Promise<boolean>((resolve) =>
    listener((choice) => choice.event === 'exposureAuthorization' || resolve(believe(choice)), {
      referrer: api,
    }),
  )

// A program that does not listen gets the platform's own window.
const askPlatform = () =>
  modal('用户隐私保护提示', CONTRACT, [
    { text: '拒绝', answer: false },
    { text: '同意', answer: true },
  ])

/** Nothing private is touched before the person has agreed to the privacy guide (WX rules, since 2023-09-15). */
export const consentFor = async (api: string): Promise<void> => {
  if (!consentOpen) return
  const [listener] = listeners
  const agreed = listener ? await askListener(listener, api) : await askPlatform()
  if (!agreed) throw new Refused('privacy permission is not authorized')
  consentOpen = false
}

const requirePrivacyAuthorize = async (): Promise<Answer> => {
  await consentFor('requirePrivacyAuthorize')
  return {}
}

export const consent = {
  ...allAsWx({
    requirePrivacyAuthorize,
    getPrivacySetting: () => ({ needAuthorization: consentOpen, privacyContractName: CONTRACT }),
    openPrivacyContract: (options: object) => ask('openPrivacyContract', options),
  }),
  onNeedPrivacyAuthorization: (listener: Listener) => {
    listeners.clear()
    listeners.add(listener)
  },
}
