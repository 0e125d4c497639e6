import { Button } from '#components/Button'
import { Notice } from '#components/Notice'
import { Sheet } from '#components/Sheet'
import { Box } from '#components/tags'
import type { Case, CaseAction } from '#contract/case'
import { placeOf } from './step/attached.ts'
import { Fields } from './step/Fields.tsx'
import { useStep } from './step/use-step.ts'
import { STEP_WORDS } from './step/words.ts'

type Props = { one: Case; step: CaseAction; onClose: () => void; onRefused: (words: string) => void }

/** Whoever undoes something owes no reason: only what is required is asked. */
const fieldsOf = ({ final, fields }: CaseAction) =>
  final ? fields.filter(({ required }) => required) : fields

/** What the step means, and the words it takes. What is typed stays until it is done. */
export function Ask({ one, step, onClose, onRefused }: Props) {
  const fields = fieldsOf(step)
  const { filling, problems, busy, trouble, fill, check, send } = useStep(one, step, fields, {
    onDone: onClose,
    onRefused,
  })
  const yes = (
    <Button
      key="yes"
      tone={step.final ? 'danger' : 'main'}
      busy={busy}
      onTap={() => {
        if (check()) send()
      }}
    >
      {step.final ? STEP_WORDS.sure(step.text) : step.text}
    </Button>
  )
  const no = (
    <Button key="no" tone={step.final ? 'main' : 'quiet'} onTap={onClose}>
      {STEP_WORDS.close}
    </Button>
  )
  return (
    <Sheet title={STEP_WORDS.ask(step.text)} onClose={onClose}>
      {step.means && <Box className="sheet__text">{step.means}</Box>}
      <Fields
        placeOf={(name) => placeOf(one.id, step.action, name)}
        fields={fields}
        filling={filling}
        problems={problems}
        onFill={fill}
      />
      <Box>
        {trouble && (
          <Notice tone="warn" news>
            {trouble}
          </Notice>
        )}
      </Box>
      <Box className="sheet__buttons">{step.final ? [no, yes] : [yes, no]}</Box>
    </Sheet>
  )
}
