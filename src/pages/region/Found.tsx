import { Await } from '#components/Await'
import { Row, Rows } from '#components/Card'
import { Notice } from '#components/Notice'
import { Muted } from '#components/Title'
import { Box } from '#components/tags'
import type { Region } from '#contract/region'
import { MOST_FOUND, searchPlaces } from '#services/region'
import { callLegalLine } from '../help.ts'
import { useLoaded } from '../use-loaded.ts'
import { REGION } from './words.ts'

/** 怀化市 溆浦县 卢峰镇: everything above the place but the province. */
const wayTo = ({ path }: Region) => path.split(' ').slice(1, -1).join(' ')

type Props = { text: string; onPick: (place: Region) => void }

/** What a search found, the way to it below each name. */
export function Found({ text, onPick }: Props) {
  const { loaded, reload } = useLoaded(() => searchPlaces(text), [text])
  return (
    <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={2}>
      {(places) =>
        places.length > 0 ? (
          <Box>
            <Rows>
              {places.map((place) => (
                <Row key={place.code} title={place.name} detail={wayTo(place)} onTap={() => onPick(place)} />
              ))}
            </Rows>
            {places.length >= MOST_FOUND && <Muted>{REGION.moreFound}</Muted>}
          </Box>
        ) : (
          <Notice title={REGION.none} news>
            {REGION.noneText}
          </Notice>
        )
      }
    </Await>
  )
}
