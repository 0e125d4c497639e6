import { invalid, Refusal } from '#domain/refusal'
import type { CheckText } from '../context.ts'
import type { Env } from '../env.ts'
import type { Log } from '../log.ts'
import { openWechat } from './client.ts'
import type { Wechat } from './wechat.ts'

/** A person waits for it. */
const TIMEOUT_MS = 5000

const NOT_HERE = '这里没有开通微信登录，请用手机号登录'
const closed = async (): Promise<never> => {
  throw new Refusal('unavailable', NOT_HERE)
}

/** Nothing is configured: texts that should be checked wait for a person. */
const nobody: Wechat = {
  openIdOf: closed,
  phoneOf: closed,
  sendMessage: closed,
  checkText: async () => 'held',
}

const unknown = (field: string): never => {
  throw invalid({ [field]: '演示模式不连微信，请用手机号登录' })
}

/**
 * Demo mode asks nobody outside. `demo-<anything>` is the code of an invented person,
 * `demo-<mobile number>` that of the telephone button.
 */
const demo: Wechat = {
  openIdOf: async (code) => (/^demo-\w{1,40}$/.test(code) ? code : unknown('wechatCode')),
  phoneOf: async (code) => /^demo-(1[3-9]\d{9})$/.exec(code)?.[1] ?? unknown('wechatPhoneCode'),
  sendMessage: async () => 0,
  checkText: async () => 'passed',
}

export function wechatOf(
  { env, log }: { env: Pick<Env, 'demo' | 'wechat'>; log: Log },
  timeoutMs = TIMEOUT_MS,
): Wechat {
  if (env.demo) return demo
  return env.wechat ? openWechat(env.wechat, { name: 'wechat', log, timeoutMs }) : nobody
}

/** As `CONTENT_CHECK` says (WX-5). */
export function wechatCheckText(ground: {
  env: Pick<Env, 'demo' | 'wechat' | 'contentCheck'>
  log: Log
}): CheckText {
  if (ground.env.contentCheck === 'off') return async () => 'passed'
  const wechat = wechatOf(ground)
  return async (text, author) => wechat.checkText(text, await author())
}
