import './step.scss'

import { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'

import { Await } from '#components/Await'
import { Title } from '#components/Title'
import type { Case } from '#contract/case'
import type { Instant } from '#domain/day'
import { askAbout } from '#services/about'
import { loadCase } from '#store/cases'
import { callLegalLine } from './help.ts'
import { Screen } from './Screen.tsx'
import { useLoaded } from './use-loaded.ts'

type Props = { title: string; children: (one: Case, now: Instant) => ReactNode }

async function load(id: string): Promise<{ one: Case; now: Instant }> {
  const [{ now }, one] = await Promise.all([askAbout(), loadCase(id)])
  return { one, now }
}

/** A step that is more than a word or two: its own page, for the case `id`. */
export function StepScreen({ title, children }: Props) {
  const { id = '' } = useRouter().params
  const { loaded, reload } = useLoaded(() => load(id), [id])
  const hint = loaded.state === 'ready' ? `${loaded.value.one.title} · ${loaded.value.one.number}` : undefined
  return (
    <Screen title={title}>
      <Title hint={hint}>{title}</Title>
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={4}>
        {({ one, now }) => children(one, now)}
      </Await>
    </Screen>
  )
}
