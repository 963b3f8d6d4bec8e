/**
 * Who may do what: every HTTP route and every socket command stands here once, and nothing else decides it.
 * A test walks the routes and commands as nobody, another guest and the owner.
 */
import type { CommandName } from '#contract/commands.ts';
import type { ErrorCode } from '#contract/errors.ts';

/**
 * - `anyone`: no cookie needed
 * - `drill-owner`: the guest whose drill it is (RULES M6)
 */
export type Who = 'anyone' | 'drill-owner';

export const ROUTE_ACCESS = {
  'GET /healthz': 'anyone',
  'GET /pictures/:shop/:file': 'anyone',
  'GET /api/scenarios': 'anyone',
  'GET /api/shops/:id': 'anyone',
  'GET /api/start-card': 'anyone',
  'POST /api/drills': 'anyone',
  /** Lists the asker's own; nobody has none. */
  'GET /api/drills': 'anyone',
  'GET /api/drills/:id': 'drill-owner',
  'GET /api/drills/:id/report': 'drill-owner',
} as const satisfies Record<string, Who>;
export type Route = keyof typeof ROUTE_ACCESS;

export const COMMAND_ACCESS = {
  'drill:join': 'drill-owner',
  'drill:start': 'drill-owner',
  'drill:pause': 'drill-owner',
  'drill:resume': 'drill-owner',
  'drill:end': 'drill-owner',
  'message:send': 'drill-owner',
  'message:typing': 'drill-owner',
  'action:do': 'drill-owner',
  'conversation:close': 'drill-owner',
} as const satisfies Record<CommandName, Who>;

/**
 * Why `guest` may not, or null when they may. `drillGuest` = whose drill it is, null when there is no such drill.
 * Another's drill is answered like one that doesn't exist, so that ids can't be probed.
 */
export function refusal(who: Who, guest: string | null, drillGuest: string | null): ErrorCode | null {
  if (who === 'anyone') return null;
  if (guest === null) return 'no-guest';
  return drillGuest === guest ? null : 'unknown-drill';
}
