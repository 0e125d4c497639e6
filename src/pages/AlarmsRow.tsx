import { Row } from '#components/Card'
import type { StaffRole } from '#domain/actor'
import { go } from '#services/route'
import { hasStaffRole, useSession } from '#store/session'
import { ALARM_WORDS } from './alarm-words.ts'

const WATCHERS: readonly StaffRole[] = [
  'committee_secretary',
  'township_officer',
  'legal_aid_head',
  'bureau_officer',
]
const watches = hasStaffRole(WATCHERS)

/** The way to the dangers, for those who watch over cases. */
export function AlarmsRow() {
  return useSession(watches) ? (
    <Row icon="warn" title={ALARM_WORDS.title} detail={ALARM_WORDS.row} onTap={() => go('alarms')} />
  ) : null
}
