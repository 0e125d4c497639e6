import '../adviser-desk.scss'

import { useRouter } from '@tarojs/taro'

import { Empty } from '#components/Await'
import { Notice } from '#components/Notice'
import { Title } from '#components/Title'
import { Box } from '#components/tags'
import type { Case } from '#contract/case'
import type { RulesReviewOwn } from '#contract/rules-review'
import { goBack } from '#services/route'
import { dropStep, filledStep, keepStep } from '#services/step-draft'
import { StepScreen } from '../../StepScreen.tsx'
import { useAct } from '../../use-act.ts'
import { ownOf } from '../own-review.ts'
import { StaffScreen } from '../StaffScreen.tsx'
import { DRAFT, OPINION } from '../words.ts'
import { clausesIn } from './clauses.ts'
import { DraftForm, type DraftKind } from './DraftForm.tsx'
import { NewDraft } from './NewDraft.tsx'

const CONTACT = ['village_contact'] as const

/** A new draft; or, for the case `id`, one that was changed (`revise`) or passed (`file_final`). */
export default function DraftPage() {
  const { id, action } = useRouter().params
  if (!id)
    return (
      <StaffScreen title={DRAFT.title} roles={CONTACT}>
        <Title hint={DRAFT.new.hint}>{DRAFT.new.title}</Title>
        <NewDraft />
      </StaffScreen>
    )
  const kind: DraftKind = action === 'file_final' ? 'file_final' : 'revise'
  return (
    <StepScreen title={DRAFT[kind].title}>
      {(one) => {
        const own = ownOf(one)
        return own ? <Next one={one} own={own} kind={kind} /> : <Empty title={OPINION.none} />
      }}
    </StepScreen>
  )
}

type NextProps = { one: Case; own: RulesReviewOwn; kind: DraftKind }

function Next({ one, own, kind }: NextProps) {
  const { busy, problems, trouble, send } = useAct(one, kind, () => {
    dropStep(one.id, kind)
    void goBack()
  })
  const { text } = filledStep(one.id, kind)
  return (
    <Box className="narrow">
      {own.summary && <Notice title={DRAFT.opinionOn}>{own.summary}</Notice>}
      <DraftForm
        kind={kind}
        first={typeof text === 'string' ? clausesIn(text) : own.clauses.map((clause) => clause.text)}
        onText={(typed) => keepStep(one.id, kind, { text: typed })}
        busy={busy}
        problems={problems}
        trouble={trouble}
        onSend={send}
      />
    </Box>
  )
}
