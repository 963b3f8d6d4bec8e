/** How a question stands, as the ledger at the desk shows it. */
export const QUESTION_STATES = [
  'open',
  'clarifying',
  'partly',
  'vague',
  'evaded',
  'wrong',
  'unrecognised',
  'answered',
  'provisional',
  'unanswered',
  'void',
] as const;
