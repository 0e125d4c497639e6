import { useState } from 'react'

import { Select } from '#components/Select'
import { TextField } from '#components/TextField'
import { Muted } from '#components/Title'
import { Box } from '#components/tags'
import { NewRulesReview, type NewRulesReviewInput } from '#contract/rules-review'
import { RULES_TEXTS } from '#domain/rules-review'
import { RULES_TEXT_NAME } from '#domain/rules-review-words'
import { goInstead } from '#services/route'
import { sendDraft } from '#services/village-rules'
import { useSession } from '#store/session'
import { goToFirstWrong } from '../../first-wrong.ts'
import { problemsIn, useSend } from '../use-send.ts'
import { DESK, DRAFT } from '../words.ts'
import { DraftForm } from './DraftForm.tsx'

const TEXTS = RULES_TEXTS.map((value) => ({ value, text: RULES_TEXT_NAME[value] }))

/** What a contact hands in for the village they stand for. */
export function NewDraft() {
  const regionCode = useSession(
    ({ account }) => account?.roles.find(({ role }) => role === 'village_contact')?.regionCode,
  )
  const [what, setWhat] = useState('village_rules')
  const [title, setTitle] = useState('')
  const [background, setBackground] = useState('')
  const { busy, problems, trouble, send, complain } = useSend()
  const submit = ({ clauses }: { clauses: string[] }) => {
    const body = { regionCode, what, title, clauses, ...(background.trim() && { background }) }
    const found = problemsIn(NewRulesReview, body)
    complain(found)
    if (Object.keys(found).length > 0) return goToFirstWrong()
    send(
      () => sendDraft(body as NewRulesReviewInput),
      ({ id }) => void goInstead('case', { id, view: 'desk' }),
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
        onChange={setWhat}
      />
      <TextField
        label={DRAFT.name}
        hint={DRAFT.nameHint}
        error={problems.title}
        max={60}
        value={title}
        onChange={setTitle}
      />
      <TextField
        kind="long"
        label={DRAFT.background}
        hint={DRAFT.backgroundHint}
        optional
        error={problems.background}
        max={500}
        value={background}
        onChange={setBackground}
      />
      <DraftForm kind="new" first={[]} busy={busy} problems={problems} trouble={trouble} onSend={submit} />
    </Box>
  )
}
