/** Refusals of a role play and of a 班组长 seat, and of transfers (contract/errors.ts holds the whole table). */
export const TOGETHER_ERRORS = {
  'unknown-role-play': 404,
  'role-play-taken': 409,
  'role-play-own': 409,
  'role-play-over': 409,
  'role-play-not-over': 409,
  'not-a-role-play': 409,
  'player-missing': 409,
  'unknown-line': 404,
  'too-many-lines': 409,
  'nothing-to-pay': 409,
  /** The report was answered already, or its time is over. */
  'lead-not-asked': 409,
  /** Somebody else's report, or a seat that leads nobody. */
  'lead-not-yours': 404,
  /** Homework, a paper, an exam, a contest or a project task. */
  'lead-not-here': 409,
  /** The drill has begun: who leads is settled by then. */
  'lead-too-late': 409,
  /** Nobody would be left to lead. */
  'lead-nobody-left': 409,
  /** The run's plan has no transfers. */
  'transfers-off': 409,
  /** The customer is on the way to a classmate. */
  'pass-under-way': 409,
  'pass-story-over': 409,
  'pass-customer-away': 409,
  'pass-waits-lead': 409,
  /** Nothing is offered here any more. */
  'no-pass': 409,
} as const;
