import './Field.scss'

import { type ReactNode, useId } from 'react'

import { Box, Words } from '#components/tags'

const web = process.env.TARO_ENV === 'h5'

export type FieldWords = {
  label: string
  hint?: ReactNode
  /** Why we ask (PIPL art. 17): stands beside the field. */
  purpose?: string | undefined
  /** What to do about it, in words for the citizen. */
  error?: string | undefined
  optional?: boolean | undefined
}

export type Named = { id: string; describedBy: string | undefined; labelledBy: string }

type Props = FieldWords & {
  /** Several controls under one name, such as a list to choose from. */
  group?: boolean
  children: (named: Named) => ReactNode
}

/** A question: its name, why it is asked, the control, and what is wrong. */
export function Field({ label, hint, purpose, error, optional, group, children }: Props) {
  const id = useId()
  const about = [hint && `${id}-hint`, purpose && `${id}-why`, error && `${id}-error`]
    .filter(Boolean)
    .join(' ')
  const name = (
    <>
      {label}
      {optional && <Words className="field__optional">（可不填）</Words>}
    </>
  )
  return (
    <Box className={`field ${error ? 'field--wrong' : ''}`}>
      {web && !group ? (
        <label className="field__label" htmlFor={id} id={`${id}-label`}>
          {name}
        </label>
      ) : (
        <Box className="field__label" id={`${id}-label`}>
          {name}
        </Box>
      )}
      {hint && (
        <Box className="field__hint" id={`${id}-hint`}>
          {hint}
        </Box>
      )}
      {children({ id, describedBy: about || undefined, labelledBy: `${id}-label` })}
      <Box className="field__below">
        {error && (
          <Box className="field__error" id={`${id}-error`} live="polite">
            {error}
          </Box>
        )}
        {purpose && (
          <Box className="field__purpose" id={`${id}-why`}>
            用途：{purpose}
          </Box>
        )}
      </Box>
    </Box>
  )
}
