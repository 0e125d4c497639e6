import type { Screen } from '../../support/screen.ts'
import type { Boot, Host } from './page/window.ts'

export type HostScreen = Screen & {
  host: <Verb extends keyof Host>(
    verb: Verb,
    ...given: Parameters<Host[Verb]>
  ) => Promise<ReturnType<Host[Verb]>>
  /** What went wrong outside the program's own code. */
  faults: string[]
}

export type ScreenOptions = {
  boot: Boot
  /** The compiled program. */
  script: string
  bridge: (verb: string, payload: string) => Promise<string>
}

export type OpenScreen = (options: ScreenOptions) => Promise<HostScreen>

export const WIDTH = 375
export const HEIGHT = 812
