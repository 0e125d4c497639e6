import { useState } from 'react'

import { Button } from '#components/Button'
import { Notice } from '#components/Notice'
import { Confirm } from '#components/Sheet'
import { Box } from '#components/tags'
import { type DeskHours, HoursChange, type Preview } from '#contract/desk'
import { askWhatBreaks, saveHours } from '#services/desk'
import { changesIn, useSaving } from '../admin/use-saving.ts'
import { COMMON } from '../admin/words.ts'
import { hoursOf, typedHours } from '../desks/typed.ts'
import { Closures, Week } from '../desks/Week.tsx'
import { Effect, peopleMoved } from './Effect.tsx'
import { HOURS_WORDS } from './words.ts'

type Props = { desk: DeskHours; onSaved: (saved: DeskHours, words: string) => void }

/** What was asked about, so that nothing else is changed than what was shown. */
type Looked = { preview: Preview; change: HoursChange }

/** The week and the days without it; first what it would do, then the change itself. */
export function HoursForm({ desk, onSaved }: Props) {
  const [typed, setTyped] = useState(() => typedHours(desk))
  const [looked, setLooked] = useState<Looked | null>(null)
  const [move, setMove] = useState(true)
  const [asking, setAsking] = useState(false)
  const { busy, fields, problem, save, run } = useSaving()
  const change = changesIn(hoursOf(typed), hoursOf(typedHours(desk)))
  const isUntouched = Object.keys(change).length === 0
  const isCurrent = looked !== null && JSON.stringify(looked.change) === JSON.stringify(change)
  const people = looked ? peopleMoved(looked.preview, move) : 0

  const set = (part: Partial<typeof typed>) => setTyped((old) => ({ ...old, ...part }))
  const look = async () => {
    const preview = await save(HoursChange, change, (body) => askWhatBreaks(desk.id, body))
    setLooked(preview ? { preview, change: change as HoursChange } : null)
  }
  const store = async () => {
    const body = { ...change, ...(people > 0 && { move: true }) } as HoursChange
    const saved = await run(() => saveHours(desk.id, body))
    setAsking(false)
    if (saved) onSaved(saved, people > 0 ? HOURS_WORDS.savedMoved(people) : HOURS_WORDS.saved)
  }

  return (
    <Box>
      <Week rows={typed.openings} fields={fields} onChange={(openings) => set({ openings })} />
      <Closures
        rows={typed.closures}
        fields={fields}
        hint={HOURS_WORDS.moveShut}
        onChange={(closures) => set({ closures })}
      />
      <Box className="admin__part">
        <Box className="admin__news" live="polite">
          {problem && (
            <Notice tone="danger" title={COMMON.failed} news>
              {problem}
            </Notice>
          )}
        </Box>
        <Box live="polite">{looked && isCurrent && <Effect {...looked} move={move} onMove={setMove} />}</Box>
        <Box className="admin__acts">
          {isCurrent && !isUntouched ? (
            <Button busy={busy} busyWords={HOURS_WORDS.saving} onTap={() => setAsking(true)}>
              {HOURS_WORDS.save}
            </Button>
          ) : (
            <Button
              tone="ghost"
              busy={busy}
              busyWords={HOURS_WORDS.looking}
              disabled={isUntouched}
              onTap={() => void look()}
            >
              {isUntouched ? HOURS_WORDS.untouched : HOURS_WORDS.look}
            </Button>
          )}
        </Box>
      </Box>
      {asking && (
        <Confirm
          title={HOURS_WORDS.ask}
          yes={HOURS_WORDS.save}
          no={HOURS_WORDS.not}
          busy={busy}
          onYes={() => void store()}
          onNo={() => setAsking(false)}
        >
          {people > 0 ? HOURS_WORDS.askMove(people) : HOURS_WORDS.askPlain}
        </Confirm>
      )}
    </Box>
  )
}
