import { useState } from 'react'

import { Button } from '#components/Button'
import { Card } from '#components/Card'
import { Choices } from '#components/Choices'
import { Notice } from '#components/Notice'
import { TextField } from '#components/TextField'
import { Heading } from '#components/Title'
import { Box } from '#components/tags'
import { LANGUAGE, type Language } from '#domain/aid-terms'
import { type FieldProblems, Refusal } from '#domain/refusal'
import { type CentreLawyer, type Qualification, saveLawyer } from '#services/aid-desk'
import { explain } from '../../use-loaded.ts'
import { LAWYERS } from '../words.ts'

type Typed = {
  firm: string
  licence: string
  practiceSince: string
  defenceSince: string
  languages: readonly Language[]
  leaveUntil: string
}

const typedOf = ({
  firm,
  licence,
  practiceSince,
  defenceSince,
  languages,
  leaveUntil,
}: CentreLawyer): Typed => ({
  firm: firm ?? '',
  licence: licence ?? '',
  practiceSince: practiceSince ?? '',
  defenceSince: defenceSince ?? '',
  languages,
  leaveUntil: leaveUntil ?? '',
})

/** What is left empty is not sent. */
const bodyOf = ({
  firm,
  practiceSince,
  languages,
  licence,
  defenceSince,
  leaveUntil,
}: Typed): Qualification => ({
  firm,
  practiceSince,
  languages: [...languages],
  ...(licence && { licence }),
  ...(defenceSince && { defenceSince }),
  ...(leaveUntil && { leaveUntil }),
})

const OPTIONS = Object.entries(LANGUAGE).map(([value, text]) => ({ value, text }))

type Props = {
  lawyer: CentreLawyer
  onSaved: (lawyers: CentreLawyer[]) => void
  onLeave: () => void
}

/** How one lawyer is qualified, and until when they are away. */
export function LawyerForm({ lawyer, onSaved, onLeave }: Props) {
  const [typed, setTyped] = useState(() => typedOf(lawyer))
  const [problems, setProblems] = useState<FieldProblems>({})
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const put = (name: keyof Typed) => (value: string) => setTyped({ ...typed, [name]: value })
  const fail = (error: unknown) => {
    if (error instanceof Refusal && error.fields) setProblems(error.fields)
    else setTrouble(explain(error).words)
  }
  const save = () => {
    setBusy(true)
    setProblems({})
    setTrouble(null)
    saveLawyer(lawyer.id, bodyOf(typed))
      .then(onSaved, fail)
      .finally(() => setBusy(false))
  }
  const field = (name: Exclude<keyof Typed, 'languages'>) => ({
    label: LAWYERS[name],
    value: typed[name],
    error: problems[name],
    onChange: put(name),
  })
  return (
    <Card as="section" label={lawyer.name}>
      <Heading>{lawyer.name}</Heading>
      <TextField {...field('firm')} max={100} />
      <TextField {...field('licence')} optional max={20} />
      <TextField {...field('practiceSince')} kind="date" />
      <TextField {...field('defenceSince')} kind="date" optional hint={LAWYERS.defenceWhy} />
      <Choices
        label={LAWYERS.languages}
        options={OPTIONS}
        values={typed.languages}
        error={problems.languages}
        onChange={(values) => setTyped({ ...typed, languages: values as readonly Language[] })}
      />
      <TextField {...field('leaveUntil')} kind="date" optional />
      <Box live="polite">{trouble && <Notice tone="warn" title={trouble} />}</Box>
      <Box className="lawyer__form">
        <Button busy={busy} onTap={save}>
          {LAWYERS.save}
        </Button>
        <Button tone="quiet" onTap={onLeave}>
          {LAWYERS.cancel}
        </Button>
      </Box>
    </Card>
  )
}
