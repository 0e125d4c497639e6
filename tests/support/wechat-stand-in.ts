import { type Asked, standIn } from './outside.ts'

export const WECHAT = {
  WECHAT_APPID: 'wx0123456789abcdef',
  WECHAT_SECRET: 'wechat-secret-of-the-test',
} as const

type Answers = Record<string, (asked: Asked, body: Record<string, unknown>) => unknown>

/** The server interfaces of WeChat as far as we use them. */
export async function wechatStandIn() {
  const state = {
    /** Code → openid, code → number. Each works once. */
    people: new Map<string, string>(),
    phones: new Map<string, { purePhoneNumber: string; countryCode: string | number }>(),
    /** The token that works; what was given out and how it was asked for. */
    token: 'token-1',
    /** What a normal request for a token gives; forcing makes a new one. */
    given: 'token-1',
    forced: 0,
    expiresIn: 7200,
    /** Answered instead of anything at this path. */
    errors: new Map<string, number>(),
    checked: [] as Record<string, unknown>[],
    /** Subscribe messages it has taken. */
    messages: [] as Record<string, unknown>[],
  }

  const withToken = (asked: Asked, answer: () => unknown) =>
    asked.url.searchParams.get('access_token') === state.token
      ? answer()
      : { errcode: 40001, errmsg: 'invalid credential' }

  const ANSWERS: Answers = {
    '/sns/jscode2session': ({ url }) => {
      const { appid, secret, js_code = '', grant_type } = Object.fromEntries(url.searchParams)
      if (appid !== WECHAT.WECHAT_APPID || secret !== WECHAT.WECHAT_SECRET)
        return { errcode: 40125, errmsg: '' }
      const openid = grant_type === 'authorization_code' && take(state.people, js_code)
      return openid
        ? { openid, session_key: 'key', unionid: 'union' }
        : { errcode: 40029, errmsg: 'invalid code' }
    },
    '/cgi-bin/stable_token': (_, { grant_type, appid, secret, force_refresh }) => {
      if (grant_type !== 'client_credential' || appid !== WECHAT.WECHAT_APPID)
        return { errcode: 40013, errmsg: '' }
      if (secret !== WECHAT.WECHAT_SECRET) return { errcode: 40125, errmsg: '' }
      if (force_refresh) state.given = state.token = `forced-${++state.forced}`
      return { access_token: state.given, expires_in: state.expiresIn }
    },
    '/wxa/business/getuserphonenumber': (asked, { code }) =>
      withToken(asked, () => {
        const phone = take(state.phones, String(code))
        if (!phone) return { errcode: 40029, errmsg: 'invalid code' }
        const phone_info = {
          phoneNumber: phone.purePhoneNumber,
          ...phone,
          watermark: { timestamp: 1, appid: '' },
        }
        return { errcode: 0, errmsg: 'ok', phone_info }
      }),
    '/cgi-bin/message/subscribe/send': (asked, body) =>
      withToken(asked, () => {
        state.messages.push(body)
        return { errcode: 0, errmsg: 'ok', msgid: state.messages.length }
      }),
    '/wxa/msg_sec_check': (asked, body) =>
      withToken(asked, () => {
        state.checked.push(body)
        return checked(body)
      }),
  }

  const stand = await standIn((asked) => {
    const { pathname } = asked.url
    const errcode = state.errors.get(pathname)
    if (errcode !== undefined) return { errcode, errmsg: 'as told' }
    return (
      ANSWERS[pathname]?.(asked, asked.text ? JSON.parse(asked.text) : {}) ?? {
        errcode: 404,
        errmsg: pathname,
      }
    )
  })
  const count = (path: string) => stand.state.asked.filter(({ url }) => url.pathname === path).length
  return { ...stand, wechat: state, count, env: { ...WECHAT, WECHAT_BASE: stand.base } }
}

/** Version 2 thinks about a person's words, version 1 only refuses. */
function checked({ version, openid, content }: Record<string, unknown>) {
  const found = /risky|review/.exec(String(content))?.[0]
  if (String(content).length > 2500) return { errcode: 40129, errmsg: '' }
  if (version !== 2) return { errcode: found ? 87014 : 0, errmsg: '' }
  if (openid === 'asleep') return { errcode: 61010, errmsg: 'code is expired' }
  return { errcode: 0, errmsg: 'ok', result: { suggest: found ?? 'pass', label: 100 }, trace_id: 't' }
}

function take<V>(map: Map<string, V>, key: string): V | undefined {
  const value = map.get(key)
  map.delete(key)
  return value
}
