const DIGITS = '零一二三四五六七八九'

/** 15 → 十五, as papers write small numbers; from a hundred on in figures. */
export function spelled(count: number): string {
  if (!Number.isInteger(count) || count < 0 || count >= 100) return String(count)
  const ten = Math.floor(count / 10)
  const one = count % 10
  if (ten === 0) return DIGITS.charAt(one)
  return `${ten === 1 ? '' : DIGITS.charAt(ten)}十${one === 0 ? '' : DIGITS.charAt(one)}`
}
