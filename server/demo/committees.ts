import { addMonths, type Day } from '#domain/day'
import { type Db, sql } from '../db/sql.ts'

const addCommittee = sql(
  'demo_committee',
  `insert into mediation_committee (organisation_id, level, chair, members, women, many_peoples, minorities, founded_on, term_ends_on)
   values ($1, 'town', $2, 5, 2, true, 1, $3, $4)`,
)
const addPlace = sql('demo_committee_place', 'update organisation set address = $2, phone = $3 where id = $1')
const addMediators = sql(
  'demo_mediators',
  `insert into mediation_mediator (organisation_id, account_id, full_time, types, intro, since)
   select r.organisation_id, r.account_id,
     row_number() over (partition by r.organisation_id order by r.id) = 1,
     case when row_number() over (partition by r.organisation_id order by r.id) = 1
       then array['neighbours', 'housing', 'land'] else array['family', 'wages'] end,
     '在本镇做调解多年，熟悉乡情（演示）', $1::date
   from staff_role r where r.role = 'mediator' and r.organisation_id like 'demo-committee-%'`,
)

const COMMITTEES = [
  {
    id: 'demo-committee-lufeng',
    chair: '严秘书（演示）',
    address: '卢峰镇司法所一楼（演示地址）',
    phone: '0745-5550101',
  },
  {
    id: 'demo-committee-qiaojiang',
    chair: '刘秘书（演示）',
    address: '桥江镇司法所一楼（演示地址）',
    phone: '0745-5550102',
  },
] as const

/** 人民调解法 第十条. */
const TERM_MONTHS = 36

/** The register of the committees of the demo, and of their mediators. */
export async function loadCommittees(tx: Db, today: Day): Promise<void> {
  const founded = addMonths(today, -24)
  for (const { id, chair, address, phone } of COMMITTEES) {
    await tx.run(addCommittee, id, chair, founded, addMonths(founded, TERM_MONTHS))
    await tx.run(addPlace, id, address, phone)
  }
  await tx.run(addMediators, founded)
}
