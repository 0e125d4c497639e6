import type { ApplicationInput } from '#contract/legal-aid-application'
import type { TestServer } from './server.ts'

const VILLAGE = '431224100001'

/** A migrant worker of 溆浦县 who was not paid: nothing to prove about means. */
export const UNPAID: ApplicationInput = {
  regionCode: VILLAGE,
  matter: 'wages',
  migrantWorker: true,
  summary: '去年在工地干了三个月，老板欠我一万八千元工资，一直说没钱。',
  wish: '把工资要回来',
  applicant: {
    name: '张建国（演示）',
    idNumber: '439901198506150031',
    phone: '13900000001',
    address: '溆浦县卢峰镇胜利社区三组',
  },
  otherSide: { kind: 'organisation', name: '某某建筑公司（演示）', sameHousehold: false },
  means: { route: 'exempt', exemption: 'migrant_worker' },
  truthful: true,
}

/** Steps of legal aid taken through the door, each with the version that the last one brought. */
export async function legalAidDesk(server: TestServer) {
  const [reviewer, head, bureau] = await Promise.all(
    ['13900000401', '13900000409', '13900000501'].map((phone) => server.signIn(phone)),
  )
  const apply = (token: string, more: object = {}) =>
    server.post('/api/legal-aid/applications', { ...UNPAID, ...more }, { token })
  const read = async (id: string, token: string) => (await server.get(`/api/cases/${id}`, token)).body
  const step = async (id: string, action: string, token: string | undefined, body: object = {}) => {
    const { version } = await read(id, token ?? '')
    return server.post(`/api/cases/${id}/actions/${action}`, { version, ...body }, { token: token ?? '' })
  }
  return { reviewer: reviewer ?? '', head: head ?? '', bureau: bureau ?? '', apply, read, step }
}

export const GRANTING = {
  for: 'grant',
  ground: 'labour',
  reasons: '欠薪事实有聊天记录，属进城务工人员讨薪。',
}
export const REFUSING = {
  for: 'refuse',
  refuseGround: 'not_covered',
  reasons: '属于合伙分红，不是劳动报酬。',
}
