import { addDays } from '#domain/day'
import { ratingToken } from '../../server/rating-token.ts'
import {
  AGREEMENT,
  at,
  beginnings,
  HELD,
  type People,
  peopleOf,
  photo,
  today,
} from '../server/mediation-support.ts'
import { ANSWER, atTheDesk, VILLAGE } from './desk.ts'
import { legalAidDesk, REFUSING } from './legal-aid.ts'
import { residentWithBooking } from './resident.ts'
import type { Answer, TestServer } from './server.ts'

/** What lies about after a week of work: a case of each kind, each as far as its pages need it. */
export async function busyWeek(server: TestServer) {
  return {
    resident: await residentWithBooking(server, '13900000001'),
    ...(await calls(server)),
    ...(await applications(server)),
    ...(await mediations(server)),
    question: await question(server),
    ...(await villageRules(server)),
    visit: await nextVisit(server),
  }
}

export type BusyWeek = Awaited<ReturnType<typeof busyWeek>>

const done = ({ status, body }: Answer) => {
  if (status >= 300) throw new Error(JSON.stringify(body))
  return body
}

/** One on the line; one answered for somebody who uses no program and gets a link by SMS to rate it. */
async function calls(server: TestServer) {
  const { book, due } = await atTheDesk(server)
  const operator = await server.signIn('13900000101')
  const claim = async ({ id }: { id: string }) => {
    await due(id)
    await at(server, id).take('claim', operator)
    return id
  }
  const call = await claim(await book(await server.signIn('13900000003')))
  const answered = await claim(
    await book(operator, { onBehalfOf: { phone: '13900000088' }, cameBy: 'telephone' }),
  )
  await at(server, answered).take('record_answer', operator, ANSWER)
  return { call, ratingToken: ratingToken(server.context.vault, answered) }
}

/** One that lacks a proof, one that was refused. */
async function applications(server: TestServer) {
  const desk = await legalAidDesk(server)
  const applied = async (phone: string): Promise<string> =>
    done(await desk.apply(await server.signIn(phone))).id
  const lacking = await applied('13900000001')
  done(
    await desk.step(lacking, 'ask_for_material', desk.reviewer, {
      items: ['work_proof'],
      other: '工地在哪里',
    }),
  )
  const refused = await applied('13900000004')
  done(await desk.step(refused, 'recommend', desk.reviewer, REFUSING))
  done(
    await desk.step(refused, 'refuse', desk.head, {
      ground: 'not_covered',
      reasons: REFUSING.reasons,
      toldHowToObject: true,
    }),
  )
  return { lacking, refused }
}

/** One with an invitation on its way, one invitation opened, one talked over, one agreed. */
async function mediations(server: TestServer) {
  const people = await peopleOf(server)
  const { invited, join, together } = beginnings(server, people)
  const { code } = await invited()
  const opened = await invited()
  await join(opened.code, people.other)
  const talked = await together()
  await talked.take('record_session', people.mediator, HELD(addDays(today(server), -1)))
  await talked.take('name_parties', people.mediator, { applicant: '张申请' })
  const agreed = await together()
  await agree(server, people, agreed.take)
  return { code, opened: opened.id, talked: talked.id, agreed: agreed.id }
}

async function agree(server: TestServer, people: People, take: ReturnType<typeof at>['take']) {
  const day = today(server)
  await take('record_session', people.mediator, HELD(addDays(day, -1)))
  await take('name_parties', people.mediator, { applicant: '张申请' })
  await take('draft_agreement', people.mediator, AGREEMENT(server))
  for (const side of ['applicant', 'other_side'])
    await take('confirm_agreement', people.mediator, {
      side,
      how: 'signature',
      signedOn: day,
      readAloud: true,
      fileIds: [await photo(server, people.mediator)],
    })
  await take('seal_agreement', people.mediator, { mediatorSignedOn: day, sealedOn: day })
}

async function question(server: TestServer): Promise<string> {
  const asked = { villageCode: VILLAGE, topic: 'land', question: '邻居在我家承包地上砌墙，怎么办？' }
  return done(await server.post('/api/inquiries', asked, { token: await server.signIn('13900000001') })).id
}

/** A draft before the adviser, and one that came back with opinions. */
async function villageRules(server: TestServer) {
  const draft = {
    regionCode: VILLAGE,
    what: 'village_rules',
    title: '胜利社区居民公约（草案）',
    clauses: ['邻里和睦，互相帮助。', '外嫁女不再享受集体分红。'],
    background: '居民代表议过两次',
  }
  const contact = await server.signIn('13900000701')
  const submit = async (): Promise<string> =>
    done(await server.post('/api/rules-reviews', draft, { token: contact })).id
  const returned = await submit()
  const opinions = [
    { verdict: 'lawful' },
    { verdict: 'strike', flags: ['married_women'], advice: '删去，妇女权益不因婚姻状况受影响' },
  ]
  await at(server, returned).take('give_opinion', await server.signIn('13900000201'), {
    opinions,
    summary: '一条要删',
  })
  return { submitted: await submit(), returned }
}

/** The adviser of the demo has visits ahead. */
async function nextVisit(server: TestServer): Promise<string> {
  const day = today(server)
  const range = `from=${day}&to=${addDays(day, 30)}`
  const { items } = done(await server.get(`/api/adviser/visits?${range}`, await server.signIn('13900000201')))
  return items.find(({ startsAt }: { startsAt: string }) => startsAt > server.context.now()).id
}
