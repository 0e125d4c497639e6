import { useEffect, useState } from 'react'

const PAUSE_MS = 300

/** The text after the typing has stopped for a moment. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text.trim())
  useEffect(() => {
    const wait = setTimeout(() => setSettled(text.trim()), PAUSE_MS)
    return () => clearTimeout(wait)
  }, [text])
  return settled
}
