import { goBack, journey, type Way } from '../navigation.ts'
import { tell, topPage } from '../page-stack.ts'
import { shared } from '../record.ts'
import { ask } from '../wx/bridge.ts'
import { consentFor, tapOfficialButton } from '../wx/consent.ts'
import { type Builtin, behaviourOf, type Part } from './define.ts'
import { HOVER, IN_FORM } from './props.ts'

const words = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** Asks for something private: consent first, then the person. The event says how it went. */
const private_ = (api: string, event: string) => async (part: Part) => {
  try {
    await consentFor(api)
    part.fire(event, { errMsg: `${api}:ok`, ...(await ask(api, {})) })
  } catch (error) {
    part.fire(event, { errMsg: `${api}:fail ${words(error)}` })
  }
}

const share = ({ host }: Part) => {
  const page = topPage()
  if (page) shared.push(tell(page, 'onShareAppMessage', { from: 'button', target: { id: host.id } }))
}

const agree = ({ fire }: Part) => {
  tapOfficialButton()
  fire('agreeprivacyauthorization', {})
}

const OPENS: Record<string, (part: Part) => unknown> = {
  getPhoneNumber: private_('getPhoneNumber', 'getphonenumber'),
  getRealtimePhoneNumber: private_('getRealtimePhoneNumber', 'getrealtimephonenumber'),
  chooseAvatar: private_('chooseAvatar', 'chooseavatar'),
  agreePrivacyAuthorization: agree,
  share,
  contact: ({ fire }) => fire('contact', {}),
  openSetting: ({ fire }) => fire('opensetting', { authSetting: {} }),
  feedback: () => {},
}

const press = (part: Part) => {
  const form = behaviourOf(part.host.closest('wx-form'))
  if (part.prop('formType') === 'submit') form?.submit?.()
  if (part.prop('formType') === 'reset') form?.reset?.()
  for (const open of String(part.prop('openType')).split('|')) OPENS[open]?.(part)
}

const stopWhenDisabled = ({ host, prop }: Part) =>
  host.addEventListener(
    'click',
    (event) => {
      if (!prop('disabled')) return
      event.stopImmediatePropagation()
      event.preventDefault()
    },
    true,
  )

export const button: Builtin = {
  props: {
    ...HOVER,
    ...IN_FORM,
    size: 'default',
    type: 'default',
    plain: false,
    loading: false,
    formType: '',
    openType: '',
    lang: 'en',
    appParameter: null,
  },
  behave: (part) => {
    const { host, prop } = part
    stopWhenDisabled(part)
    host.addEventListener('click', () => press(part))
    return {
      changed: () => {
        for (const name of ['type', 'size']) host.setAttribute(name, String(prop(name)))
        for (const name of ['disabled', 'loading', 'plain']) host.toggleAttribute(name, Boolean(prop(name)))
      },
    }
  },
}

const WAYS: Record<string, Way> = {
  navigate: 'navigateTo',
  redirect: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
}

const follow = ({ prop }: Part) => {
  const way = WAYS[String(prop('openType'))]
  if (way) journey(way, String(prop('url'))).set?.()
  else goBack(Number(prop('delta')))
}

export const navigator: Builtin = {
  props: { ...HOVER, url: '', openType: 'navigate', delta: 1 },
  behave: (part) => {
    part.host.addEventListener('click', () => follow(part))
    return {}
  },
}
