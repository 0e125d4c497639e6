import { Row, Rows } from '#components/Card'
import { Title } from '#components/Title'
import { Box } from '#components/tags'
import type { Role } from '#domain/actor'
import { go } from '#services/route'
import { hasStaffRole, useSession } from '#store/session'
import { MANAGERS } from '../StaffScreen.tsx'
import { COVERAGE, OTHERS } from '../words.ts'
import { Gaps } from './Gaps.tsx'

const CONTACT: readonly Role[] = ['village_contact']

/** For those who see to it that the advisers come: the village, the township, the county. */
export function Others() {
  const contact = useSession(hasStaffRole(CONTACT))
  const manager = useSession(hasStaffRole(MANAGERS))
  return (
    <Box className="narrow">
      <Title hint={OTHERS.hint}>{OTHERS.title}</Title>
      <Rows>
        {manager && (
          <Row icon="desk" title={COVERAGE.title} detail={COVERAGE.hint} onTap={() => go('coverage')} />
        )}
        {contact && (
          <Row icon="papers" title={OTHERS.draft} detail={OTHERS.draftText} onTap={() => go('rulesDraft')} />
        )}
        <Row
          icon="check"
          title={OTHERS.ledger}
          detail={contact ? OTHERS.ledgerContact : OTHERS.ledgerManager}
          onTap={() => go('ledger')}
        />
        {contact && (
          <Row icon="place" title={OTHERS.board} detail={OTHERS.boardText} onTap={() => go('villageBoard')} />
        )}
      </Rows>
      <Gaps />
    </Box>
  )
}
