import '../legal-aid.scss'

import { useRouter } from '@tarojs/taro'

import { Await, Empty } from '#components/Await'
import { Button } from '#components/Button'
import type { Case } from '#contract/case'
import { dayOf, type Instant } from '#domain/day'
import { askAbout } from '#services/about'
import { goInstead } from '#services/route'
import { beginAfresh, isBegun, isFor, prefill, presetWindow, startAnew } from '#store/aid-form'
import { loadCase } from '#store/cases'
import { refreshDraft } from '#store/draft'
import { useSession } from '#store/session'
import { callLegalLine } from '../../help.ts'
import { Screen } from '../../Screen.tsx'
import { useLoaded } from '../../use-loaded.ts'
import { ownOf } from '../own.ts'
import { Form, type FormProps } from './Form.tsx'
import { fromCase, fromWords } from './prefill.ts'
import { aidPlaceOf, useAidPlace } from './use-aid-place.ts'
import { FORM } from './words.ts'

type Query = { from?: string; case?: string; checked?: string }
type Begun = Omit<FormProps, 'scene'> & { now: Instant; done: Case | null }

/** An application: a new one, one that goes on from a case of mine, or a case that waits for it. */
export default function AidForm() {
  const query = useRouter().params as Query
  const { loaded, reload } = useLoaded(() => beginWith(query), [query.from, query.case])
  if (loaded.state === 'ready') return <Ready {...loaded.value} />
  return (
    <Screen title={FORM.title}>
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={4}>
        {() => null}
      </Await>
    </Screen>
  )
}

function Ready({ now, done, ...begun }: Begun) {
  const place = useAidPlace()
  if (done) return <AlreadySent id={done.id} />
  const regionCode = place?.code ?? begun.completes?.regionCode ?? null
  return <Form {...begun} scene={{ on: dayOf(now), regionCode }} />
}

const targetOf = ({ from, case: completing }: Query): string =>
  completing ? `case:${completing}` : from ? `from:${from}` : ''

/** The office's time, what both sides hold of the draft, and what is known from another case. */
async function beginWith(query: Query): Promise<Begun> {
  const target = targetOf(query)
  const [{ now }] = await Promise.all([askAbout(), drafted()])
  startAnew()
  if (!isFor(target)) beginAfresh(target)
  const typed = isBegun() && !query.checked ? 'typed' : null
  const known = query.case ? await whatWaits(query.case) : await whatWasSaid(query.from)
  const begun = typed ?? (isBegun() ? 'known' : null)
  presetWindow()
  return { now, target, ...known, begun }
}

type Known = Pick<Begun, 'completes' | 'done'>

/** A case that came from another service, unless it has been filled in meanwhile. */
async function whatWaits(id: string): Promise<Known> {
  const one = await loadCase(id)
  const own = ownOf(one)
  prefill({ ...fromWords(own?.prefill ?? {}), aidPlace: placeIn(one) })
  return own?.complete === false ? { completes: one, done: null } : { completes: null, done: one }
}

async function whatWasSaid(id: string | undefined): Promise<Known> {
  const nothing = { completes: null, done: null }
  if (!id) return nothing
  const one = await loadCase(id)
  prefill({ ...fromCase(one), aidPlace: placeIn(one) })
  return nothing
}

/** Where it was dealt with so far; where the person lives is their own affair. */
const placeIn = ({ regionCode, regionName }: Case) => aidPlaceOf({ code: regionCode, path: regionName })

const drafted = () => (useSession.getState().signedIn ? refreshDraft('legal_aid') : undefined)

const AlreadySent = ({ id }: { id: string }) => (
  <Screen title={FORM.title}>
    <Empty
      title={FORM.tooLate}
      action={<Button onTap={() => void goInstead('case', { id })}>{FORM.toCase}</Button>}
    >
      {FORM.tooLateText}
    </Empty>
  </Screen>
)
