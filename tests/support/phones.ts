const open = new Set<() => Promise<void>>()

/** Whatever a test leaves open is closed after its file, also when it fails. */
export const closeLater = (close: () => Promise<void>): (() => Promise<void>) => {
  const once = async () => {
    if (open.delete(once)) await close()
  }
  open.add(once)
  return once
}

export const closeAll = async (): Promise<void> => {
  for (const close of [...open]) await close()
}
