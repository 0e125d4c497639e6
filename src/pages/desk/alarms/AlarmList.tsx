import { Await } from '#components/Await'
import { Button } from '#components/Button'
import { Row, Rows } from '#components/Card'
import { Notice } from '#components/Notice'
import { Muted } from '#components/Title'
import { Box } from '#components/tags'
import type { Instant } from '#domain/day'
import { askAbout } from '#services/about'
import { type Alarm, readAlarmPage } from '#services/desk'
import { go } from '#services/route'
import { ALARM_WORDS } from '../../alarm-words.ts'
import { callLegalLine } from '../../help.ts'
import { spokenWhen } from '../../when.ts'
import { usePaged } from '../admin/use-paged.ts'

type Timed = Alarm & { now: Instant }

const load = async ({ cursor }: { cursor?: string | undefined }) => {
  const [{ now }, { items, next }] = await Promise.all([askAbout(), readAlarmPage(cursor)])
  return { items: items.map((item): Timed => ({ ...item, now })), next }
}

/** Dangers at which nobody has looked yet, page by page: none is cut off. */
export function AlarmList() {
  const { loaded, reload, more, readMore } = usePaged(load, '')
  return (
    <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={2}>
      {(page) => (
        <Box>
          {page.items.length > 0 ? <Lines items={page.items} /> : <Muted>{ALARM_WORDS.none}</Muted>}
          {more.problem && <Notice tone="warn" title={more.problem} news />}
          {page.next && (
            <Button tone="ghost" busy={more.busy} onTap={() => void readMore(page)}>
              {ALARM_WORDS.more}
            </Button>
          )}
        </Box>
      )}
    </Await>
  )
}

const Lines = ({ items }: { items: readonly Timed[] }) => (
  <Rows>
    {items.map(({ id, title, number, alarmAt, now }) => (
      <Row
        key={id}
        icon="warn"
        title={`${title} · ${number}`}
        detail={ALARM_WORDS.since(spokenWhen(alarmAt, now))}
        onTap={() => go('case', { id, view: 'desk' })}
      />
    ))}
  </Rows>
)
