import { useState } from 'react'

import { Await } from '#components/Await'
import { LinkButton } from '#components/Button'
import { Row, Rows } from '#components/Card'
import { Field } from '#components/Field'
import { TextField } from '#components/TextField'
import { Muted } from '#components/Title'
import { Box } from '#components/tags'
import type { Organisation } from '#contract/organisation'
import type { Region } from '#contract/region'
import { spokenPath } from '#domain/region'
import { readOrganisations } from '#services/admin'
import { searchPlaces } from '#services/region'
import { callLegalLine } from '../../help.ts'
import { useLoaded } from '../../use-loaded.ts'
import { useSettled } from '../../use-settled.ts'
import { COMMON } from './words.ts'

/** What was picked: a code or an id, and how it is called. */
export type Picked = { value: string; words: string }
type Found = Picked & { detail: string }

type Props = {
  label: string
  hint: string
  error?: string | undefined
  picked: Picked | null
  onPick: (picked: Picked | null) => void
}

const placeOf = ({ code, name, path }: Region): Found => ({
  value: code,
  words: spokenPath(path),
  detail: name === path ? '' : spokenPath(path),
})

const bodyOf = ({ id, name, region }: Organisation): Found => ({
  value: id,
  words: name,
  detail: region ?? '',
})

const MOST = 8

const findPlaces = async (q: string) => (await searchPlaces(q)).slice(0, MOST).map(placeOf)
const findBodies = async (q: string) => {
  const { items } = await readOrganisations({ q })
  return items
    .filter(({ active }) => active)
    .slice(0, MOST)
    .map(bodyOf)
}

/** A place of any level. */
export const PlaceField = (props: Props) => <Seek {...props} find={findPlaces} />
/** A body that is at work. */
export const OrganisationField = (props: Props) => <Seek {...props} find={findBodies} />

function Seek({
  label,
  hint,
  error,
  picked,
  onPick,
  find,
}: Props & { find: (q: string) => Promise<Found[]> }) {
  const [text, setText] = useState('')
  const q = useSettled(text)
  const pick = ({ value, words }: Found) => {
    setText('')
    onPick({ value, words })
  }
  if (picked)
    return (
      <Field label={label} error={error} group>
        {() => (
          <Box className="admin__picked">
            <Box className="admin__picked-words">{picked.words}</Box>
            <LinkButton label={`${COMMON.change}${label}`} onTap={() => onPick(null)}>
              {COMMON.change}
            </LinkButton>
          </Box>
        )}
      </Field>
    )
  return (
    <Box>
      <TextField label={label} hint={hint} error={error} kind="search" value={text} onChange={setText} />
      <Box className="admin__found">{q && <FoundList q={q} find={find} onPick={pick} />}</Box>
    </Box>
  )
}

type ListProps = { q: string; find: (q: string) => Promise<Found[]>; onPick: (found: Found) => void }

function FoundList({ q, find, onPick }: ListProps) {
  const { loaded, reload } = useLoaded(() => find(q), [q])
  return (
    <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={1}>
      {(found) => (
        <Box live="polite">
          {found.length === 0 && <Muted>{COMMON.nothingFound}</Muted>}
          <Rows>
            {found.map((one) => (
              <Row
                key={one.value}
                title={one.words}
                detail={one.detail === one.words ? undefined : one.detail}
                onTap={() => onPick(one)}
              />
            ))}
          </Rows>
        </Box>
      )}
    </Await>
  )
}
