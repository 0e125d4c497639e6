import { useState } from 'react'

import { Button, LinkButton } from '#components/Button'
import { Row, Rows } from '#components/Card'
import { Sheet } from '#components/Sheet'
import { TextField } from '#components/TextField'
import { Heading } from '#components/Title'
import { Box } from '#components/tags'
import type { Case } from '#contract/case'
import { Refusal } from '#domain/refusal'
import { type Field, reveal } from '#services/cases'
import { callPhone } from '#services/device'
import { explain } from '../use-loaded.ts'
import { CASE_WORDS, FIELD_LABEL } from './words.ts'

const inside = (form: Case['form'], part: string) => (form?.[part] ?? {}) as Readonly<Record<string, unknown>>

/** As the case shows it. */
const maskedIn = ({ form, applicant }: Case): Readonly<Record<Field, unknown>> => ({
  name: form?.name ?? applicant.name ?? '—',
  phone: form?.phone ?? applicant.phone ?? '—',
  story: null,
  id_number: inside(form, 'applicant').idNumber,
  address: inside(form, 'applicant').address,
  other_side: inside(form, 'otherSide').phone,
})

/** Masked until somebody who has the case asks for it with a reason; nothing of it is kept. */
export function Reveals({ one }: { one: Case }) {
  const [asking, setAsking] = useState<Field | null>(null)
  const [values, setValues] = useState<Partial<Record<Field, string>>>({})
  const masked = maskedIn(one)
  return (
    <Box as="section">
      <Heading>{CASE_WORDS.applicant}</Heading>
      <Rows>
        {one.reveals.map((field) => (
          <Row
            key={field}
            title={values[field] ?? String(masked[field] ?? CASE_WORDS.covered)}
            detail={FIELD_LABEL[field]}
            end={
              values[field] ? (
                field === 'phone' && <Dial number={values[field]} />
              ) : (
                <LinkButton
                  label={`${CASE_WORDS.reveal}${FIELD_LABEL[field]}`}
                  onTap={() => setAsking(field)}
                >
                  {CASE_WORDS.reveal}
                </LinkButton>
              )
            }
          />
        ))}
      </Rows>
      {asking && (
        <AskReveal
          one={one}
          field={asking}
          onClose={() => setAsking(null)}
          onValue={(value) => {
            setValues({ ...values, [asking]: value })
            setAsking(null)
          }}
        />
      )}
    </Box>
  )
}

const Dial = ({ number }: { number: string }) => (
  <LinkButton href={`tel:${number}`} onTap={() => callPhone(number)}>
    {CASE_WORDS.dial}
  </LinkButton>
)

type AskProps = { one: Case; field: Field; onClose: () => void; onValue: (value: string) => void }

function AskReveal({ one, field, onClose, onValue }: AskProps) {
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const ask = () => {
    setBusy(true)
    reveal(one.id, field, reason)
      .then(onValue, (error: unknown) =>
        setProblem((error instanceof Refusal && error.fields?.reason) || explain(error).words),
      )
      .finally(() => setBusy(false))
  }
  return (
    <Sheet title={`${CASE_WORDS.reveal}${FIELD_LABEL[field]}`} onClose={onClose}>
      <TextField
        label={CASE_WORDS.revealWhy}
        hint={CASE_WORDS.revealHint}
        error={problem}
        max={200}
        value={reason}
        onChange={setReason}
        onEnter={ask}
      />
      <Box className="sheet__buttons">
        <Button busy={busy} onTap={ask}>
          {CASE_WORDS.revealGo}
        </Button>
        <Button tone="quiet" onTap={onClose}>
          {CASE_WORDS.revealNot}
        </Button>
      </Box>
    </Sheet>
  )
}
