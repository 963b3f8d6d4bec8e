/** Routes of role play. Who has the code takes the card; what it holds is read by that device alone (RULES J32). */
import {
  feltSchema,
  openRolePlaySchema,
  type PlayedDoubts,
  type PlayerCard,
  type RolePlayInvite,
  type RolePlayOfDrill,
  type RolePlayOpened,
  type SeatCard,
  settleSchema,
  takeCardSchema,
} from '#contract/together/role-plays.ts';
import { type RouteTable, replies } from './route-spec.ts';

export const rolePlayRouteSpecs = {
  'POST /api/role-plays': { who: 'anyone', body: openRolePlaySchema, reply: replies<RolePlayOpened>() },
  'GET /api/drills/:id/role-play': { who: 'reader of drill', reply: replies<RolePlayOfDrill | null>() },
  /** The seat's device takes the card of whom it plays for. */
  'POST /api/seats/:id/role-play': { who: 'owner of seat', reply: replies<SeatCard>() },
  'GET /api/role-plays/:code': { who: 'anyone', reply: replies<RolePlayInvite>() },
  'POST /api/role-plays/:code/take': { who: 'anyone', body: takeCardSchema, reply: replies<RolePlayInvite>() },
  'GET /api/role-plays/:code/card': { who: 'anyone', reply: replies<PlayerCard>() },
  'GET /api/role-plays/:code/doubts': { who: 'anyone', reply: replies<PlayedDoubts>() },
  'POST /api/role-plays/:code/settle': { who: 'anyone', body: settleSchema, reply: replies<PlayedDoubts>() },
  'POST /api/role-plays/:code/felt': { who: 'anyone', body: feltSchema, reply: replies<PlayedDoubts>() },
} as const satisfies RouteTable;
