/** What reading a typed text gives: what was meant, or words for the citizen that say what to do. */
export type Read<Found> = ({ ok: true } & Found) | { ok: false; problem: string }

export const no = (problem: string): { ok: false; problem: string } => ({ ok: false, problem })

/** Full-width letters and digits become plain, every kind of dash a hyphen; spaces and invisible signs go. */
export const halfWidth = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\s\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '')
