/** Where the words of a ledger line are bound to. */
export const aboutPlace = (lineId: string): string => `ledger_line/${lineId}/about`
