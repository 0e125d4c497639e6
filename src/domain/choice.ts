/** The mediators whom each side accepts, the ones it likes best first. */
export type Picks = { applicant: readonly string[]; otherSide: readonly string[] }

const rank = (picks: readonly string[], id: string) => picks.indexOf(id)

/**
 * PM-5: a common pick wins, the one both like best; null when there is none, and then the committee assigns
 * (人民调解法 第十九条). Whoever was rejected or has a conflict is nobody's pick (第二十三条, PM-6).
 */
export function commonPick({ applicant, otherSide }: Picks, barred: readonly string[]): string | null {
  const common = applicant.filter((id) => otherSide.includes(id) && !barred.includes(id))
  const place = (id: string) => rank(applicant, id) + rank(otherSide, id)
  return common.toSorted((a, b) => place(a) - place(b) || (a < b ? -1 : 1))[0] ?? null
}
