import { useState } from 'react'

import { LinkButton } from '#components/Button'
import { Icon } from '#components/Icon'
import { Box, Words } from '#components/tags'
import type { VillageAnswer } from '#contract/adviser'
import { go } from '#services/route'
import { choosePlace, placeWords, usePlace } from '#store/place'
import { ADVISER } from '../words.ts'

type Props = { village: VillageAnswer['village'] }

/** Which village this is about, and how to come to another one. */
export function VillageLine({ village }: Props) {
  const mine = usePlace(({ place }) => place?.code)
  const [made, setMade] = useState(false)
  const keep = () => void choosePlace({ ...village, level: 'village' }).then(() => setMade(true))
  return (
    <Box className="village">
      <Box className="village__row">
        <Icon name="place" size="s" />
        <Words className="village__name">{placeWords(village)}</Words>
        <LinkButton onTap={() => go('findAdviser')}>{ADVISER.find}</LinkButton>
      </Box>
      <Box className="village__mine" live="polite">
        {made ? (
          <Words>{ADVISER.madeMine}</Words>
        ) : (
          mine !== village.code && <LinkButton onTap={keep}>{ADVISER.makeMine}</LinkButton>
        )}
      </Box>
    </Box>
  )
}
