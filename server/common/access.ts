/**
 * Who may do what. Every HTTP route names its access in `contract/routes`, every socket command in the table here; only
 * the rules below decide by that access.
 * A test walks the routes and commands as nobody, as guests, as every role and as another school's people.
 */
import type { CommandName } from '#contract/commands.ts';
import type { ErrorCode } from '#contract/errors.ts';
import type { Role } from '#contract/people.ts';
import { type Route, routes } from '#contract/routes/table.ts';
import { ACCESS_RULES, type Access, type AccessRule, RESOURCE_KINDS, type ResourceKind } from '#contract/who-may.ts';

/** The access that a route's row in `contract/routes` names. */
export const accessOf = (route: Route): Access => routes[route].who;

export const COMMAND_ACCESS = {
  'drill:join': 'owner of drill',
  'drill:start': 'owner of drill',
  'drill:pause': 'owner of drill',
  'drill:resume': 'owner of drill',
  'drill:end': 'owner of drill',
  'message:send': 'owner of drill',
  'message:withdraw': 'owner of drill',
  'message:typing': 'owner of drill',
  'action:do': 'owner of drill',
  'conversation:close': 'owner of drill',
  'conversation:transfer': 'owner of drill',
  'conversation:pass': 'owner of drill',
  'conversation:drop-hold': 'owner of drill',
  'conversation:recall': 'owner of drill',
  'conversation:answer-pass': 'owner of drill',
  'queue:take': 'owner of drill',
  /** Staff look on while the drill runs; they change nothing. */
  'drill:watch': 'staff of drill',
  'drill:unwatch': 'staff of drill',
  'seat:join': 'owner of seat',
  'run:watch': 'staff of run',
  'run:unwatch': 'staff of run',
  /** Who has taken the card is asked of the role play itself. */
  'role:join': 'anyone',
  'role:leave': 'anyone',
  'role:play': 'anyone',
} as const satisfies Record<CommandName, Access>;

/** `machineAdmin`: an admin of the school set up first. */
export type SignedIn = {
  id: string;
  name: string;
  login: string;
  role: Role;
  /** Of a mentor who visits: the school that has shared with them what is asked for. */
  school: string;
  machineAdmin: boolean;
  /** Present: a mentor of another school, for this request alone (`http/session/visiting.ts`). */
  isVisiting?: true;
};
/** Who asks: the device by its guest cookie, the person by the session's. */
export type Principal = {
  guest: string | null;
  person: SignedIn | null;
  /** Where the request came from; a socket's principal has none. */
  address?: string;
};

/** Whether it is the principal's: by device, or by account. */
export const isHeldBy = (
  { guest, person }: Principal,
  held: { guest: string | null; person: string | null },
): boolean => (guest !== null && held.guest === guest) || (person !== null && held.person === person.id);

/** Whose a resource is; `school` null: a guest's own practice. */
export type Owner = {
  school: string | null;
  guest: string | null;
  person: string | null;
  /** For a seat: the device that asks for it or was refused last. It may read how its request stands, and nothing else. */
  asking?: string | null;
  /** For practice: the school whose staff may read it, because its owner handed it in there (RULES G1). */
  handedInTo?: string | null;
};

const STAFF: readonly Role[] = ['admin', 'teacher', 'mentor'];
const TEACHERS: readonly Role[] = ['admin', 'teacher'];

export const isStaff = (role: Role): boolean => STAFF.includes(role);
export const isTeacher = (role: Role): boolean => TEACHERS.includes(role);

/**
 * The error code for a principal who may not, null for one who may. `owner`: of the resource that the access names;
 * null when there is no such resource.
 * Another’s resource is answered like one that doesn't exist, so that ids can't be probed.
 */
export const refusal = (access: Access, principal: Principal, owner: Owner | null): ErrorCode | null => {
  const [rule, resource] = parseAccess(access);
  if (rule === 'anyone') return null;
  // Its page looks by itself whether the request is an operator's; who they are decides nothing.
  if (rule === 'operator') return 'not-found';
  if (rule === 'owner' || rule === 'reader') {
    const readsAsStaff = rule === 'reader' && (isStaffOf(principal, owner) || isHandedInTo(principal, owner));
    if (readsAsStaff || isOwnerOf(principal, owner)) return null;
    if (resource === 'drill' && principal.guest === null && principal.person === null) return 'no-guest';
    return `unknown-${resource ?? 'drill'}`;
  }
  const { person } = principal;
  if (person === null) return 'not-signed-in';
  if (!hasRole(rule, person)) return 'not-allowed';
  if (resource === null) return null;
  return owner?.school === person.school ? null : `unknown-${resource}`;
};

/** By which rule an access is decided. */
export const ruleOf = (access: Access): AccessRule => parseAccess(access)[0];
/** The resource an access needs looked up, or null. */
export const resourceOf = (access: Access): ResourceKind | null => parseAccess(access)[1];

const isOwnerOf = ({ guest, person }: Principal, owner: Owner | null): boolean =>
  owner !== null &&
  ((guest !== null && (owner.guest === guest || owner.asking === guest)) ||
    (person !== null && owner.person === person.id));

const isStaffOf = ({ person }: Principal, owner: Owner | null): boolean =>
  person !== null && isStaff(person.role) && owner?.school === person.school;

const isHandedInTo = ({ person }: Principal, owner: Owner | null): boolean =>
  person !== null && isStaff(person.role) && owner?.handedInTo === person.school;

const hasRole = (rule: AccessRule, { role, machineAdmin }: SignedIn): boolean => {
  if (rule === 'signed-in') return true;
  if (rule === 'staff' || rule === 'reviewer') return isStaff(role);
  if (rule === 'mentor') return role === 'mentor';
  if (rule === 'teacher') return isTeacher(role);
  return rule === 'admin' ? role === 'admin' : machineAdmin;
};

const parseAccess = (access: Access): [AccessRule, ResourceKind | null] => {
  const [ruleText, , resourceText] = access.split(' ');
  const rule = ACCESS_RULES.find((one) => one === ruleText);
  if (rule === undefined) throw new Error(`Unknown access: ${access}`);
  return [rule, RESOURCE_KINDS.find((one) => one === resourceText) ?? null];
};
