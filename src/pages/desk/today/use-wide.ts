import { useEffect, useState } from 'react'

import { onWeb } from '#services/device'

const WIDE = '(min-width: 900px)'

const query = () => (onWeb && typeof window.matchMedia === 'function' ? window.matchMedia(WIDE) : null)

/** Room for the list and the case side by side. */
export function useWide(): boolean {
  const [wide, setWide] = useState(() => query()?.matches ?? false)
  useEffect(() => {
    const media = query()
    const change = () => setWide(media?.matches ?? false)
    media?.addEventListener('change', change)
    return () => media?.removeEventListener('change', change)
  }, [])
  return wide
}
