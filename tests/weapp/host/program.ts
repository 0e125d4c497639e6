export type PageJson = {
  component?: boolean
  usingComponents?: Record<string, string>
  navigationBarTitleText?: string
  navigationBarBackgroundColor?: string
  navigationBarTextStyle?: string
  navigationStyle?: string
}

export type Tab = { pagePath: string; text: string }

export type AppJson = {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  tabBar?: { custom?: boolean; list: Tab[]; color?: string; selectedColor?: string }
  window?: PageJson
  usingComponents?: Record<string, string>
}

/** A compiled mini-program. Paths have no extension; JavaScript is kept byte for byte. */
export type Program = {
  app: AppJson
  json: Record<string, PageJson>
  js: Record<string, string>
  css: Record<string, string>
  look: string
}

export const pagesOf = (app: AppJson): string[] => [
  ...app.pages,
  ...(app.subPackages ?? []).flatMap(({ root, pages }) =>
    pages.map((page) => `${root.replace(/\/$/, '')}/${page}`),
  ),
]
