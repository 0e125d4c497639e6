import { Box, Tap } from '#components/tags'
import { KIND_NAME, type Kind } from '#domain/kind'
import { BOARD_WORDS } from './words.ts'

type Props = { kinds: readonly Kind[]; kind: Kind | null; onKind: (kind: Kind | null) => void }

/** One service of several; whoever has only one needs no choice. */
export const Kinds = ({ kinds, kind, onKind }: Props) =>
  kinds.length > 1 && (
    <Box className="board-kinds" role="group" label={BOARD_WORDS.kinds}>
      {[null, ...kinds].map((one) => (
        <Tap
          key={one ?? 'all'}
          className={one === kind ? 'board-kind board-kind--on' : 'board-kind'}
          chosen={one === kind}
          onTap={() => onKind(one)}
        >
          <Box className="board-kind__words">{one ? KIND_NAME[one] : BOARD_WORDS.all}</Box>
        </Tap>
      ))}
    </Box>
  )
