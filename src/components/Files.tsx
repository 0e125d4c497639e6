import './Files.scss'

import { Image } from '@tarojs/components'
import type { ChangeEvent } from 'react'

import { Button } from '#components/Button'
import { Field } from '#components/Field'
import { Icon } from '#components/Icon'
import { Box, Tap } from '#components/tags'
import { sizeText } from '#domain/attachment'

const web = process.env.TARO_ENV === 'h5'

export type FileItem = {
  key: string
  name: string
  size: number
  state: 'waiting' | 'sending' | 'received' | 'failed'
  progress: number
  words?: string
  final?: boolean
  preview?: string
}

type Props = {
  label: string
  items: readonly FileItem[]
  max: number
  hint?: string | undefined
  error?: string | undefined
  optional?: boolean | undefined
  /** What the browser offers to choose from. */
  accept: string
  onFiles: (files: File[]) => void
  /** The mini-program asks by itself where the files come from. */
  onChoose: () => void
  onRetry: (key: string) => void
  onRemove: (key: string) => void
}

const ADD = '添加照片或文件'
const HOW = '照片、PDF、录音、Word 或 Excel，每个不超过 10 MB'

const STATE: Readonly<Record<FileItem['state'], (item: FileItem) => string>> = {
  waiting: () => '还没传上去，连上网络会自动再传',
  sending: ({ progress }) => `正在传 ${progress}%`,
  received: ({ size }) => `已传好 · ${sizeText(size)}`,
  failed: ({ words }) => words ?? '没有传上去',
}

const summary = (items: readonly FileItem[]) => {
  const received = items.filter(({ state }) => state === 'received').length
  const failed = items.some(({ state }) => state === 'failed')
  const said = `${items.length} 个附件，已传好 ${received} 个`
  return items.length === 0 ? '' : `${said}${failed ? '。没传好的请再传，或移除后再提交' : ''}`
}

/** Files to send along: several at once, each with how far it is. */
export function Files({
  label,
  items,
  max,
  hint = HOW,
  error,
  optional = true,
  onRetry,
  onRemove,
  ...adding
}: Props) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional} group>
      {({ describedBy }) => (
        <Box className="files">
          <Box as="ul" className="files__list">
            {items.map((item) => (
              <One key={item.key} item={item} onRetry={onRetry} onRemove={onRemove} />
            ))}
          </Box>
          <Box className="files__sum" live="polite">
            {summary(items)}
          </Box>
          <Box>{items.length < max && <Add {...adding} describedBy={describedBy} />}</Box>
        </Box>
      )}
    </Field>
  )
}

type AddProps = Pick<Props, 'accept' | 'onFiles' | 'onChoose'> & { describedBy: string | undefined }

function Add({ accept, onFiles, onChoose, describedBy }: AddProps) {
  if (!web)
    return (
      <Button tone="ghost" onTap={onChoose}>
        {ADD}
      </Button>
    )
  const pick = ({ target }: ChangeEvent<HTMLInputElement>) => {
    onFiles([...(target.files ?? [])])
    // The same file may be chosen again after it was removed.
    target.value = ''
  }
  return (
    <label className="button button--ghost files__add">
      {ADD}
      <input
        className="files__input"
        type="file"
        multiple
        accept={accept}
        aria-describedby={describedBy}
        onChange={pick}
      />
    </label>
  )
}

type OneProps = { item: FileItem } & Pick<Props, 'onRetry' | 'onRemove'>

const One = ({ item, onRetry, onRemove }: OneProps) => (
  <Box as="li" className={`files__one files__one--${item.state}`}>
    <Box className="files__look" silent>
      {item.preview && !item.final ? <Thumbnail src={item.preview} /> : <Icon name="papers" />}
    </Box>
    <Box className="files__words">
      <Box className="files__name">{item.name}</Box>
      <Box className="files__state">{STATE[item.state](item)}</Box>
    </Box>
    <Box className="files__acts">
      {canRetry(item) && (
        <Tap className="files__act" label={`再传一次：${item.name}`} onTap={() => onRetry(item.key)}>
          再传
        </Tap>
      )}
      <Tap className="files__act" label={`移除：${item.name}`} onTap={() => onRemove(item.key)}>
        移除
      </Tap>
    </Box>
  </Box>
)

const canRetry = ({ state, final }: FileItem) => !final && (state === 'failed' || state === 'waiting')

const Thumbnail = ({ src }: { src: string }) =>
  web ? (
    <img className="files__image" src={src} alt="" />
  ) : (
    <Image className="files__image" src={src} mode="aspectFill" />
  )
