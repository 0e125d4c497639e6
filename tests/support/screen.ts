import type { Seek } from './page/seek.ts'

/** Where a program is shown: jsdom or a browser. Taps and typing say whether the thing was still there. */
export type Screen = {
  seek: <Question extends keyof Seek>(
    question: Question,
    ...given: Parameters<Seek[Question]>
  ) => Promise<ReturnType<Seek[Question]>>
  tap: (selector: string) => Promise<boolean>
  type: (selector: string, value: string) => Promise<boolean>
  screenshot: (name: string) => Promise<void>
  close: () => Promise<void>
}
