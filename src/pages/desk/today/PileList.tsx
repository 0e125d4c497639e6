import { Empty } from '#components/Await'
import { LinkButton } from '#components/Button'
import { Heading } from '#components/Title'
import { Box } from '#components/tags'
import { Line } from './Line.tsx'
import type { Pile, Piles } from './use-piles.ts'
import { PILE_NAME, WORK_WORDS } from './work-words.ts'

type Props = {
  piles: Piles
  pile: Pile
  /** Null where the case opens as a page of its own. */
  openId: string | null
  onOpen: (id: string) => void
  onClose: () => void
}

const AT_ONCE = 20

/** The list behind a number. */
export const PileList = ({ piles, pile, openId, onOpen, onClose }: Props) => (
  <Box as="section">
    <Heading>{PILE_NAME[pile]}</Heading>
    {piles[pile].length === 0 && <Empty title={WORK_WORDS.none}>{WORK_WORDS.noneText}</Empty>}
    <Box as="ul" className="desk-lines">
      {piles[pile].slice(0, AT_ONCE).map((item) => (
        <Box as="li" key={item.id}>
          <Line
            item={item}
            now={piles.now}
            day={null}
            chosen={openId === null ? undefined : item.id === openId}
            onTap={() => onOpen(item.id)}
          />
        </Box>
      ))}
    </Box>
    <LinkButton onTap={onClose}>{WORK_WORDS.back}</LinkButton>
  </Box>
)
