/** The words in which the wire says who may ask for something. The rules behind them are in `server/common/access.ts`. */

/** The kinds of resource that an id in a path or a payload names. Each belongs to a school, except a guest's own drill. */
export const RESOURCE_KINDS = ['drill', 'seat', 'run', 'class', 'person', 'template', 'case', 'contest'] as const;
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

/**
 * - `anyone`: no cookie needed
 * - `signed-in`: has an account, whatever the role
 * - `staff`: admin, teacher, mentor · `teacher`: admin, teacher · `admin` — of the resource's school where one is named
 * - `mentor`: a mentor, of whichever school
 * - `reviewer`: staff of the resource's school, or a mentor of it to whom the school has shared it (RULES J64)
 * - `machine-admin`: an admin of the school set up first
 * - `operator`: a program on this machine, or one that names METRICS_TOKEN; no account is one
 * - `owner`: the device or the trainee whose drill or seat it is (RULES M6)
 * - `reader`: the owner, staff of the school whose run it belongs to, or a mentor to whom that run is shared
 */
export const ACCESS_RULES = [
  'anyone',
  'signed-in',
  'staff',
  'teacher',
  'admin',
  'mentor',
  'reviewer',
  'machine-admin',
  'operator',
  'owner',
  'reader',
] as const;
export type AccessRule = (typeof ACCESS_RULES)[number];

/** What a person with an account may be: one of these, in a resource's school or in any. */
type Account = 'signed-in' | 'staff' | 'teacher' | 'admin' | 'mentor' | 'machine-admin';
/** Allowed only to somebody who is signed in. */
export type AccountAccess = Account | `${'staff' | 'teacher' | 'admin' | 'reviewer'} of ${ResourceKind}`;
export type Access = AccessRule | AccountAccess | `${'owner' | 'reader'} of ${ResourceKind}`;
