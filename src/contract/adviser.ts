import * as v from 'valibot'

import { SEATS } from '#domain/calendar-of-visits'
import { STAGES } from '#domain/inquiry'
import { Instant, Limit, list, oneLine, Phone, RegionCode, words } from './common.ts'
import { endpoint } from './endpoint.ts'

export const ADVISER = ['village_adviser'] as const
export const CONTACT = ['village_contact'] as const
/** Who sees to it that every village has an adviser who comes. */
export const MANAGERS = ['township_officer', 'bureau_officer', 'city_admin'] as const
export const LEDGER_READERS = ['village_adviser', 'village_contact', ...MANAGERS] as const

export const Place = v.object({ code: v.string(), name: v.string(), path: v.string() })

/** A visit to a village, announced: whoever wants to be sure of a seat books the slot at `deskId`. */
export const Visit = v.object({
  id: v.string(),
  village: Place,
  startsAt: Instant,
  endsAt: Instant,
  place: v.string(),
  /** For `POST /bookings`, channel `visit`; null when it cannot be booked any more. */
  slotId: v.nullable(v.string()),
  free: v.number(),
  /** Whether it can be booked; otherwise why not. */
  seats: v.picklist(SEATS),
})
export type Visit = v.InferOutput<typeof Visit>

/** Weekly hours of remote advice. `weekday` 1 is Monday, times `HH:mm`. */
export const RemoteHours = v.object({ weekday: v.number(), from: v.string(), to: v.string() })
export type RemoteHours = v.InferOutput<typeof RemoteHours>

export const OCCUPATIONS = ['lawyer', 'legal_worker'] as const

export const Adviser = v.object({
  id: v.string(),
  name: v.string(),
  /** Below `/api`; null when there is none: then `initials` are shown. */
  photo: v.nullable(v.string()),
  initials: v.string(),
  occupation: v.picklist(OCCUPATIONS),
  /** 律师, 基层法律服务工作者 */
  occupationText: v.string(),
  licence: v.string(),
  /** 律师执业证号 … */
  licenceName: v.string(),
  /** How anybody checks the licence. */
  verifyText: v.string(),
  firm: v.string(),
  /** Of the firm or for work; never a private number. */
  phone: v.nullable(v.string()),
  languages: v.array(v.string()),
  about: v.nullable(v.string()),
  villages: v.array(Place),
  /** With `?village=` or `?code=`: the next one in that village. */
  nextVisit: v.nullable(Visit),
  remoteHours: v.array(RemoteHours),
  /** 每周三 上午9:00–11:00 */
  remoteText: v.nullable(v.string()),
  /** For `GET /desks/:id/slots` and `POST /bookings`: remote hours (call_back, video) and visits (visit); null when nothing can be booked. */
  deskId: v.nullable(v.string()),
  /** The middle of the last answers; null when there are fewer than five. Measured, not claimed. */
  usualAnswerMinutes: v.nullable(v.number()),
  usualAnswerText: v.nullable(v.string()),
  /** On leave today, until this day. */
  awayUntil: v.nullable(v.string()),
  costText: v.string(),
  /** What an adviser must not do: the bureau's own rule. */
  mustNot: v.array(v.string()),
  complainText: v.string(),
})
export type Adviser = v.InferOutput<typeof Adviser>

/** Who answers for a village today. Every village has an answer. */
export const VillageAnswer = v.object({
  village: Place,
  /** No longer said: it proves on the spot that somebody is there (VA-8). The field stays for released clients. */
  code: v.null(),
  answeredBy: v.picklist(STAGES),
  /** 村（社区）法律顾问, 代班顾问, 值班律师, 12348 热线 */
  answeredByText: v.string(),
  /** Why it is this one, in words. */
  why: v.string(),
  /** The adviser or substitute; null for the duty lawyer and the hotline. */
  adviserId: v.nullable(v.string()),
  /** Who comes next if there is no answer in time, in words, in order. */
  thenText: v.array(v.string()),
  /** False where nobody takes written questions: then only the telephone helps. */
  canAsk: v.boolean(),
  replyHours: v.number(),
  promiseText: v.string(),
  /** Always there. */
  phone: v.string(),
  phoneText: v.string(),
  /** The village has filed rules that everybody can read: `GET /villages/:code/rules`. */
  hasRules: v.boolean(),
})
export type VillageAnswer = v.InferOutput<typeof VillageAnswer>

const FoundVillage = v.object({
  ...Place.entries,
  answeredBy: v.picklist(STAGES),
  answeredByText: v.string(),
  /** Who it is; null where nobody is named. */
  answeredByName: v.nullable(v.string()),
  adviserId: v.nullable(v.string()),
})
export type FoundVillage = v.InferOutput<typeof FoundVillage>

/** Seven digits; spaces, hyphens and full-width digits do not matter. */
export const ShortCode = v.pipe(v.string(), v.maxLength(20, '村码是 7 位数字，请看村里的公示牌'))

/**
 * By village (`answer` says who answers), by a text (part of the name of a village, adviser or firm, or their pinyin
 * initials: `villages` besides the advisers), or by the code on the board. One of the three.
 */
export const listAdvisers = endpoint({
  method: 'GET',
  path: '/advisers',
  access: 'anyone',
  summary: '找村（社区）法律顾问：按村 village，按名称或拼音首字母 q，或按村码 code；每个村都有人答复',
  query: v.pipe(
    v.object({
      village: v.optional(RegionCode),
      q: v.optional(v.pipe(v.string(), v.maxLength(60, '最多写 60 个字，请缩短一些'))),
      code: v.optional(ShortCode),
      limit: Limit,
    }),
    v.forward(
      v.check(
        ({ village, q, code }) => [village, q, code].filter((one) => one !== undefined).length === 1,
        '请给出 village、q、code 中的一个',
      ),
      ['village'],
    ),
  ),
  reply: v.object({
    items: v.array(Adviser),
    answer: v.nullable(VillageAnswer),
    villages: v.array(FoundVillage),
  }),
  status: 200,
})

export const readAdviser = endpoint({
  method: 'GET',
  path: '/advisers/:id',
  access: 'anyone',
  summary: '一位村（社区）法律顾问：执业证、所在机构、服务的村、下次进村、远程时间、通常多久答复',
  reply: Adviser,
  status: 200,
})

export const listVisits = endpoint({
  method: 'GET',
  path: '/advisers/:id/visits',
  access: 'anyone',
  summary: '这位顾问以后的进村时间，近的在前',
  query: v.object({ village: v.optional(RegionCode), limit: Limit }),
  reply: list(Visit),
  status: 200,
})

export const readAdviserPhoto = endpoint({
  method: 'GET',
  path: '/advisers/:id/photo',
  access: 'anyone',
  summary: '顾问的照片',
  download: true,
  status: 200,
})

/** The board of a village: what its QR code holds and the digits under it. */
export const VillageCode = v.object({
  village: Place,
  /** Seven digits, the last one a check digit. */
  code: v.string(),
  /** The scene of the mini-program code: at most 32 characters, `v=1234567`. */
  scene: v.string(),
  /** Page of the mini-program, and the address of the web page. */
  page: v.string(),
  url: v.string(),
  /** A PNG as a data URL, of the web address. */
  qr: v.string(),
})
export type VillageCode = v.InferOutput<typeof VillageCode>

/** Made when it is asked for the first time; the same village keeps its code. */
export const makeVillageCode = endpoint({
  method: 'POST',
  path: '/villages/:code/board',
  access: [...MANAGERS, 'village_contact'],
  summary: '村（社区）公示牌的二维码和短码；同一个村一直是同一个码',
  reply: VillageCode,
  status: 200,
})

// The adviser's own desk.

export const sendAdviserPhoto = endpoint({
  method: 'POST',
  path: '/adviser/photo',
  access: ADVISER,
  summary: '上传我（顾问）的照片（multipart：file），公开展示',
  upload: true,
  status: 204,
  maxBytes: 10 * 1024 * 1024 + 4096,
})

/** Without a picture the initials are shown. */
export const dropAdviserPhoto = endpoint({
  method: 'DELETE',
  path: '/adviser/photo',
  access: ADVISER,
  summary: '去掉我（顾问）的照片，公示页改为显示姓氏',
  status: 204,
})

const NO_LANGUAGE = '请写明会说的话，如“普通话”'

/** What an adviser says of themselves; name, licence and firm are the bureau's (`POST /adviser/imports`). */
export const changeProfile = endpoint({
  method: 'PUT',
  path: '/adviser/profile',
  access: ADVISER,
  summary: '改我（顾问）的公示资料：简介、语言和方言、工作电话；姓名、执业证和机构由司法局导入',
  body: v.object({
    about: v.nullable(words(300, '请写几句介绍，或留空')),
    languages: v.pipe(
      v.array(oneLine(12, NO_LANGUAGE), NO_LANGUAGE),
      v.maxLength(8, '最多写 8 种，请只留常用的'),
    ),
    /** Of the firm or for work: everybody sees it. */
    phone: v.nullable(Phone),
  }),
  reply: Adviser,
  status: 200,
})
