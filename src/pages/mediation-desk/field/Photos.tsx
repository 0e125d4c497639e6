import { type ChangeEvent, useId } from 'react'

import { Button, LinkButton } from '#components/Button'
import { Box } from '#components/tags'
import { ACCEPT, type Chosen, choose, chosenInBrowser } from '#services/files'
import { FIELD } from '../words.ts'

const web = process.env.TARO_ENV === 'h5'

const MOST = 9

type Props = { photos: readonly Chosen[]; onPhotos: (photos: readonly Chosen[]) => void }

/** Chosen and held here; they are sealed with the note and not sent before it. */
export function Photos({ photos, onPhotos }: Props) {
  const add = (more: readonly Chosen[]) => onPhotos([...photos, ...more].slice(0, MOST))
  return (
    <Box className="field">
      <Box className="field__label">{FIELD.photos}</Box>
      {web ? (
        <Picker onFiles={(files) => add(chosenInBrowser(files))} />
      ) : (
        <Button tone="ghost" onTap={() => void choose(MOST - photos.length).then(add)}>
          {FIELD.addPhoto}
        </Button>
      )}
      <Box live="polite">
        {photos.length > 0 && (
          <Box className="kept">
            {`${FIELD.chosen(photos.length)}：${photos.map(({ name }) => name).join('、')}`}
            <LinkButton onTap={() => onPhotos([])}>{FIELD.drop}</LinkButton>
          </Box>
        )}
      </Box>
    </Box>
  )
}

function Picker({ onFiles }: { onFiles: (files: File[]) => void }) {
  const id = useId()
  const take = ({ target }: ChangeEvent<HTMLInputElement>) => {
    onFiles([...(target.files ?? [])])
    target.value = ''
  }
  return (
    <label className="button button--ghost pick" htmlFor={id}>
      <span className="button__words">{FIELD.addPhoto}</span>
      <input id={id} className="choice__input" type="file" accept={ACCEPT} multiple onChange={take} />
    </label>
  )
}
