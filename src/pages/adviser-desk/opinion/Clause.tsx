import { Card } from '#components/Card'
import { Choice } from '#components/Choice'
import { Field } from '#components/Field'
import { Icon } from '#components/Icon'
import { TextField } from '#components/TextField'
import { Box, Tap } from '#components/tags'
import type { RulesReviewOwn } from '#contract/rules-review'
import { VERDICTS } from '#domain/rules-review'
import { VERDICT_NAME } from '#domain/rules-review-words'
import { OPINION } from '../words.ts'
import type { Opinion } from './opinions.ts'

type Flag = RulesReviewOwn['redFlags'][number]
type Props = {
  text: string
  flags: readonly Flag[]
  opinion: Opinion
  onChange: (more: Partial<Opinion>) => void
}

const VERDICT_OPTIONS = VERDICTS.map((value) => ({ value, text: VERDICT_NAME[value] }))

export const Clause = ({ text, flags, opinion, onChange }: Props) => (
  <Box>
    <Box className="clause">
      <Card>{text}</Card>
    </Box>
    <Choice
      label={OPINION.verdict}
      options={VERDICT_OPTIONS}
      value={opinion.verdict}
      onChange={(verdict) => onChange({ verdict })}
    />
    {opinion.verdict !== null && opinion.verdict !== 'lawful' && (
      <Box>
        <Flags flags={flags} chosen={opinion.flags} onChosen={(chosen) => onChange({ flags: chosen })} />
        <TextField
          kind="long"
          label={OPINION.advice}
          hint={OPINION.adviceHint}
          max={1000}
          value={opinion.advice}
          onChange={(advice) => onChange({ advice })}
        />
      </Box>
    )}
  </Box>
)

type FlagsProps = {
  flags: readonly Flag[]
  chosen: Opinion['flags']
  onChosen: (chosen: Opinion['flags']) => void
}

/** Reasons to choose from; several may hold. */
const Flags = ({ flags, chosen, onChosen }: FlagsProps) => (
  <Field label={OPINION.flags} hint={OPINION.flagsHint} group>
    {() => (
      <Box className="flags">
        {flags.map(({ flag, text, law }) => {
          const on = chosen.includes(flag)
          return (
            <Tap
              key={flag}
              className={on ? 'flag flag--on' : 'flag'}
              chosen={on}
              onTap={() => onChosen(on ? chosen.filter((one) => one !== flag) : [...chosen, flag])}
            >
              <Box className="flag__row">
                <Box className="flag__mark" silent>
                  {on && <Icon name="check" size="s" />}
                </Box>
                <Box className="flag__words">
                  <Box>{text}</Box>
                  {law && <Box className="flag__law">{law}</Box>}
                </Box>
              </Box>
            </Tap>
          )
        })}
      </Box>
    )}
  </Field>
)
