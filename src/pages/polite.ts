import { useSettings } from '#store/settings'

/** Elders are spoken to as 您, everybody else as 你. */
export const politely = (words: string): string => words.replace(/你(?!们)/g, '您')

export function useManners(): (words: string) => string {
  const elder = useSettings((settings) => settings.elder)
  return (words) => (elder ? politely(words) : words)
}
