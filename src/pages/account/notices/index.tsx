import '../account.scss'

import { useState } from 'react'

import { Await, Empty } from '#components/Await'
import { Button } from '#components/Button'
import { Row, Rows } from '#components/Card'
import { Tag } from '#components/Tag'
import { Title } from '#components/Title'
import { Box } from '#components/tags'
import type { Notice } from '#contract/notice'
import { dayOf, fromEpoch, type Instant } from '#domain/day'
import { askAbout } from '#services/about'
import { markNoticeRead, readNotices } from '#services/notices'
import { go } from '#services/route'
import { callLegalLine } from '../../help.ts'
import { Screen } from '../../Screen.tsx'
import { useLoaded, useSeenAgain } from '../../use-loaded.ts'
import { spokenWhen } from '../../when.ts'
import { NOTICES_WORDS } from './words.ts'

type Shown = { now: Instant; items: readonly Notice[]; next: string | null }

async function load(): Promise<Shown> {
  const [now, { items, next }] = await Promise.all([
    askAbout().then(
      (about) => about.now,
      () => fromEpoch(Date.now()),
    ),
    readNotices(),
  ])
  return { now, items, next }
}

/** What was told to me, the newest first; also when WeChat and SMS did not get through. */
export default function Notices() {
  const { loaded, reload, put } = useLoaded(load, [])
  const [busy, setBusy] = useState(false)
  useSeenAgain(reload)
  const more = async (shown: Shown, cursor: string) => {
    setBusy(true)
    await readNotices(cursor).then(
      ({ items, next }) => put({ ...shown, items: [...shown.items, ...items], next }),
      () => undefined,
    )
    setBusy(false)
  }
  return (
    <Screen title={NOTICES_WORDS.title}>
      <Title hint={NOTICES_WORDS.hint}>{NOTICES_WORDS.title}</Title>
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine}>
        {(shown) =>
          shown.items.length === 0 ? (
            <Empty title={NOTICES_WORDS.none}>{NOTICES_WORDS.noneText}</Empty>
          ) : (
            <Box>
              <Rows>
                {shown.items.map((one) => (
                  <Entry key={one.id} one={one} now={shown.now} />
                ))}
              </Rows>
              <Box className="account__act">
                {shown.next && (
                  <Button tone="ghost" busy={busy} onTap={() => void more(shown, shown.next ?? '')}>
                    {NOTICES_WORDS.more}
                  </Button>
                )}
              </Box>
            </Box>
          )
        }
      </Await>
    </Screen>
  )
}

const heldIn = ({ slotId, deskId, startsAt }: NonNullable<Notice['offer']>) => ({
  slotId,
  deskId: deskId ?? undefined,
  day: dayOf(startsAt),
})

/** A held seat leads to the times of its desk, where it is chosen already; everything else to the case it speaks of. */
function open({ id, readAt, offer, caseId, news }: Notice): void {
  if (!readAt) void markNoticeRead(id).catch(() => undefined)
  if (offer) return void go('slots', { ...(caseId && { caseId }), ...heldIn(offer) })
  if (news === 'mediation_invited' && !caseId) return void go('invitation')
  if (caseId) void go('case', { id: caseId })
}

const offerOf = ({ offer }: Notice, now: Instant) =>
  offer && (offer.until > now ? NOTICES_WORDS.offer(spokenWhen(offer.until, now)) : NOTICES_WORDS.gone)

const Entry = ({ one, now }: { one: Notice; now: Instant }) => (
  <Row
    title={one.title}
    detail={
      <>
        <Box>{one.text}</Box>
        <Box>{offerOf(one, now)}</Box>
        <Box>{spokenWhen(one.at, now)}</Box>
      </>
    }
    end={!one.readAt && <Tag tone="warn">{NOTICES_WORDS.unread}</Tag>}
    onTap={() => open(one)}
  />
)
