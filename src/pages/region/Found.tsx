import { Await } from '#components/Await'
import { Row, Rows } from '#components/Card'
import { Notice } from '#components/Notice'
import type { Region } from '#contract/region'
import { searchPlaces } from '#services/region'
import { callLegalLine } from '../help.ts'
import { useLoaded } from '../use-loaded.ts'
import { REGION } from './words.ts'

type Props = { text: string; onPick: (place: Region) => void }

/** What a search found, the way to it below each name. */
export function Found({ text, onPick }: Props) {
  const { loaded, reload } = useLoaded(() => searchPlaces(text), [text])
  return (
    <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={2}>
      {(places) =>
        places.length > 0 ? (
          <Rows>
            {places.map((place) => (
              <Row key={place.code} title={place.name} detail={place.path} onTap={() => onPick(place)} />
            ))}
          </Rows>
        ) : (
          <Notice title={REGION.none} news>
            {REGION.noneText}
          </Notice>
        )
      }
    </Await>
  )
}
