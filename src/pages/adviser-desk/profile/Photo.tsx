import { type ChangeEvent, useState } from 'react'

import { Button, LinkButton } from '#components/Button'
import { Field, type Named } from '#components/Field'
import { Notice } from '#components/Notice'
import { Picture } from '#components/Picture'
import { Box } from '#components/tags'
import type { Adviser } from '#contract/adviser'
import { dropPhoto, sendPhoto } from '#services/adviser-desk'
import { pictureAt } from '#services/advisers'
import { type Chosen, choose, chosenInBrowser } from '#services/files'
import { useSend } from '../../use-send.ts'
import { Trouble } from '../Trouble.tsx'
import { PROFILE } from '../words.ts'

const web = process.env.TARO_ENV === 'h5'

/** The picture as this device has it: the browser that asks again may show the one before. */
const seenOf = ({ source }: Chosen) => (typeof source === 'string' ? source : URL.createObjectURL(source))

/** The face by which the village knows its adviser. */
export function Photo({ adviser }: { adviser: Adviser }) {
  const [seen, setSeen] = useState(adviser.photo && pictureAt(adviser.photo))
  const [done, setDone] = useState<string | null>(null)
  const { busy, problems, trouble, send } = useSend()
  const put = (photo: Chosen) =>
    send(
      () => sendPhoto(photo),
      () => {
        setSeen(seenOf(photo))
        setDone(PROFILE.photoSaved)
      },
    )
  const drop = () =>
    send(dropPhoto, () => {
      setSeen(null)
      setDone(PROFILE.photoDropped)
    })
  return (
    <Field label={PROFILE.photo} purpose={PROFILE.photoWhy} error={problems.file} group>
      {(named) => (
        <Box>
          <Box className="face">
            <Face seen={seen} adviser={adviser} />
            <Box className="face__acts">
              <Choose named={named} has={seen !== null} busy={busy} onPhoto={put} />
              {seen && <LinkButton onTap={drop}>{PROFILE.drop}</LinkButton>}
            </Box>
          </Box>
          <Trouble words={problems.file ? null : trouble} />
          {done && <Notice tone="ok" title={done} news />}
        </Box>
      )}
    </Field>
  )
}

const Face = ({ seen, adviser: { name, initials } }: { seen: string | null; adviser: Adviser }) =>
  seen ? (
    <Picture className="face__picture" src={seen} alt={PROFILE.photoOf(name)} />
  ) : (
    <Box className="face__picture face__picture--plain" silent>
      {initials}
    </Box>
  )

type Props = { named: Named; has: boolean; busy: boolean; onPhoto: (photo: Chosen) => void }

/** A file of the browser's device; in the mini-program the camera or the album. */
function Choose({ named: { describedBy }, has, busy, onPhoto }: Props) {
  const pick = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [photo] = chosenInBrowser(target.files ?? [])
    if (photo) onPhoto(photo)
    target.value = ''
  }
  const words = has ? PROFILE.change : PROFILE.choose
  if (web)
    return (
      <label className="button button--ghost face__choose">
        {words}
        <input
          className="face__input"
          type="file"
          accept="image/jpeg,image/png,image/webp"
          aria-describedby={describedBy}
          disabled={busy}
          onChange={pick}
        />
      </label>
    )
  const ask = () => void choose(1).then(([photo]) => photo && onPhoto(photo))
  return (
    <Button tone="ghost" busy={busy} onTap={ask}>
      {words}
    </Button>
  )
}
