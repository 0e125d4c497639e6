import { Button, LinkButton } from '#components/Button'
import { TextField } from '#components/TextField'
import { Heading } from '#components/Title'
import { Box } from '#components/tags'
import { DRAFT } from '../words.ts'

type Props = {
  clauses: readonly string[]
  error: string | undefined
  onClauses: (clauses: readonly string[]) => void
}

/** The clauses usual for this kind of dispute, to be made those of this very case. */
export const Clauses = ({ clauses, error, onClauses }: Props) => (
  <Box className={error ? 'lots field--wrong' : 'lots'}>
    <Heading>{DRAFT.clauses}</Heading>
    <Box className="lots__hint">{DRAFT.clausesHint}</Box>
    {clauses.map((clause, place) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a clause is known by its place alone
      <Box key={place} className="lot">
        <TextField
          kind="long"
          label={DRAFT.clause(place + 1)}
          max={1000}
          value={clause}
          onChange={(text) => onClauses(clauses.map((one, at) => (at === place ? text : one)))}
        />
        <LinkButton
          label={`${DRAFT.dropClause}${DRAFT.clause(place + 1)}`}
          onTap={() => onClauses(clauses.filter((_, at) => at !== place))}
        >
          {DRAFT.dropClause}
        </LinkButton>
      </Box>
    ))}
    <Box live="polite">{error && <Box className="field__error">{error}</Box>}</Box>
    <Button tone="ghost" onTap={() => onClauses([...clauses, ''])}>
      {DRAFT.addClause}
    </Button>
  </Box>
)
