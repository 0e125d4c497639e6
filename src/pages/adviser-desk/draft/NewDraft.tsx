import { Select } from '#components/Select'
import { TextField } from '#components/TextField'
import { Muted } from '#components/Title'
import { Box } from '#components/tags'
import { problemsIn } from '#contract/problems-in'
import { NewRulesReview, type NewRulesReviewInput } from '#contract/rules-review'
import { RULES_TEXTS } from '#domain/rules-review'
import { RULES_TEXT_NAME } from '#domain/rules-review-words'
import { goInstead } from '#services/route'
import { sendDraft } from '#services/village-rules'
import { forgetDraft, setDraftField, useDraftField } from '#store/draft'
import { useSession } from '#store/session'
import { goToFirstWrong } from '../../first-wrong.ts'
import { useSend } from '../../use-send.ts'
import { DESK, DRAFT } from '../words.ts'
import { DraftForm } from './DraftForm.tsx'

const TEXTS = RULES_TEXTS.map((value) => ({ value, text: RULES_TEXT_NAME[value] }))

const KIND = 'rules_review'

/** What a contact hands in for the village they stand for. */
export function NewDraft() {
  const regionCode = useSession(
    ({ account }) => account?.roles.find(({ role }) => role === 'village_contact')?.regionCode,
  )
  const what = useDraftField(KIND, 'what', 'village_rules')
  const title = useDraftField(KIND, 'title', '')
  const background = useDraftField(KIND, 'background', '')
  const text = useDraftField(KIND, 'text', '')
  const keep = (name: string) => (value: string) => setDraftField(KIND, name, value)
  const { busy, problems, trouble, send, complain } = useSend()
  const submit = ({ clauses }: { clauses: string[] }) => {
    const body = { regionCode, what, title, clauses, ...(background.trim() && { background }) }
    const found = problemsIn(NewRulesReview, body)
    complain(found)
    if (Object.keys(found).length > 0) return goToFirstWrong()
    send(
      () => sendDraft(body as NewRulesReviewInput),
      ({ id }) => {
        forgetDraft(KIND)
        void goInstead('case', { id, view: 'desk' })
      },
    )
  }
  if (!regionCode) return <Muted>{DRAFT.noVillage}</Muted>
  return (
    <Box className="narrow">
      <Select
        label={DRAFT.what}
        blank={DESK.choose}
        entries={TEXTS}
        error={problems.what}
        value={what}
        onChange={keep('what')}
      />
      <TextField
        label={DRAFT.name}
        hint={DRAFT.nameHint}
        error={problems.title}
        max={60}
        value={title}
        onChange={keep('title')}
      />
      <TextField
        kind="long"
        label={DRAFT.background}
        hint={DRAFT.backgroundHint}
        optional
        error={problems.background}
        max={500}
        value={background}
        onChange={keep('background')}
      />
      <DraftForm
        kind="new"
        first={[text]}
        onText={keep('text')}
        busy={busy}
        problems={problems}
        trouble={trouble}
        onSend={submit}
      />
    </Box>
  )
}
