/** The five steps of the national scale, the best first. */
export const SCORES = ['5', '4', '3', '2', '1'] as const
export type Score = (typeof SCORES)[number]

export const SCORE_NAME: Readonly<Record<Score, string>> = {
  '5': '很满意',
  '4': '满意',
  '3': '一般',
  '2': '不满意',
  '1': '很不满意',
}
