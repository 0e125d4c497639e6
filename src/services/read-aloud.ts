import { onWeb } from '#services/device'

/** The browser's own voice; the mini-program has none. */
const speech = () => (onWeb && 'speechSynthesis' in window ? window.speechSynthesis : undefined)

/** A voice that speaks Chinese, as in the mainland if there is one. */
function chineseVoice(): SpeechSynthesisVoice | undefined {
  const voices = speech()?.getVoices() ?? []
  return voices.find(({ lang }) => /^zh[-_]CN/i.test(lang)) ?? voices.find(({ lang }) => /^zh/i.test(lang))
}

/** Tells whether there is such a voice, now and when the browser finds one later; the answer stops the telling. */
export function whenReadable(tell: (can: boolean) => void): () => void {
  const ask = () => tell(chineseVoice() !== undefined)
  ask()
  speech()?.addEventListener?.('voiceschanged', ask)
  return () => speech()?.removeEventListener?.('voiceschanged', ask)
}

/** Telephone numbers and years sign by sign: nobody dials "twelve thousand". */
const spelled = (text: string) => text.replace(/\d{3,}/g, (digits) => [...digits].join(' '))

function utterance(text: string): SpeechSynthesisUtterance {
  const said = new SpeechSynthesisUtterance(spelled(text))
  said.lang = 'zh-CN'
  said.voice = chineseVoice() ?? null
  said.rate = 0.85
  return said
}

/** Which reading goes on; what an older one still reports is of no interest. */
let turn = 0

/** In pieces, because some browsers break off what is long. */
export function readAloud(pieces: readonly string[], onEnd: () => void): void {
  const mine = ++turn
  const end = () => void (mine === turn && onEnd())
  const said = pieces.map(utterance)
  const last = said.at(-1)
  speech()?.cancel()
  if (last) last.onend = end
  else end()
  for (const piece of said) {
    piece.onerror = end
    speech()?.speak(piece)
  }
}

export function stopReading(): void {
  turn += 1
  speech()?.cancel()
}
