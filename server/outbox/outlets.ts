import { dayOf, type Instant, timeOf } from '#domain/day'
import { type News, spoken, TEMPLATE } from '#domain/notice'
import { NEWS_WORDS } from '#domain/notice-words'
import { Refusal } from '#domain/refusal'
import type { Env } from '../env.ts'
import type { Log } from '../log.ts'
import { openSmsNotices } from '../sms/client.ts'
import { wechatOf } from '../wechat/open.ts'
import type { Letter, Outcome, Outlets } from './letter.ts'

type Ground = { env: Env; log: Log }

/** The ways out of this machine, as they are configured; in demo mode nothing goes out. */
export const outletsOf = (ground: Ground): Outlets => (ground.env.demo ? demo : real(ground))

/** Stand-ins that say so: staff read in the timeline that nothing was sent. */
const demo: Outlets = {
  wechat: async () => ({ as: 'sent', code: 'demo' }),
  sms: async () => ({ as: 'sent', code: 'demo' }),
  templateOf: (news) => `demo-${TEMPLATE[news]}`,
}

function real({ env, log }: Ground): Outlets {
  const wechat = wechatOf({ env, log })
  const sendSms = openSmsNotices(env, log, env.sms?.noticeTemplate)
  const sendLink: Partial<Record<News, typeof sendSms>> = {
    rate: openSmsNotices(env, log, env.sms?.ratingTemplate),
    mediation_invited: openSmsNotices(env, log, env.sms?.invitationTemplate),
  }
  const templateOf = (news: News) => env.templates[TEMPLATE[news]]
  return {
    templateOf: (news) => (env.wechat ? templateOf(news)?.id : undefined),
    async wechat({ openId, ...letter }) {
      const template = templateOf(letter.news)
      if (!template) return NOT_CONFIGURED
      const fields = fieldsOf(template, letter)
      return answered(ofWechat, () =>
        wechat.sendMessage({ openId, templateId: template.id, page: pageOf(letter), fields }),
      )
    },
    async sms({ phone, ...letter }) {
      const { news, page, key } = letter
      const withLink = page === undefined ? undefined : sendLink[news]
      const send = withLink ?? (news === 'rate' ? undefined : sendSms)
      const words = withLink ? [`${env.publicUrl}/#/${page}`] : wordsOf(letter)
      return send ? answered(ofSms, () => send(phone, words, key)) : NOT_CONFIGURED
    },
  }
}

const NOT_CONFIGURED: Outcome = { as: 'passed_over', code: 'not_configured' }

/** No answer, or one that makes no sense, is tried again. */
async function answered<A>(read: (answer: A) => Outcome, ask: () => Promise<A>): Promise<Outcome> {
  try {
    return read(await ask())
  } catch (error) {
    if (error instanceof Refusal) return { as: 'again', code: error.code }
    throw error
  }
}

/** Codes of the platform after which there is no way to this person, and those that pass. */
const WECHAT: Readonly<Record<number, Outcome['as']>> = {
  0: 'sent',
  43101: 'passed_over',
  43107: 'passed_over',
  43108: 'passed_over',
  40003: 'passed_over',
  [-1]: 'again',
  40001: 'again',
  42001: 'again',
  45009: 'again',
  45011: 'again',
}

const ofWechat = (errcode: number): Outcome => ({ as: WECHAT[errcode] ?? 'refused', code: String(errcode) })

const SMS_AGAIN = /^(Request)?LimitExceeded|^InternalError|InsufficientBalance|Timeout/

function ofSms(code: string): Outcome {
  const known = /^[\w.]{1,80}$/.test(code) ? code : 'nonsense'
  if (known === 'Ok') return { as: 'sent', code: known }
  return { as: SMS_AGAIN.test(known) ? 'again' : 'refused', code: known }
}

const NO_NUMBER = '见程序内消息'

type Template = NonNullable<Env['templates']['progress']>

/** The platform refuses a `time` field that is not one. */
const fieldsOf = ({ number, time, short }: Template, { news, facts, at }: Letter) => ({
  [number]: facts.number ?? '0',
  [time]: written(facts.startsAt ?? at),
  [short]: NEWS_WORDS[news].short,
})

const written = (at: Instant) => `${dayOf(at)} ${timeOf(at)}`

const pageOf = ({ caseId, page }: Letter) =>
  page ?? (caseId ? `pages/case/index?id=${encodeURIComponent(caseId)}` : 'pages/home/index')

const wordsOf = ({ news, facts }: Letter): string[] => [
  facts.number ?? NO_NUMBER,
  NEWS_WORDS[news].short,
  facts.startsAt ? spoken(facts.startsAt) : NO_NUMBER,
]
