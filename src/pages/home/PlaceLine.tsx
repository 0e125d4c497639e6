import { Icon } from '#components/Icon'
import { Box, Tap } from '#components/tags'
import { go } from '#services/route'
import { placeWords, usePlace } from '#store/place'
import { useManners } from '../polite.ts'
import { HOME } from './words.ts'

/** My village, above everything else: it decides who answers. */
export function PlaceLine() {
  const place = usePlace((kept) => kept.place)
  const say = useManners()
  const words = place ? placeWords(place) : say(HOME.noPlace)
  return (
    <Tap
      className={place ? 'place' : 'place place--none'}
      label={place ? `${words}，${HOME.changePlace}` : words}
      onTap={() => go('region')}
    >
      <Box className="place__row">
        <Icon name="place" size="s" />
        <Box className="place__words">{words}</Box>
        <Icon name="next" size="s" />
      </Box>
    </Tap>
  )
}
