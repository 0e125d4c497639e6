import { useState } from 'react'

import { Await, Empty } from '#components/Await'
import { BottomBar } from '#components/BottomBar'
import { Button } from '#components/Button'
import { Notice } from '#components/Notice'
import { TextField } from '#components/TextField'
import { Title } from '#components/Title'
import { Box } from '#components/tags'
import type { Asked } from '#services/admin'
import { go } from '#services/route'
import { type Noun, putOpened } from '#store/admin'
import { callLegalLine } from '../../help.ts'
import { useSettled } from '../../use-settled.ts'
import { AdminScreen } from './AdminScreen.tsx'
import { type Column, Records } from './Records.tsx'
import { type PageOf, usePaged } from './use-paged.ts'
import { COMMON } from './words.ts'

type Props<Item> = {
  noun: Noun
  words: { title: string; searchHint: string; none: string; noneText: string; add: string }
  load: (asked: Asked) => Promise<PageOf<Item>>
  /** What was opened or saved last. */
  saved: Item | null
  columns: readonly Column<Item>[]
  onOpen: (item: Item) => void
}

/** What there is, sought by a few letters; each leads to the page that changes it. */
export function Listing<Item extends { id: string }>({
  noun,
  words,
  load,
  saved,
  columns,
  onOpen,
}: Props<Item>) {
  const [text, setText] = useState('')
  const q = useSettled(text)
  const { loaded, reload, more, readMore } = usePaged(load, q, saved)
  const add = () => {
    putOpened(noun, null)
    go(noun, { form: 'new' })
  }
  return (
    <AdminScreen
      title={words.title}
      bottom={
        <BottomBar>
          <Button onTap={add}>{words.add}</Button>
        </BottomBar>
      }
    >
      <Title>{words.title}</Title>
      <Box className="admin__form">
        <TextField
          label={COMMON.search}
          hint={words.searchHint}
          kind="search"
          value={text}
          onChange={setText}
        />
      </Box>
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={4}>
        {(page) =>
          page.items.length > 0 ? (
            <Box>
              <Records
                label={words.title}
                columns={columns}
                items={page.items}
                keyOf={({ id }) => id}
                onOpen={onOpen}
              />
              <Box className="admin__more">
                {more.problem && (
                  <Notice tone="danger" title={COMMON.failed} news>
                    {more.problem}
                  </Notice>
                )}
                {page.next && (
                  <Button tone="quiet" busy={more.busy} onTap={() => void readMore(page)}>
                    {COMMON.more}
                  </Button>
                )}
              </Box>
            </Box>
          ) : (
            <Empty title={q ? COMMON.noneFound : words.none}>
              {q ? COMMON.noneFoundText : words.noneText}
            </Empty>
          )
        }
      </Await>
    </AdminScreen>
  )
}
