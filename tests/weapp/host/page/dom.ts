export const make = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text = '',
  onClick?: () => void,
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag)
  element.className = className
  element.textContent = text
  if (onClick) element.addEventListener('click', onClick)
  return element
}

export const addStyle = (css: string, onlyWhen = 'all'): HTMLStyleElement => {
  const style = document.createElement('style')
  style.textContent = css
  style.media = onlyWhen
  document.head.append(style)
  return style
}
