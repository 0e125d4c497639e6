import { Await } from '#components/Await'
import { Button } from '#components/Button'
import { Row, Rows } from '#components/Card'
import { Icon } from '#components/Icon'
import { Muted } from '#components/Title'
import { Box, Tap } from '#components/tags'
import type { Region } from '#contract/region'
import { MOST } from '#services/region'
import { callLegalLine } from '../help.ts'
import { useTree } from './tree.ts'
import { enough, REGION } from './words.ts'

type Props = { onChoose: (place: Region) => void }

type CrumbsProps = { here: readonly Region[]; onUp: (depth: number) => void }

/** The way down to here; each part leads back up. */
const Crumbs = ({ here, onUp }: CrumbsProps) => (
  <Box as="nav" className="crumbs" label={REGION.here}>
    {here.map(({ code, name }, depth) => (
      <Tap key={code} className="crumb" onTap={() => onUp(depth + 1)}>
        <Box className="crumb__row">
          {name}
          <Icon name="next" size="s" />
        </Box>
      </Tap>
    ))}
  </Box>
)

/** One level after the other, down to the village. */
export function Tree({ onChoose }: Props) {
  const { loaded, reload, here, into, upTo } = useTree()
  const last = here.at(-1)
  return (
    <Box className="tree">
      <Crumbs here={here} onUp={upTo} />
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={4}>
        {({ places }) => (
          <>
            <Rows>
              {places.map((place) => (
                <Row
                  key={place.code}
                  title={place.name}
                  onTap={() => (place.level === 'village' ? onChoose(place) : into(place))}
                />
              ))}
            </Rows>
            {places.length === 0 && <Muted>{REGION.nothingBelow}</Muted>}
            {places.length >= MOST && <Muted>{REGION.many}</Muted>}
          </>
        )}
      </Await>
      {last && (last.level === 'town' || last.level === 'county') && (
        <Box className="tree__enough">
          <Button tone="quiet" onTap={() => onChoose(last)}>
            {enough(last.name)}
          </Button>
        </Box>
      )}
    </Box>
  )
}
