/** Refusals of a role play (contract/errors.ts holds the whole table). */
export const ROLE_PLAY_ERRORS = {
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
} as const;
