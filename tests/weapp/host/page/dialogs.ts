import { make } from './dom.ts'

const over = (content: HTMLElement): (() => void) => {
  const mask = make('div', 'host-mask')
  mask.append(content)
  document.body.append(mask)
  return () => mask.remove()
}

type Button<T> = { text: string; answer: T }

const ask = <T>(box: HTMLElement, buttonClass: string, buttons: Button<T>[]): Promise<T> =>
  new Promise((resolve) => {
    const close = over(box)
    for (const { text, answer } of buttons)
      box.append(
        make('div', buttonClass, text, () => {
          close()
          resolve(answer)
        }),
      )
  })

export const modal = (title: string, content: string, buttons: Button<boolean>[]): Promise<boolean> => {
  const box = make('div', 'host-modal')
  box.setAttribute('role', 'dialog')
  box.append(make('b', '', title), make('p', '', content))
  return ask(box, 'host-answer', buttons)
}

/** The place in the list, or -1 for 取消. */
export const sheet = (items: readonly string[]): Promise<number> =>
  ask(make('div', 'host-sheet'), 'host-choice', [
    ...items.map((text, answer) => ({ text, answer })),
    { text: '取消', answer: -1 },
  ])

/** For pickers that turn wheels: the value is typed. Undefined for 取消. */
export const wheel = async (type: 'date' | 'time' | 'text', value: string): Promise<string | undefined> => {
  const box = make('div', 'host-sheet')
  const input = make('input', 'host-wheel')
  input.type = type
  input.value = value
  box.append(input)
  const done = await ask(box, 'host-choice', [
    { text: '确定', answer: true },
    { text: '取消', answer: false },
  ])
  return done ? input.value : undefined
}

export const hideToast = (): void => document.querySelector('.host-toast')?.remove()

/** Stays until hidden when `ms` is 0. */
export const toast = (text: string, ms: number): void => {
  hideToast()
  const box = make('div', 'host-toast', text)
  box.setAttribute('role', 'status')
  document.body.append(box)
  if (ms > 0) setTimeout(() => box.remove(), ms)
}
