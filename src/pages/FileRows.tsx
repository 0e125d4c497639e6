import { useEffect, useState } from 'react'

import { Row, Rows } from '#components/Card'
import { Notice } from '#components/Notice'
import { Box } from '#components/tags'
import type { Case } from '#contract/case'
import { isPicture, sizeText } from '#domain/attachment'
import { fetchFile, show } from '#services/files'
import { explain } from './use-loaded.ts'

// Read here, so that the mini-program drops what only a browser draws.
const web = process.env.TARO_ENV === 'h5'

type CaseFile = Case['files'][number]

/** In the browser pictures and recordings open below their row; everything else is saved. */
const opensHere = ({ type }: CaseFile) => web && (isPicture(type) || type.startsWith('audio/'))

/** Files of a case, to be looked at. */
export const FileRows = ({ files }: { files: readonly CaseFile[] }) => (
  <Rows>
    {files.map((file) => (
      <One key={file.id} file={file} />
    ))}
  </Rows>
)

function One({ file }: { file: CaseFile }) {
  const [opened, setOpened] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  useEffect(() => () => void (opened && URL.revokeObjectURL(opened)), [opened])
  const open = async () => {
    if (opened) return setOpened(null)
    setTrouble(null)
    try {
      const address = await fetchFile(file.id)
      if (opensHere(file)) setOpened(address)
      else await show(address, file)
    } catch (error) {
      setTrouble(explain(error).words)
    }
  }
  return (
    <Box>
      <Row
        icon="papers"
        title={file.name}
        detail={`${sizeText(file.size)} · ${opened ? '收起' : '打开'}`}
        onTap={() => void open()}
      />
      <Box>{web && opened && <Here address={opened} file={file} />}</Box>
      <Box>{trouble && <Notice tone="danger" title={trouble} news />}</Box>
    </Box>
  )
}

const Here = ({ address, file: { name, type } }: { address: string; file: CaseFile }) =>
  isPicture(type) ? (
    <img src={address} alt={name} style={{ maxWidth: '100%' }} />
  ) : (
    // biome-ignore lint/a11y/useMediaCaption: a recording that somebody sent has none
    <audio src={address} controls aria-label={name} />
  )
