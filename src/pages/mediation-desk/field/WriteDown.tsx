import { useState } from 'react'

import { Button } from '#components/Button'
import { Choice } from '#components/Choice'
import { Notice } from '#components/Notice'
import { TextField } from '#components/TextField'
import { Heading } from '#components/Title'
import { Box, Tap } from '#components/tags'
import type { Case } from '#contract/case'
import type { Item, MediationOwn } from '#contract/mediation'
import type { Chosen } from '#services/files'
import { TooLarge, writeDown } from '#store/field-work'
import { partiesOf } from '../parties.ts'
import { FIELD } from '../words.ts'
import { Photos } from './Photos.tsx'

const KINDS = (['note', 'record', 'photo'] as const).map((value) => ({ value, text: FIELD.kinds[value] }))

type State = { state: 'idle' | 'busy' | 'kept' } | { state: 'failed'; words: string }

const wordsFor = (failure: unknown) =>
  failure instanceof TooLarge ? FIELD.tooLarge(failure.message) : FIELD.noRoom

/** Written once and never changed: kept on the telephone first, then sent. */
export function WriteDown({ one, own }: { one: Case; own: MediationOwn }) {
  const [kind, setKind] = useState<Item['kind']>('note')
  const [text, setText] = useState('')
  const [photos, setPhotos] = useState<readonly Chosen[]>([])
  const [doing, setDoing] = useState<State>({ state: 'idle' })
  const nothing = text.trim() === '' && photos.length === 0
  const keep = () => {
    if (nothing) return setDoing({ state: 'failed', words: FIELD.empty })
    setDoing({ state: 'busy' })
    writeDown({ caseId: one.id, kind, text, photos }).then(
      () => {
        setText('')
        setPhotos([])
        setDoing({ state: 'kept' })
      },
      (failure: unknown) => setDoing({ state: 'failed', words: wordsFor(failure) }),
    )
  }
  return (
    <Box as="section">
      <Heading>{FIELD.write}</Heading>
      <Choice label={FIELD.kind} layout="pair" options={KINDS} value={kind} onChange={setKind} />
      <TextField
        kind="long"
        label={FIELD.text}
        hint={FIELD.textHint}
        max={8000}
        value={text}
        onChange={(typed) => {
          setText(typed)
          setDoing({ state: 'idle' })
        }}
      />
      <Box className="chips">
        <Tap className="chip" onTap={() => setText((now) => `${now}${partiesOf(own)}`)}>
          {FIELD.insert}
        </Tap>
      </Box>
      <Photos photos={photos} onPhotos={setPhotos} />
      <Box>
        {doing.state === 'failed' && <Notice tone="warn" title={doing.words} news />}
        {doing.state === 'kept' && <Notice tone="ok" title={FIELD.keptNow} news />}
      </Box>
      <Button busy={doing.state === 'busy'} busyWords={FIELD.keeping} onTap={keep}>
        {FIELD.keep}
      </Button>
    </Box>
  )
}
