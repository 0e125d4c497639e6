import { ROLE_NAME } from '#domain/actor'
import type { Env } from '../env.ts'
import { STAFF } from './people.ts'

/** What somebody needs who has just typed `npm start`. */
export function welcome({ publicUrl }: Pick<Env, 'publicUrl'>, say: (line: string) => void): void {
  say('')
  say(`邻法 Linfa is running: ${publicUrl}`)
  say('Demo mode: invented people (演示), nothing is sent outside. The sign-in page shows the codes.')
  say('')
  say('  13900000001 … 099  residents (居民)')
  say('  13900000201 … 290  advisers of all villages of 溆浦县 (村（社区）法律顾问)')
  for (const { phone, name, role } of STAFF) say(`  ${phone}        ${ROLE_NAME[role]} ${name}`)
  say('')
  say('Ctrl-C stops it.')
}
