/** Who answers for a village, in this order: whoever comes later answers when those before do not. */
export const STAGES = ['adviser', 'substitute', 'duty_lawyer', 'hotline'] as const
export type Stage = (typeof STAGES)[number]
