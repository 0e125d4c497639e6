import { Button } from '#components/Button'
import { Sheet } from '#components/Sheet'
import { Box } from '#components/tags'
import { callLegalLine } from '../help.ts'
import { HOME, SERVICES, type Service } from './words.ts'

type Props = { service: Service; onBook: () => void; onClose: () => void }

/** Not open yet is no dead end: what helps today. */
export const SoonSheet = ({ service, onBook, onClose }: Props) => (
  <Sheet title={`${SERVICES[service].name}：${HOME.soon}`} onClose={onClose}>
    <Box className="sheet__text">{SERVICES[service].soon}</Box>
    <Box className="sheet__buttons">
      <Button href="tel:12348" onTap={callLegalLine}>
        {HOME.callNow}
      </Button>
      <Button tone="ghost" onTap={onBook}>
        {HOME.bookInstead}
      </Button>
      <Button tone="quiet" onTap={onClose}>
        {HOME.later}
      </Button>
    </Box>
  </Sheet>
)
