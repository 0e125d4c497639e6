import { Button, LinkButton } from '#components/Button'
import { Choice } from '#components/Choice'
import { Notice } from '#components/Notice'
import { Box } from '#components/tags'
import { Refusal } from '#domain/refusal'
import { nearestIn } from '#services/hotline'
import { type ChosenSlot, chooseSlot, startAnew, useFailure, useIsUnsure } from '#store/booking'
import { callLegalLine } from '../../help.ts'
import { explain } from '../../use-loaded.ts'
import { When } from '../../When.tsx'
import { toSlots } from './to-slots.ts'
import { FORM_WORDS } from './words.ts'

/** Why it did not succeed and what to do now; everything typed stays. */
export function Trouble({ slot, onForm }: { slot: ChosenSlot | null; onForm: boolean }) {
  const failure = useFailure()
  const unsure = useIsUnsure()
  return (
    <Box className="trouble">
      {failure !== null && !unsure && <Refused failure={failure} slot={slot} onForm={onForm} />}
      {unsure && <Unsure failure={failure} />}
    </Box>
  )
}

/** What was sent before the program was closed, what got no answer just now, or an answer that leaves it open. */
function titleOf(failure: unknown): string {
  if (failure === null) return FORM_WORDS.unsureTitle
  return failure instanceof Refusal ? failure.message : FORM_WORDS.lostTitle
}

const Unsure = ({ failure }: { failure: unknown }) => (
  <Notice tone="warn" news title={titleOf(failure)}>
    {failure === null ? FORM_WORDS.unsureText : FORM_WORDS.lostText}
    <Box>
      <LinkButton href="tel:12348" onTap={callLegalLine}>
        {FORM_WORDS.call}
      </LinkButton>
    </Box>
  </Notice>
)

type RefusedProps = { failure: unknown; slot: ChosenSlot | null; onForm: boolean }

function Refused({ failure, slot, onForm }: RefusedProps) {
  const nearest = nearestIn(failure)
  if (slot && nearest.length > 0) return <Full slot={slot} nearest={nearest} />
  if (onForm) return <Notice tone="danger" news title={FORM_WORDS.fixFirst} />
  return (
    <Box>
      <Notice tone="warn" news title={explain(failure).words} />
      <Button tone="ghost" onTap={toSlots}>
        {FORM_WORDS.another}
      </Button>
    </Box>
  )
}

type FullProps = { slot: ChosenSlot; nearest: ReturnType<typeof nearestIn> }

/** Somebody was faster: the nearest free times on the same screen. */
function Full({ slot, nearest }: FullProps) {
  const choose = (id: string) => {
    const other = nearest.find((one) => one.id === id)
    if (!other) return
    chooseSlot({ ...slot, id, startsAt: other.startsAt, endsAt: other.endsAt })
    startAnew()
  }
  return (
    <Box className="full">
      <Notice tone="warn" news title={FORM_WORDS.fullTitle}>
        {FORM_WORDS.fullText}
      </Notice>
      <Choice
        label={FORM_WORDS.nearest}
        options={nearest.map(({ id, startsAt, endsAt }) => ({
          value: id,
          text: <When at={{ startsAt, endsAt }} />,
        }))}
        value={null}
        onChange={choose}
      />
      <LinkButton onTap={toSlots}>{FORM_WORDS.allTimes}</LinkButton>
    </Box>
  )
}
