import { useState } from 'react'

import { Button } from '#components/Button'
import { Notice } from '#components/Notice'
import { TextField } from '#components/TextField'
import { Box } from '#components/tags'
import type { Adviser } from '#contract/adviser'
import { parts } from '#domain/sheet'
import { saveProfile } from '#services/adviser-desk'
import { useSend } from '../../use-send.ts'
import { Trouble } from '../Trouble.tsx'
import { DESK, PROFILE } from '../words.ts'

type Said = { about: string; languages: string; phone: string }

const saidBy = ({ about, languages, phone }: Adviser): Said => ({
  about: about ?? '',
  languages: languages.join('、'),
  phone: phone ?? '',
})

const bodyOf = ({ about, languages, phone }: Said) => ({
  about: about.trim() || null,
  languages: parts(languages).map((one) => one.trim()),
  phone: phone.trim() || null,
})

export function Form({ adviser }: { adviser: Adviser }) {
  const [said, setSaid] = useState(saidBy(adviser))
  const [saved, setSaved] = useState(false)
  const { busy, problems, trouble, send } = useSend()
  const put = (more: Partial<Said>) => {
    setSaid({ ...said, ...more })
    setSaved(false)
  }
  const save = () =>
    send(
      () => saveProfile(bodyOf(said)),
      () => setSaved(true),
    )
  return (
    <Box>
      <TextField
        kind="long"
        label={PROFILE.about}
        hint={PROFILE.aboutHint}
        optional
        max={300}
        error={problems.about}
        value={said.about}
        onChange={(about) => put({ about })}
      />
      <TextField
        label={PROFILE.languages}
        hint={PROFILE.languagesHint}
        optional
        max={100}
        error={problems.languages}
        value={said.languages}
        onChange={(languages) => put({ languages })}
      />
      <TextField
        kind="text"
        label={PROFILE.phone}
        hint={PROFILE.phoneHint}
        optional
        max={20}
        error={problems.phone}
        value={said.phone}
        onChange={(phone) => put({ phone })}
      />
      <Trouble words={trouble} />
      {saved && <Notice tone="ok" title={DESK.saved} news />}
      <Button busy={busy} busyWords={DESK.saving} onTap={save}>
        {DESK.save}
      </Button>
    </Box>
  )
}
