/** `lost-reply`: the request reaches the server, its answer never comes back. */
export type NetworkMode = 'ok' | 'offline' | 'lost-reply'

export type Sent = {
  method: string
  /** Path and query, as the server sees them. */
  path: string
  headers: Record<string, string>
  body?: string
  /** Missing when no answer came. */
  status?: number
}

/** What a person does with the program, the same in WeChat's shape and in a browser. Every verb waits up to five seconds. */
export type Phone = {
  see: (text: string) => Promise<void>
  /** Waits until the words are gone. */
  miss: (text: string) => Promise<void>
  /** By exact words, else by the name for screen readers, else by words inside; `near` picks among several. */
  tap: (text: string, near?: string) => Promise<void>
  /** By placeholder, by name for screen readers, or by the words before the field. */
  type: (label: string, value: string) => Promise<void>
  /** Opens a picker and takes a choice; dates and times are given as the picker writes them. */
  pick: (label: string, choice: string) => Promise<void>
  /** A switch, checkbox or radio button. */
  tick: (label: string) => Promise<void>
  back: () => Promise<void>
  tab: (name: string) => Promise<void>
  /** Starts again at a page, as from a link. */
  open: (url: string) => Promise<void>
  /** The path of the page on top, without leading slash or query. */
  page: () => Promise<string>
  /** Waits until this page is on top. */
  at: (page: string) => Promise<void>
  words: () => Promise<string>
  /** Waits until the screen has stood still for a moment. */
  settle: () => Promise<void>
  /** Into artefacts/; a phone without a screen does nothing. */
  screenshot: (name: string) => Promise<void>
  network: (mode: NetworkMode) => Promise<void>
  requests: () => Sent[]
  errors: () => Promise<string[]>
  close: () => Promise<void>
}
