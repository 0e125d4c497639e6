import { Files } from '#components/Files'
import { MAX_FILES } from '#domain/attachment'
import { ACCEPT, choose, chosenInBrowser } from '#services/files'
import { addFiles, removeFile, retryFile, useFiles } from '#store/files'

type Props = {
  /** What they go with: kept under this name until it is sent. */
  place: string
  label?: string | undefined
  hint?: string | undefined
  error?: string | undefined
  max?: number
  optional?: boolean
}

/** Files to send along; `idsIn(useFiles(place))` are their ids, `clearFiles(place)` once they went. */
export function AddFiles({ place, label = '照片或文件', max = MAX_FILES, ...words }: Props) {
  const items = useFiles(place)
  const left = max - items.length
  return (
    <Files
      label={label}
      items={items}
      max={max}
      accept={ACCEPT}
      onFiles={(files) => addFiles(place, chosenInBrowser(files).slice(0, left))}
      onChoose={() => void choose(Math.min(left, 9)).then((chosen) => addFiles(place, chosen.slice(0, left)))}
      onRetry={(key) => retryFile(place, key)}
      onRemove={(key) => removeFile(place, key)}
      {...words}
    />
  )
}
