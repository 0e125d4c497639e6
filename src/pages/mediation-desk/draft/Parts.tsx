import { Button, LinkButton } from '#components/Button'
import { TextField } from '#components/TextField'
import { Heading } from '#components/Title'
import { Box } from '#components/tags'
import { DRAFT } from '../words.ts'
import { BLANK_PART, type Part, sumOf } from './terms.ts'

type Props = { parts: readonly Part[]; error: string | undefined; onParts: (parts: readonly Part[]) => void }

/** What is to be done, and by when: one line an instalment. */
export function Parts({ parts, error, onParts }: Props) {
  const change = (place: number, more: Partial<Part>) =>
    onParts(parts.map((one, at) => (at === place ? { ...one, ...more } : one)))
  return (
    <Box className={error ? 'lots field--wrong' : 'lots'}>
      <Heading>{DRAFT.instalments}</Heading>
      <Box className="lots__hint">{DRAFT.instalmentsHint}</Box>
      {parts.map((part, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an instalment is known by its place alone
        <Box key={place} className="lot" role="group" label={DRAFT.no(place + 1)}>
          <Box className="lot__top">
            <Box>{DRAFT.no(place + 1)}</Box>
            <LinkButton
              label={`${DRAFT.dropInstalment}${DRAFT.no(place + 1)}`}
              onTap={() => onParts(parts.filter((_, at) => at !== place))}
            >
              {DRAFT.dropInstalment}
            </LinkButton>
          </Box>
          <Box className="pair">
            <TextField
              kind="date"
              label={DRAFT.dueOn}
              value={part.dueOn}
              onChange={(dueOn) => change(place, { dueOn })}
            />
            <TextField
              kind="number"
              label={DRAFT.each}
              value={part.amount}
              onChange={(amount) => change(place, { amount })}
            />
          </Box>
          <TextField
            label={DRAFT.what}
            max={200}
            value={part.what}
            onChange={(what) => change(place, { what })}
          />
        </Box>
      ))}
      <Box live="polite">{error && <Box className="field__error">{error}</Box>}</Box>
      <Box>{parts.length > 0 && <Box className="lots__sum">{DRAFT.sum(sumOf(parts))}</Box>}</Box>
      <Button tone="ghost" onTap={() => onParts([...parts, BLANK_PART])}>
        {DRAFT.addInstalment}
      </Button>
    </Box>
  )
}
