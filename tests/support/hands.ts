import type { Kind } from './page/seek.ts'
import type { Phone } from './phone.ts'
import type { Screen } from './screen.ts'
import { until } from './until.ts'

export type Hands = Pick<Phone, 'see' | 'miss' | 'tap' | 'type' | 'tick' | 'tab' | 'words' | 'settle'>

const STILL_MS = 150

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** The verbs that need nothing but eyes and a finger. */
export const handsOn = (screen: Screen): Hands => {
  const words = () => screen.seek('words')

  const complain = (what: string) => async () => `${what}; on the screen: ${await words()}`

  const onceFound = (kind: Kind, text: string, act: (selector: string) => Promise<boolean>, near?: string) =>
    until(
      async () => {
        const selector = await screen.seek('find', kind, text, near)
        return selector !== undefined && act(selector)
      },
      complain(`no ${kind} “${text}”${near === undefined ? '' : ` near “${near}”`}`),
    ).then(() => {})

  return {
    words,
    settle: async () => {
      let last = ''
      await until(async () => {
        const now = await words()
        if (now === last) return true
        last = now
        await pause(STILL_MS)
        return false
      }, complain('the screen does not come to rest'))
    },
    see: (text) =>
      until(() => screen.seek('sees', text), complain(`“${text}” is not to be seen`)).then(() => {}),
    miss: (text) =>
      until(async () => !(await screen.seek('sees', text)), complain(`“${text}” is still to be seen`)).then(
        () => {},
      ),
    tap: (text, near) => onceFound('text', text, screen.tap, near),
    type: (label, value) => onceFound('field', label, (selector) => screen.type(selector, value)),
    tab: (name) => onceFound('tab', name, screen.tap),
    tick: (label) => onceFound('tick', label, screen.tap),
  }
}
