/** Runs inside the page under test: finds what a person would find by the words on the screen. */
export type Seek = {
  /** Are these words on the screen (also typed into a field)? */
  sees: (text: string) => boolean
  /** A selector of the thing of this kind that the words name. */
  find: (kind: Kind, text: string, near?: string) => string | undefined
  words: () => string
}

export type Kind = 'text' | 'field' | 'picker' | 'tick' | 'tab'

declare global {
  interface Window {
    seek: Seek
  }
}

const THINGS: Record<Exclude<Kind, 'text'>, string> = {
  tab: '.host-tab,[aria-label="主要页面"] button,[aria-label="主要页面"] wx-button',
  field: 'input:not([type=checkbox],[type=radio],[type=range],[type=hidden]),textarea',
  picker: 'wx-picker,taro-picker-core',
  tick: 'wx-switch,wx-checkbox,wx-radio,taro-switch-core,taro-checkbox-core,taro-radio-core,[role=switch],[role=checkbox],[role=radio],[type=checkbox],[type=radio]',
}

// What lies over the page takes the taps.
const OVERLAYS =
  '.host-mask,dialog[open],[role=dialog],.taro__modal,.taro-modal,.taro-actionsheet,.weui-picker__overlay'

const squeeze = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim()

const wordsOf = (element: Element) => squeeze(element.textContent)

const HIDDEN = '.host-page:not(.top),[style*="display: none"],[hidden]'

// jsdom has no layout and works out styles slowly: there, what lies outside the page's own sheets decides.
const isShown = (element: Element): boolean =>
  typeof element.checkVisibility === 'function'
    ? element.checkVisibility({ visibilityProperty: true })
    : element.closest(HIDDEN) === null

const shown = (elements: Iterable<Element>) => [...elements].filter(isShown)

// While one page slides over another the browser shows both; the later one is meant.
const PAGES = '.host-page.top,.taro_page'

const scope = (): Element =>
  shown(document.querySelectorAll(OVERLAYS)).at(-1) ??
  shown(document.querySelectorAll(PAGES)).at(-1) ??
  document.body

const within = (root: Element, selector = '*') => [...root.querySelectorAll(selector)]

const deepest = (root: Element, fits: (element: Element) => boolean) =>
  shown(within(root, '*:not(script,style)').filter((one) => fits(one) && ![...one.children].some(fits)))

const nameOf = (element: Element): string =>
  squeeze(
    element.getAttribute('aria-label') ??
      element.closest('[aria-label]:not(body)')?.getAttribute('aria-label'),
  )

const firstFilled = (...ways: (() => Element[])[]): Element[] => {
  for (const way of ways) {
    const found = way()
    if (found.length > 0) return found
  }
  return []
}

const byText = (text: string, root = scope()): Element[] =>
  firstFilled(
    () => deepest(root, (one) => wordsOf(one) === text),
    () => shown(within(root, '[aria-label]').filter((one) => nameOf(one) === text)),
    () => deepest(root, (one) => wordsOf(one).includes(text)),
  )

/** How many steps up from an element until the words are near. */
const distance = (element: Element, near: string): number => {
  let steps = 0
  for (let at: Element | null = element; at && !wordsOf(at).includes(near); at = at.parentElement) steps += 1
  return steps
}

const TAPPED =
  'button,a,label,.tap,.host-tab,[role=button],[role=link],[role=radio],[role=tab],[role=switch],[role=checkbox]'

/** What can be tapped comes before a heading of the same words. */
const tappedFirst = (found: Element[]): Element[] => {
  const tapped = found.filter((element) => element.closest(TAPPED))
  return tapped.length > 0 ? tapped : found
}

const nearest = (found: Element[], near: string | undefined): Element | undefined =>
  near === undefined ? found[0] : found.toSorted((a, b) => distance(a, near) - distance(b, near))[0]

const follows = (thing: Element, label: Element) =>
  Boolean(label.compareDocumentPosition(thing) & Node.DOCUMENT_POSITION_FOLLOWING)

/** The first thing after a label, in the smallest box that holds both. */
const afterLabel = (things: Element[], label: Element): Element[] => {
  for (let box: Element | null = label; box; box = box.parentElement) {
    const inside = things.filter((thing) => box?.contains(thing))
    const after = inside.filter((thing) => follows(thing, label))
    if (inside.length > 0) return after.length > 0 ? after : inside.toReversed()
  }
  return []
}

const placeholderOf = (thing: Element) => squeeze(thing.getAttribute('placeholder'))

const byLabel = (selector: string, text: string, root = scope()): Element[] => {
  const things = shown(within(root, selector))
  return firstFilled(
    () => things.filter((thing) => placeholderOf(thing) === text || nameOf(thing) === text),
    () => things.filter((thing) => wordsOf(thing).includes(text)),
    () => byText(text, root).flatMap((label) => afterLabel(things, label)),
    () => things.filter((thing) => placeholderOf(thing).includes(text)),
  )
}

const typed = (field: Element) =>
  field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : ''

let marks = 0

const mark = (element: Element | undefined): string | undefined => {
  if (!element) return undefined
  marks += 1
  element.setAttribute('data-seek', String(marks))
  return `[data-seek="${marks}"]`
}

const found = (kind: Kind, text: string): Element[] => {
  if (kind === 'text') return tappedFirst(byText(text))
  return byLabel(THINGS[kind], text, kind === 'tab' ? document.body : scope())
}

const sees = (text: string): boolean =>
  deepest(document.body, (one) => wordsOf(one).includes(text)).length > 0 ||
  shown(within(document.body, 'input,textarea').filter((field) => typed(field).includes(text))).length > 0

/** Every run of text that is shown, in the order of the document. */
const words = (): string => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const found: string[] = []
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const box = text.parentElement
    const said = squeeze(text.textContent)
    if (said !== '' && box && !box.matches('script,style') && isShown(box)) found.push(said)
  }
  return found.join(' | ')
}

window.seek = {
  sees,
  find: (kind, text, near) => mark(nearest(found(kind, text), near)),
  words,
}
