import { Failed } from '#components/Await'
import { LinkButton } from '#components/Button'
import { Row, Rows } from '#components/Card'
import { Skeleton } from '#components/Skeleton'
import { Tag } from '#components/Tag'
import { Heading, Muted } from '#components/Title'
import { Box } from '#components/tags'
import type { CaseSummary } from '#contract/case'
import type { Instant } from '#domain/day'
import { CHANNELS } from '#domain/hotline'
import { CHANNEL_NAME } from '#domain/hotline-words'
import { KIND_NAME } from '#domain/kind'
import { readMyCases } from '#services/cases'
import { go } from '#services/route'
import { useSession } from '#store/session'
import { callLegalLine } from '../help.ts'
import { KIND_ICON } from '../kinds.ts'
import { useManners } from '../polite.ts'
import { useLoaded, useSeenAgain } from '../use-loaded.ts'
import { spokenWhen } from '../when.ts'
import { Unread } from './Unread.tsx'
import { HOME } from './words.ts'

const channelOf = (channel: string | null) => CHANNELS.find((known) => known === channel)

/** 明天上午9:30 电话回拨 */
function headline({ appointment, channel, kind, title }: CaseSummary, now: Instant): string {
  if (!appointment) return title || KIND_NAME[kind]
  const known = channelOf(channel)
  return `${spokenWhen(appointment.startsAt, now)} ${known ? CHANNEL_NAME[known] : KIND_NAME[kind]}`
}

const Entry = ({ entry, now }: { entry: CaseSummary; now: Instant }) => (
  <Row
    icon={KIND_ICON[entry.kind]}
    title={headline(entry, now)}
    detail={useManners()(entry.nextText)}
    end={<Tag tone={entry.overdue ? 'danger' : 'info'}>{entry.statusText}</Tag>}
    onTap={() => go('case', { id: entry.id })}
  />
)

/** My open cases: what comes next, without looking for it. */
function OpenCases({ now }: { now: Instant }) {
  const { loaded, reload } = useLoaded(() => readMyCases(), [])
  useSeenAgain(reload)
  if (loaded.state === 'loading') return <Skeleton rows={1} />
  if (loaded.state === 'failed')
    return <Failed failure={loaded.failure} onRetry={reload} onCall={callLegalLine} />
  const open = loaded.value.items.filter(({ closedAt }) => closedAt === null).slice(0, 3)
  if (open.length === 0) return <Muted>{HOME.nothingDue}</Muted>
  return (
    <Rows>
      {open.map((entry) => (
        <Entry key={entry.id} entry={entry} now={now} />
      ))}
    </Rows>
  )
}

export function Due({ now }: { now: Instant }) {
  const signedIn = useSession((session) => session.signedIn)
  const say = useManners()
  return (
    <Box as="section" className="due">
      <Heading>{HOME.due}</Heading>
      {signedIn && <Unread />}
      {signedIn ? (
        <OpenCases now={now} />
      ) : (
        <>
          <Muted>{say(HOME.signInForDue)}</Muted>
          <LinkButton onTap={() => go('signIn')}>{HOME.signIn}</LinkButton>
        </>
      )}
    </Box>
  )
}
