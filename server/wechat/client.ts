import type { GenericSchema, InferOutput } from 'valibot'

import { readPhone } from '#domain/phone'
import { invalid } from '#domain/refusal'
import { askOutside, type Outside } from '../outside.ts'
import { Check, PhoneInfo, refusalOf, Session, Taken, TOKEN_IS_OVER } from './answers.ts'
import { type Account, asJson, type Tokens, tokens } from './token.ts'
import type { SubscribeMessage, Wechat } from './wechat.ts'

/** The server interfaces of the platform, over HTTP. */
export function openWechat(account: Account, outside: Outside): Wechat {
  const kept = tokens(account, outside)
  return {
    openIdOf: (code) => openIdOf(account, outside, code),
    phoneOf: (code) => phoneOf(account, outside, kept, code),
    sendMessage: (message) => sendMessage(account, outside, kept, message),
    checkText: (text, openId) => checkText(account, outside, kept, text, openId),
  }
}

async function openIdOf({ appId, secret, base }: Account, outside: Outside, code: string): Promise<string> {
  const query = { appid: appId, secret, js_code: code, grant_type: 'authorization_code' }
  const url = `${base}/sns/jscode2session?${new URLSearchParams(query)}`
  const answer = await askOutside(outside, url, {}, Session)
  if ('openid' in answer) return answer.openid
  throw refusalOf(outside, answer, 'wechatCode')
}

async function phoneOf(account: Account, outside: Outside, kept: Tokens, code: string): Promise<string> {
  const answer = await post(account, outside, kept, '/wxa/business/getuserphonenumber', { code }, PhoneInfo)
  if (!('phone_info' in answer)) throw refusalOf(outside, answer, 'wechatPhoneCode')
  const { countryCode, purePhoneNumber } = answer.phone_info
  const read = readPhone(purePhoneNumber)
  if (String(countryCode) !== '86' || !('phone' in read) || read.kind !== 'mobile')
    throw invalid({ wechatPhoneCode: '目前只能绑定中国内地的手机号' })
  return read.phone
}

async function sendMessage(account: Account, outside: Outside, kept: Tokens, message: SubscribeMessage) {
  const body = {
    touser: message.openId,
    template_id: message.templateId,
    page: message.page,
    miniprogram_state: 'formal',
    lang: 'zh_CN',
    data: Object.fromEntries(Object.entries(message.fields).map(([name, value]) => [name, { value }])),
  }
  const { errcode } = await post(account, outside, kept, '/cgi-bin/message/subscribe/send', body, Taken)
  return errcode
}

/** Asks with the token in hand, and once more with another when that one is refused. */
async function post<S extends GenericSchema>(
  { base }: Account,
  outside: Outside,
  kept: Tokens,
  path: string,
  body: unknown,
  schema: S,
): Promise<InferOutput<S>> {
  const ask = (token: string) =>
    askOutside(
      outside,
      `${base}${path}?${new URLSearchParams({ access_token: token })}`,
      asJson(body),
      schema,
    )
  const token = await kept.current()
  const answer = await ask(token)
  const isOver = TOKEN_IS_OVER.includes(Number(Object(answer).errcode))
  return isOver ? ask(await kept.instead(token)) : answer
}

/** What the platform reads at once (WX-5: 2500). */
const AT_ONCE = 2000
/** 2 is a comment, the nearest to words in a case. */
const SCENE = 2

/**
 * What is doubtful, and what could not be checked, waits for a person: nothing unchecked shows, nothing is lost.
 * Version 2 wants somebody who used the mini-program within two hours; words from the web go to version 1.
 */
async function checkText(
  account: Account,
  outside: Outside,
  kept: Tokens,
  text: string,
  openId: string | null,
): Promise<'passed' | 'held'> {
  const author = openId ? { version: 2, scene: SCENE, openid: openId } : {}
  try {
    for (let start = 0; start < text.length; start += AT_ONCE) {
      const body = { ...author, content: text.slice(start, start + AT_ONCE) }
      const answer = await post(account, outside, kept, '/wxa/msg_sec_check', body, Check)
      const suggest = 'result' in answer ? answer.result?.suggest : undefined
      if (answer.errcode !== 0 || (openId && suggest !== 'pass')) return 'held'
    }
    return 'passed'
  } catch {
    return 'held'
  }
}
