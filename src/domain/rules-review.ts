/** What the draft of a village is. */
export const RULES_TEXTS = ['village_rules', 'residents_pact', 'red_white', 'collective', 'other'] as const
export type RulesText = (typeof RULES_TEXTS)[number]

/** 合法, 建议修改, 违法须删 */
export const VERDICTS = ['lawful', 'amend', 'strike'] as const
export type Verdict = (typeof VERDICTS)[number]

/** What a village may not rule (VA-10, 村民委员会组织法): by these the adviser gives reasons. */
export const RED_FLAGS = [
  'against_law',
  'public_order',
  'personal_rights',
  'democratic_rights',
  'property_rights',
  'fine',
  'detention',
  'married_women',
  'membership',
  'welfare',
  'marriage',
  'privacy',
  'court',
  'procedure',
] as const
export type RedFlag = (typeof RED_FLAGS)[number]
