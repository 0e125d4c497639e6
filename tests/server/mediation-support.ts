import { calendar } from '#domain/calendar'
import { addDays, dayOf, instant } from '#domain/day'
import { photo as picture, send } from '../support/samples.ts'
import type { TestServer } from '../support/server.ts'

export const VILLAGE = '431224100001'
export const LUFENG = 'demo-committee-lufeng'
export const STORY = '他去年砌墙占了我家一米多的地，我跟村干部私下说过想要五千块就算了'

export const PHONES = {
  applicant: '13900000061',
  other: '13900000062',
  stranger: '13900000063',
  mediator: '13900000301',
  second: '13900000303',
  elsewhere: '13900000302',
  secretary: '13900000311',
  bureau: '13900000501',
  township: '13900000601',
} as const

export const REQUEST = {
  type: 'neighbours',
  wish: '请他把墙退回去，恢复过路',
  story: STORY,
  other: { name: '李对方', phone: PHONES.other },
  regionCode: VILLAGE,
  name: '张申请',
  suits: '晚上七点以后',
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into whatever came over the wire
export type Seen = any

export type People = { [Name in keyof typeof PHONES]: string }

/** Everybody of the story, signed in. */
export async function peopleOf(server: TestServer): Promise<People> {
  const entries = await Promise.all(
    Object.entries(PHONES).map(async ([name, phone]) => [name, await server.signIn(phone)] as const),
  )
  return Object.fromEntries(entries) as People
}

/** Works with one case as somebody does: reads it, takes the step with the version just read. */
export function at(server: TestServer, id: string) {
  const read = async (token: string): Promise<Seen> => (await server.get(`/api/cases/${id}`, token)).body
  const act = async (action: string, token: string, body: object = {}) => {
    const { version } = await read(token)
    return server.post(`/api/cases/${id}/actions/${action}`, { version, ...body }, { token })
  }
  /** The step must be taken. */
  const take = async (action: string, token: string, body: object = {}): Promise<Seen> => {
    const answer = await act(action, token, body)
    if (answer.status !== 200) throw new Error(`${action}: ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  return { read, act, take }
}

export const today = (server: TestServer) => dayOf(server.context.now())

/** A working day that is still to come, so many working days ahead. */
export function workingDay(server: TestServer, ahead: number): string {
  const days = calendar()
  let day = today(server)
  for (let left = ahead; left > 0; ) {
    day = addDays(day, 1)
    if (days.isWorkingDay(day)) left--
  }
  return day
}

export const until = (server: TestServer, day: string, time = '12:00') =>
  server.post('/api/demo/clock', { now: instant(day, time) })

/** A photograph, sent and ready to be attached. */
export async function photo(server: TestServer, token: string): Promise<string> {
  const { body } = await send(server, await picture(), { token })
  if (!body.id) throw new Error(JSON.stringify(body))
  return body.id
}

export const AGREEMENT = (server: TestServer) => ({
  facts: '双方是邻居，去年建房砌墙引起争议',
  disputed: '围墙是否占了通道',
  duty: '双方对界线都没有说清',
  clauses: ['李对方于约定日期前把围墙后退一米', '李对方分三期补偿张申请三千元'],
  ways: ['remove', 'compensate'],
  amount: 3000,
  instalments: [1, 2, 3].map((n) => ({
    dueOn: addDays(today(server), n * 10),
    amount: 1000,
    what: `第${n}期补偿`,
  })),
  touches: ['none'],
})

/** The beginnings that many stories share. */
export function beginnings(server: TestServer, people: People) {
  const ask = async (more = {}, token = people.applicant): Promise<Seen> => {
    const answer = await server.post('/api/mediations', { ...REQUEST, ...more }, { token })
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
    return answer.body
  }
  const join = (code: string, token: string) => server.post(`/api/invitations/${code}/join`, {}, { token })
  const codeIn = (seen: Seen): string => seen.own.otherSide.code
  const mediator = async (): Promise<string> => (await server.get('/api/me', people.mediator)).body.id
  /** Asked for and invited by telephone. */
  const invited = async (more = {}) => {
    const { id } = await ask(more)
    const steps = at(server, id)
    const seen = await steps.take('invite', people.secretary, { means: ['telephone'] })
    return { ...steps, id: id as string, code: codeIn(seen) }
  }
  /** Taken with both present, with the mediator of the town. */
  const together = async (more = {}) => {
    const { id } = await ask(more)
    const steps = at(server, id)
    await steps.take('assign_mediator', people.secretary, { mediatorId: await mediator() })
    await steps.take('accept_together', people.mediator, { agreed: true })
    return { ...steps, id: id as string }
  }
  /** Asked, come by the code, willing, taken. */
  const came = async (more = {}, applicant = people.applicant, other = people.other) => {
    const { id } = await ask(more, applicant)
    const steps = at(server, id)
    const seen = await steps.take('invite', people.secretary, { means: ['telephone'] })
    await join(codeIn(seen), other)
    await steps.take('accept_invitation', other)
    await steps.take('accept', people.secretary)
    return { ...steps, id: id as string }
  }
  /** Agreed by word of mouth, in three instalments. */
  const agreed = async (more = {}, applicant = people.applicant, other = people.other) => {
    const { id, take, act, read } = await came(more, applicant, other)
    await take('assign_mediator', people.secretary, { mediatorId: await mediator() })
    for (const token of [applicant, other]) await take('confirm_rights', token, { read: true })
    const terms = { ...AGREEMENT(server), reachedOn: today(server), place: '调解室' }
    await take('record_oral_agreement', people.mediator, terms)
    return { id, take, act, read }
  }
  return { ask, join, codeIn, mediator, invited, together, came, agreed }
}

export const HELD = (day: string) => ({
  startedAt: `${day}T09:00:00+08:00`,
  endedAt: `${day}T10:00:00+08:00`,
  place: '村部',
  present: '双方',
  record: '双方说明了情况',
})
