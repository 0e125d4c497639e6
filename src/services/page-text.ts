const SILENT = '[aria-hidden="true"], script, style'

/** What a screen reader would say: the name of a picture instead of the signs in it. */
function wordsAt(node: Node): string {
  const around = node.parentElement
  if (!around || around.closest(SILENT)) return ''
  const picture = around.closest('[role="img"]')
  return (picture?.getAttribute('aria-label') ?? node.textContent ?? '').trim()
}

/** The words of a part of the page, in the order in which they stand. */
export function piecesOf(id: string): string[] {
  const part = document.getElementById(id)
  if (!part) return []
  const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT)
  const pieces: string[] = []
  while (texts.nextNode()) pieces.push(wordsAt(texts.currentNode))
  return pieces.filter((words) => words !== '')
}
