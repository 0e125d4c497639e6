import { Await, Empty } from '#components/Await'
import { Button } from '#components/Button'
import { Row, Rows } from '#components/Card'
import { Heading, Title } from '#components/Title'
import { Box } from '#components/tags'
import type { AdminChange } from '#contract/admin'
import { dayOf, spokenDay, spokenTime } from '#domain/day'
import { readChanges } from '#services/admin'
import { go } from '#services/route'
import { callLegalLine } from '../../help.ts'
import { LostRow } from '../../LostRow.tsx'
import { AdminScreen } from './AdminScreen.tsx'
import { type Column, Records } from './Records.tsx'
import { usePaged } from './use-paged.ts'
import { ACT, ADMIN, COMMON } from './words.ts'

const COLUMNS: readonly Column<AdminChange>[] = [
  { title: ADMIN.what, cell: ({ what }) => ACT[what] },
  { title: ADMIN.subject, cell: ({ subject }) => subject },
  { title: ADMIN.who, cell: ({ by }) => by },
  { title: ADMIN.when, cell: ({ at }) => `${spokenDay(dayOf(at))} ${spokenTime(at)}` },
]

const Ways = () => (
  <Rows>
    <Row
      icon="home"
      title={ADMIN.organisations}
      detail={ADMIN.organisationsText}
      onTap={() => go('organisations')}
    />
    <Row icon="calendar" title={ADMIN.desks} detail={ADMIN.desksText} onTap={() => go('desks')} />
    <Row icon="person" title={ADMIN.staff} detail={ADMIN.staffText} onTap={() => go('staff')} />
    <LostRow />
    <Row icon="papers" title={ADMIN.import} detail={ADMIN.importText} onTap={() => go('import')} />
  </Rows>
)

function Changes() {
  const { loaded, reload, more, readMore } = usePaged(readChanges, '')
  return (
    <Await loaded={loaded} onRetry={reload} onCall={callLegalLine}>
      {(page) =>
        page.items.length > 0 ? (
          <Box>
            <Records label={ADMIN.changes} columns={COLUMNS} items={page.items} keyOf={({ id }) => id} />
            {page.next && (
              <Button tone="quiet" busy={more.busy} onTap={() => void readMore(page)}>
                {COMMON.more}
              </Button>
            )}
          </Box>
        ) : (
          <Empty title={ADMIN.changesNone}>{ADMIN.changesNoneText}</Empty>
        )
      }
    </Await>
  )
}

export default function Admin() {
  return (
    <AdminScreen title={ADMIN.title}>
      <Title hint={ADMIN.why}>{ADMIN.title}</Title>
      <Ways />
      <Heading>{ADMIN.changes}</Heading>
      <Changes />
    </AdminScreen>
  )
}
