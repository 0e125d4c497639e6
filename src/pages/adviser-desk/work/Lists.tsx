import { Empty } from '#components/Await'
import { LinkButton } from '#components/Button'
import { Row, Rows } from '#components/Card'
import { Tag } from '#components/Tag'
import { Heading } from '#components/Title'
import { Box, Tap } from '#components/tags'
import type { CaseSummary } from '#contract/case'
import { dayOf, type Instant, minutesBetween, spokenDay, timeOf } from '#domain/day'
import { go } from '#services/route'
import { spokenWhen } from '../../when.ts'
import { WORK } from '../words.ts'
import type { Work } from './load-work.ts'

/** A limit of days ends with its day. */
const spokenDue = (dueAt: Instant, now: Instant) =>
  timeOf(dueAt) === '23:59' ? spokenDay(dayOf(dueAt)) : spokenWhen(dueAt, now)

const SOON_MINUTES = 4 * 60

/** Red when it is too late, yellow when it soon will be. */
function Promised({ item: { dueAt, overdue, statusText }, now }: { item: CaseSummary; now: Instant }) {
  if (overdue) return <Tag tone="danger">{WORK.late}</Tag>
  if (!dueAt) return <Tag tone="ok">{statusText}</Tag>
  const soon = minutesBetween(now, dueAt) < SOON_MINUTES
  return <Tag tone={soon ? 'warn' : 'info'}>{WORK.by(spokenDue(dueAt, now))}</Tag>
}

/** 桔花园社区 */
const villageOf = ({ regionName }: CaseSummary) => regionName.split(' ').at(-1) ?? regionName

export const Question = ({ item, now }: { item: CaseSummary; now: Instant }) => (
  <Tap className="question-line" onTap={() => go('case', { id: item.id, view: 'desk' })}>
    <Box className="visit__top">
      <Box className="question-line__title">{item.title}</Box>
      <Promised item={item} now={now} />
    </Box>
    <Box className="visit__where">{`${villageOf(item)} · ${item.number}`}</Box>
  </Tap>
)

type InboxProps = { items: readonly CaseSummary[]; now: Instant; onDone: () => void }

export const Inbox = ({ items, now, onDone }: InboxProps) => (
  <Box as="section">
    {items.length === 0 && <Empty title={WORK.none}>{WORK.noneText}</Empty>}
    {items.length > 0 && (
      <Rows>
        {items.map((item) => (
          <Question key={item.id} item={item} now={now} />
        ))}
      </Rows>
    )}
    <LinkButton onTap={onDone}>{WORK.done}</LinkButton>
  </Box>
)

/** What was lost to somebody else, without the story: it is not theirs any more. */
export const Missed = ({ work: { missed, now } }: { work: Work }) => (
  <Box as="section">
    <Heading>{WORK.missedTitle}</Heading>
    {missed.length === 0 ? (
      <Empty title={WORK.missedNone} />
    ) : (
      <Rows>
        {missed.map(({ caseId, number, village, movedAt, why, nowWith }) => (
          <Row
            key={`${caseId}${movedAt}`}
            title={`${village} · ${number}`}
            detail={`${WORK.missedWhy[why]}，${spokenWhen(movedAt, now)}转走。${WORK.nowWith(nowWith)}`}
          />
        ))}
      </Rows>
    )}
  </Box>
)

export const Villages = ({ work: { desk, now } }: { work: Work }) => (
  <Box as="section">
    <Heading>{WORK.owedTitle}</Heading>
    <Rows>
      {desk.villages.map((village) => (
        <Row
          key={village.code}
          title={village.substitute ? `${village.name}（${WORK.standIn}）` : village.name}
          detail={[
            WORK.minutes(village.minutesMade),
            village.nextVisit ? WORK.nextVisit(spokenWhen(village.nextVisit.startsAt, now)) : WORK.noNext,
          ].join(' · ')}
          end={
            village.gap ? (
              <Tag tone="warn">{WORK.gap}</Tag>
            ) : (
              <Tag tone={village.visitsVerified >= village.visitsOwed ? 'ok' : 'info'}>
                {WORK.visitsOf(village)}
              </Tag>
            )
          }
          onTap={() => go('visits', { village: village.code })}
        />
      ))}
    </Rows>
  </Box>
)
