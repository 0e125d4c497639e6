import { useRouter } from '@tarojs/taro'
import { useState } from 'react'

import { Await, Empty } from '#components/Await'
import { Button } from '#components/Button'
import { Picture } from '#components/Picture'
import { Title } from '#components/Title'
import { Box } from '#components/tags'
import { readBoard } from '#services/adviser-desk'
import { copy } from '#services/device'
import { useSession } from '#store/session'
import { callLegalLine } from '../../help.ts'
import { useLoaded } from '../../use-loaded.ts'
import { MANAGERS, StaffScreen } from '../StaffScreen.tsx'
import { BOARD } from '../words.ts'

const READERS = [...MANAGERS, 'village_contact'] as const

/** What hangs in the village: the picture to scan and the digits to type. */
export default function BoardPage() {
  const own = useSession(
    ({ account }) => account?.roles.find(({ role }) => role === 'village_contact')?.regionCode,
  )
  const village = useRouter().params.village ?? own
  return (
    <StaffScreen title={BOARD.title} roles={READERS}>
      {village ? <Sign village={village} /> : <Empty title={BOARD.noVillage} />}
    </StaffScreen>
  )
}

/** 123 4567: easier to read and to type. */
const spaced = (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`

function Sign({ village }: { village: string }) {
  const { loaded, reload } = useLoaded(() => readBoard(village), [village])
  const [copied, setCopied] = useState(false)
  return (
    <Await loaded={loaded} onRetry={reload} onCall={callLegalLine}>
      {({ village: { name }, code, qr, url }) => (
        <Box className="board">
          <Title hint={BOARD.hint}>{name}</Title>
          <Picture className="board__picture" src={qr} alt={`${name}${BOARD.picture}`} />
          <Box className="board__label">{BOARD.code}</Box>
          <Box className="board__code">{spaced(code)}</Box>
          <Button tone="ghost" onTap={() => void copy(url).then(() => setCopied(true))}>
            {copied ? BOARD.copied : BOARD.copy}
          </Button>
        </Box>
      )}
    </Await>
  )
}
