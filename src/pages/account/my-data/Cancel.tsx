import { useState } from 'react'

import { Button } from '#components/Button'
import { Notice } from '#components/Notice'
import { Confirm } from '#components/Sheet'
import { Heading, Muted } from '#components/Title'
import { Box } from '#components/tags'
import type { Reply } from '#contract/endpoint'
import type { cancelMe } from '#contract/session'
import { cancelAccount } from '#services/session'
import { forgetDrafts } from '#store/draft'
import { forgetPlace } from '#store/place'
import { explain } from '../../use-loaded.ts'
import { MY_DATA } from '../words.ts'

export type Cancelled = Reply<typeof cancelMe>

type ListProps = { title: string; items: readonly string[]; as?: 'h2' | 'h3' }

export const List = ({ title, items, as = 'h3' }: ListProps) => (
  <Box className="cancel__list">
    <Box as={as} className="cancel__head">
      {title}
    </Box>
    <Box as="ul" className="cancel__items">
      {items.map((item) => (
        <Box as="li" key={item} className="cancel__item">
          {item}
        </Box>
      ))}
    </Box>
  </Box>
)

/** PIPL art. 47: what goes, what the law keeps, said before anything happens. */
export function Cancel({ onDone }: { onDone: (answer: Cancelled) => void }) {
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const cancel = async () => {
    setBusy(true)
    await cancelAccount().then(
      (answer) => {
        forgetPlace()
        forgetDrafts()
        onDone(answer)
      },
      (error: unknown) => {
        setProblem(explain(error).words)
        setAsking(false)
      },
    )
    setBusy(false)
  }
  return (
    <Box as="section">
      <Heading>{MY_DATA.cancel}</Heading>
      <Muted>{MY_DATA.cancelText}</Muted>
      <Box className="account__act">
        {problem && (
          <Notice tone="danger" news>
            {problem}
          </Notice>
        )}
      </Box>
      <Button tone="danger" onTap={() => setAsking(true)}>
        {MY_DATA.cancel}
      </Button>
      {asking && (
        <Confirm
          title={MY_DATA.ask}
          yes={MY_DATA.yes}
          no={MY_DATA.no}
          danger
          busy={busy}
          onYes={() => void cancel()}
          onNo={() => setAsking(false)}
        >
          <Box>
            {MY_DATA.cancelText}
            {MY_DATA.openCases}
          </Box>
          <List title={MY_DATA.deletes} items={MY_DATA.deletesWhat} />
          <List title={MY_DATA.keeps} items={MY_DATA.keepsWhat} />
        </Confirm>
      )}
    </Box>
  )
}
