import { useState } from 'react'

import { Await } from '#components/Await'
import { Button } from '#components/Button'
import { Row, Rows } from '#components/Card'
import { Icon } from '#components/Icon'
import { Muted } from '#components/Title'
import { Box, Tap } from '#components/tags'
import type { Region } from '#contract/region'
import { MOST } from '#services/region'
import { callLegalLine } from '../help.ts'
import type { Walk } from './tree.ts'
import { enough, here, REGION, rest } from './words.ts'

const AT_ONCE = 60

type Props = {
  walk: Walk
  /** A town or county is not enough. */
  villagesOnly?: boolean
  /** Where an organ is: a county is as good as a village. */
  isMatter?: boolean
  onChoose: (place: Region) => void
}

const Crumb = ({ name, onTap }: { name: string; onTap: () => void }) => (
  <Tap className="crumb" label={`${REGION.up}${name}`} onTap={onTap}>
    <Box className="crumb__row">
      {name}
      <Icon name="next" size="s" />
    </Box>
  </Tap>
)

/** The way down to here; each part leads back up. */
const Crumbs = ({ path, upTo }: Walk) => (
  <Box as="nav" className="crumbs" label={REGION.way}>
    {path.length > 0 && <Crumb name={REGION.top} onTap={() => upTo(0)} />}
    {path.slice(0, -1).map(({ code, name }, depth) => (
      <Crumb key={code} name={name} onTap={() => upTo(depth + 1)} />
    ))}
    {path.slice(-1).map(({ code, name }) => (
      <Box key={code} className="crumb__here">
        {name}
      </Box>
    ))}
  </Box>
)

type PlacesProps = { places: readonly Region[]; onTap: (place: Region) => void }

/** A long list comes in two parts, so that the telephone is not kept busy. */
function Places({ places, onTap }: PlacesProps) {
  const [all, setAll] = useState(false)
  const shown = all ? places : places.slice(0, AT_ONCE)
  const left = places.length - shown.length
  return (
    <Box>
      <Rows>
        {shown.map((place) => (
          <Row key={place.code} title={place.name} onTap={() => onTap(place)} />
        ))}
      </Rows>
      {left > 0 && (
        <Box className="tree__enough">
          <Button tone="ghost" onTap={() => setAll(true)}>
            {rest(left)}
          </Button>
        </Box>
      )}
      {places.length === 0 && <Muted>{REGION.nothingBelow}</Muted>}
      {all && places.length >= MOST && <Muted>{REGION.many}</Muted>}
    </Box>
  )
}

/** One level after the other, down to the village. */
export function Tree({ walk, villagesOnly, isMatter, onChoose }: Props) {
  const { loaded, reload, last, into } = walk
  return (
    <Box className="tree">
      <Crumbs {...walk} />
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={4}>
        {(places) => (
          <Places
            key={last?.code}
            places={places}
            onTap={(place) => (place.level === 'village' ? onChoose(place) : into(place))}
          />
        )}
      </Await>
      <Box className="tree__enough">
        {!villagesOnly && last && (last.level === 'town' || last.level === 'county') && (
          <Button tone="quiet" onTap={() => onChoose(last)}>
            {isMatter ? here(last.name) : enough(last.name)}
          </Button>
        )}
      </Box>
    </Box>
  )
}
