import '../legal-aid.scss'

import { useRouter } from '@tarojs/taro'

import { Await, Empty } from '#components/Await'
import { Button } from '#components/Button'
import type { Case } from '#contract/case'
import { goInstead } from '#services/route'
import { loadCase, useCase } from '#store/cases'
import { callLegalLine } from '../../help.ts'
import { Screen } from '../../Screen.tsx'
import { useLoaded } from '../../use-loaded.ts'
import { ownOf } from '../own.ts'
import { Supply } from './Supply.tsx'
import { MATERIAL_PAGE } from './words.ts'

/** Steps that take material, in the order in which they are looked for. */
const TAKES = ['supply_material', 'supply_formalities']

/** What is missing, item by item, and until when. */
export default function MaterialPage() {
  const { id = '' } = useRouter().params
  const { loaded, reload } = useLoaded(() => loadCase(id), [id])
  const known = useCase(id)
  if (loaded.state === 'ready') return <Shown one={known ?? loaded.value} onRefused={reload} />
  return (
    <Screen title={MATERIAL_PAGE.title}>
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={4}>
        {() => null}
      </Await>
    </Screen>
  )
}

function Shown({ one, onRefused }: { one: Case; onRefused: () => void }) {
  const own = ownOf(one)
  const action = TAKES.find((name) => one.actions.some((offered) => offered.action === name))
  return own && action ? (
    <Supply one={one} own={own} action={action} onRefused={onRefused} />
  ) : (
    <Screen title={MATERIAL_PAGE.title}>
      <Empty
        title={MATERIAL_PAGE.nothing}
        action={<Button onTap={() => void goInstead('case', { id: one.id })}>{MATERIAL_PAGE.toCase}</Button>}
      >
        {MATERIAL_PAGE.nothingText}
      </Empty>
    </Screen>
  )
}
