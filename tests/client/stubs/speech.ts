/** What the browser was asked to say, and how a test lets it come to the end. */
export type Speech = { said: string[]; cancelled: number; finish: () => void; remove: () => void }

type Utterance = { text: string; lang: string; onend: (() => void) | null }

/** A browser with these voices; jsdom itself has none and no speech at all. */
export function speakWith(voices: readonly string[]): Speech {
  const spoken: Utterance[] = []
  const speech: Speech = {
    said: [],
    cancelled: 0,
    finish: () => spoken.at(-1)?.onend?.(),
    remove: () => {
      for (const name of ['speechSynthesis', 'SpeechSynthesisUtterance']) Reflect.deleteProperty(window, name)
    },
  }
  const synthesis = {
    getVoices: () => voices.map((lang) => ({ lang })),
    cancel: () => void speech.cancelled++,
    speak: (utterance: Utterance) => {
      spoken.push(utterance)
      speech.said.push(utterance.text)
    },
  }
  function Said(this: { text: string }, text: string) {
    this.text = text
  }
  const put = (name: string, value: unknown) =>
    Object.defineProperty(window, name, { value, configurable: true })
  put('speechSynthesis', synthesis)
  put('SpeechSynthesisUtterance', Said)
  return speech
}
