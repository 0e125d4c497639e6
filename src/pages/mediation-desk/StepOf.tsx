import './mediation-desk.scss'

import type { ReactNode } from 'react'

import { Empty } from '#components/Await'
import { Button } from '#components/Button'
import type { Case, CaseAction } from '#contract/case'
import type { MediationOwn } from '#contract/mediation'
import type { Instant } from '#domain/day'
import { goBack } from '#services/route'
import { StepScreen } from '../StepScreen.tsx'
import { DESK } from './words.ts'

/** What the server says of a case of this kind: it has been through the schema there. */
export const ownOf = ({ own }: Pick<Case, 'own'>) => own as MediationOwn | null

export type Step = { one: Case; own: MediationOwn; step: CaseAction; now: Instant }

type Props = { title: string; action: string; children: (step: Step) => ReactNode }

/** A step of those who mediate that is more than a form. */
export const StepOf = ({ title, action, children }: Props) => (
  <StepScreen title={title}>
    {(one, now) => {
      const own = ownOf(one)
      const step = one.actions.find((offered) => offered.action === action)
      return own && step ? children({ one, own, step, now }) : <Gone />
    }}
  </StepScreen>
)

export const Gone = () => (
  <Empty title={DESK.gone} action={<Button onTap={() => void goBack()}>{DESK.back}</Button>}>
    {DESK.goneText}
  </Empty>
)
