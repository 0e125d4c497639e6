import './Sheet.scss'

import { type ReactNode, useCallback } from 'react'

import { Button } from '#components/Button'
import { Box } from '#components/tags'

const web = process.env.TARO_ENV === 'h5'

type Props = { title: string; onClose: () => void; children?: ReactNode }

/** The browser keeps the focus inside and closes on Escape; one that knows no dialogs shows it in place. */
const openDialog = (dialog: HTMLDialogElement | null) => {
  if (!dialog || dialog.open) return
  if (dialog.showModal) dialog.showModal()
  else dialog.setAttribute('open', '')
}

/** A question that must be answered before anything else. */
export function Sheet({ title, onClose, children }: Props) {
  const opened = useCallback(openDialog, [])
  const inside = (
    <Box className="sheet__body">
      <Box as="h2" className="sheet__title">
        {title}
      </Box>
      {children}
    </Box>
  )
  if (web)
    return (
      <dialog className="sheet" ref={opened} aria-label={title} onCancel={onClose}>
        {inside}
      </dialog>
    )
  return (
    <Box className="sheet" role="dialog" label={title}>
      {inside}
    </Box>
  )
}

type ConfirmProps = {
  title: string
  children?: ReactNode
  yes: string
  no?: string
  /** What cannot be undone is red. */
  danger?: boolean
  busy?: boolean
  onYes: () => void
  onNo: () => void
}

/** Asks before what cannot be undone. */
export const Confirm = ({ title, children, yes, no = '不了', danger, busy, onYes, onNo }: ConfirmProps) => (
  <Sheet title={title} onClose={onNo}>
    <Box className="sheet__text">{children}</Box>
    <Box className="sheet__buttons">
      <Button tone={danger ? 'danger' : 'main'} busy={busy ?? false} onTap={onYes}>
        {yes}
      </Button>
      <Button tone="quiet" onTap={onNo}>
        {no}
      </Button>
    </Box>
  </Sheet>
)
