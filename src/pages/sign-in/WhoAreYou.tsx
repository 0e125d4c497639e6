import { Button, LinkButton } from '#components/Button'
import { TextField } from '#components/TextField'
import { Heading, Muted } from '#components/Title'
import { Box } from '#components/tags'
import { callLegalLine, LEGAL_LINE } from '../help.ts'
import type { Entry } from './use-entry.ts'
import { SIGN_IN } from './words.ts'

/** A number that was silent for half a year may be somebody else's by now: its owner says who they are. */
export const WhoAreYou = ({ entry }: { entry: Entry }) => (
  <Box as="section" className="who-are-you">
    <Box live="polite">
      <Heading>{SIGN_IN.doubted}</Heading>
      <Muted>{SIGN_IN.doubtedWhy}</Muted>
    </Box>
    <TextField
      label={SIGN_IN.confirm}
      hint={SIGN_IN.confirmHint}
      max={40}
      value={entry.typed.confirm}
      error={entry.typed.confirm ? entry.fields.confirm : undefined}
      onChange={entry.type('confirm')}
      onEnter={entry.enter}
    />
  </Box>
)

/** Or the number is new to this person, who starts with nothing. */
export const NewNumber = ({ entry }: { entry: Entry }) => (
  <Box className="new-number">
    <LinkButton href={`tel:${LEGAL_LINE}`} onTap={callLegalLine}>
      {SIGN_IN.confirmCall}
    </LinkButton>
    <Button tone="ghost" busy={entry.busy} onTap={entry.enterAsNew}>
      {SIGN_IN.newOwner}
    </Button>
    <Muted>{SIGN_IN.newOwnerWhy}</Muted>
  </Box>
)
