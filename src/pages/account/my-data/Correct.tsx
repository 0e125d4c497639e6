import { useState } from 'react'

import { Button } from '#components/Button'
import { Card } from '#components/Card'
import { Notice } from '#components/Notice'
import { TextField } from '#components/TextField'
import { Heading, Muted } from '#components/Title'
import { Box, Words } from '#components/tags'
import type { Account } from '#contract/session'
import { Refusal } from '#domain/refusal'
import { correct } from '#services/session'
import { welcome } from '#store/session'
import { explain } from '../../use-loaded.ts'
import { MY_DATA } from '../words.ts'

type News = { saved: boolean; problem: string | undefined }

/** PIPL art. 46. */
export function Correct({ account }: { account: Account }) {
  const [name, setName] = useState(account.name ?? '')
  const [busy, setBusy] = useState(false)
  const [news, setNews] = useState<News>({ saved: false, problem: undefined })
  const save = async () => {
    setBusy(true)
    await correct({ name }).then(
      (fresh) => {
        welcome(fresh)
        setNews({ saved: true, problem: undefined })
      },
      (error: unknown) => setNews({ saved: false, problem: problemOf(error) }),
    )
    setBusy(false)
  }
  return (
    <Box as="section">
      <Heading>{MY_DATA.correct}</Heading>
      <TextField
        label={MY_DATA.name}
        purpose={MY_DATA.nameWhy}
        kind="name"
        max={40}
        value={name}
        error={news.problem}
        onChange={setName}
        optional
      />
      <Box>
        {news.saved && (
          <Notice tone="ok" news>
            {MY_DATA.saved}
          </Notice>
        )}
      </Box>
      <Button tone="ghost" busy={busy} onTap={save}>
        {MY_DATA.save}
      </Button>
      <Box className="account__act">
        <Card>
          <Words strong>
            {MY_DATA.phone}：{account.phone ?? MY_DATA.noPhone}
          </Words>
          <Muted>{MY_DATA.phoneText}</Muted>
        </Card>
      </Box>
    </Box>
  )
}

const problemOf = (error: unknown) =>
  (error instanceof Refusal ? error.fields?.name : undefined) ?? explain(error).words
