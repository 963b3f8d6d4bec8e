/**
 * What a chance amounts to, in one table: `told` counts as it stands, `checked` is likely and to be checked back by the
 * customer, `doubt` is left to people (待核), below it nothing is said. A false accusation and an unearned credit cost the same.
 */
type Row = { readonly told: number; readonly checked: number; readonly doubt: number };

export const POLICY = {
  /** A point said right. */
  covered: { told: 0.8, checked: 0.5, doubt: 0.25 },
  /** A point of what nobody has asked yet, or of a bonus: only when sure. */
  volunteered: { told: 0.8, checked: 0.8, doubt: 0.8 },
  bonus: { told: 0.7, checked: 0.7, doubt: 0.25 },
  /** A point said wrong. */
  wrong: { told: 0.7, checked: 0.45, doubt: 0.25 },
  /** A manner: below `told` nobody reacts to it and no mark hangs on it (RULES M2), below `doubt` nobody is asked. */
  tone: { told: 0.6, checked: 0.6, doubt: 0.4 },
  /** A fact asked for; a word of what the customer has told standing in a question. */
  asked: { told: 0.45, named: 0.85 },
  /** A red line. */
  redLine: { told: 0.8, checked: 0.6, doubt: 0.6 },
} as const satisfies Readonly<Record<string, Row | { readonly told: number; readonly named: number }>>;
