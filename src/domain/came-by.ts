/** How somebody came for whom staff writes something down. */
export const CAME_BY = ['telephone', 'window', 'letter'] as const
export type CameBy = (typeof CAME_BY)[number]

export const CAME_BY_NAME: Readonly<Record<CameBy, string>> = {
  telephone: '打电话来',
  window: '到窗口来',
  letter: '来信',
}

/** For staff, among what was submitted; nothing where the person came by the page. */
export function cameByLines({ cameBy }: Readonly<Record<string, unknown>>) {
  const known = CAME_BY.find((one) => one === cameBy)
  return known ? [{ name: 'cameBy', label: '怎么来的', text: CAME_BY_NAME[known] }] : []
}
