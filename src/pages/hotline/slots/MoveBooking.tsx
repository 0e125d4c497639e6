import { useState } from 'react'

import { Await, Empty } from '#components/Await'
import { Notice } from '#components/Notice'
import type { Case } from '#contract/case'
import type { Desk } from '#contract/hotline'
import { goBack } from '#services/route'
import { actOn, loadCase } from '#store/cases'
import { CallCard } from '../../CallCard.tsx'
import { callLegalLine } from '../../help.ts'
import { spanWords } from '../../moments.ts'
import { Screen } from '../../Screen.tsx'
import { explain, useLoaded } from '../../use-loaded.ts'
import { Chooser } from './Chooser.tsx'
import { firstWish, type Held, loadOffice, type Office } from './office.ts'
import { moveTo, movingFrom, SLOTS_WORDS } from './words.ts'

type Moving = { one: Case; office: Office; desks: readonly Desk[] }

/** A booking stays with the office that has it, and with the way of talking that was chosen; its own desk comes first. */
function desksFor({ organisation, channel, form }: Case, desks: readonly Desk[]): Desk[] {
  const same = desks.filter(({ organisation: name }) => name === organisation.name)
  const fit = same.flatMap((desk) => {
    const channels = desk.channels.filter((one) => one === channel)
    return channels.length ? [{ ...desk, channels }] : []
  })
  return fit.sort((a, b) => Number(b.name === form?.deskName) - Number(a.name === form?.deskName))
}

async function loadMoving(id: string): Promise<Moving> {
  const one = await loadCase(id)
  const office = await loadOffice(one.regionCode)
  return { one, office, desks: desksFor(one, office.desks) }
}

export function MoveBooking({ id, held }: { id: string; held: Held | null }) {
  const { loaded, reload } = useLoaded(() => loadMoving(id), [id])
  const [news, setNews] = useState('')
  const again = (words: string) => {
    setNews(words)
    reload()
  }
  if (loaded.state === 'ready') return <Move {...loaded.value} held={held} news={news} onRefused={again} />
  return (
    <Screen title={SLOTS_WORDS.movingTitle}>
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={5}>
        {() => null}
      </Await>
    </Screen>
  )
}

type MoveProps = Moving & { held: Held | null; news: string; onRefused: (words: string) => void }

function Move({ one, office, desks: [desk, ...others], held, news, onRefused }: MoveProps) {
  const [busy, setBusy] = useState(false)
  if (!desk) return <NoOther />
  const move = (slotId: string) => {
    setBusy(true)
    actOn(one, 'reschedule', { slotId })
      .then(goBack, (error: unknown) => onRefused(explain(error).words))
      .finally(() => setBusy(false))
  }
  return (
    <Chooser
      title={SLOTS_WORDS.movingTitle}
      office={office}
      desks={[desk, ...others]}
      first={
        firstWish([desk, ...others], { deskId: held?.deskId ?? desk.id }) ?? { desk, channel: 'call_back' }
      }
      held={held}
      head={news && <Notice tone="warn" title={news} news />}
      hint={one.appointment ? movingFrom(spanWords(one.appointment)) : undefined}
      button={moveTo}
      busy={busy}
      onChoose={({ id }) => move(id)}
    />
  )
}

const NoOther = () => (
  <Screen title={SLOTS_WORDS.movingTitle}>
    <Empty title={SLOTS_WORDS.noneTitle}>{SLOTS_WORDS.noDeskText}</Empty>
    <CallCard title={SLOTS_WORDS.call} hint={SLOTS_WORDS.callHint} />
  </Screen>
)
