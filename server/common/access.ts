/**
 * Who may do what: every HTTP route and every socket command stands here once, and nothing else decides it.
 * A test walks the routes and commands as nobody, as guests, as every role and as another school's people.
 */
import type { CommandName } from '#contract/commands.ts';
import type { ErrorCode } from '#contract/errors.ts';
import type { Role } from '#contract/people.ts';

/** What an id in a path or a payload names. Each belongs to a school (but for a guest's own drill). */
export const THINGS = ['drill', 'seat', 'run', 'class', 'person', 'template', 'case'] as const;
export type Thing = (typeof THINGS)[number];

/**
 * - `anyone`: no cookie needed
 * - `signed-in`: has an account, whatever the role
 * - `staff`: admin, teacher, mentor · `teacher`: admin, teacher · `admin` — of the thing's school where one is named
 * - `machine-admin`: an admin of the school set up first
 * - `owner`: the device or the trainee whose drill or seat it is (RULES M6)
 * - `reader`: the owner, or staff of the school whose run it belongs to
 */
export type Who = 'anyone' | 'signed-in' | 'staff' | 'teacher' | 'admin' | 'machine-admin' | 'owner' | 'reader';
export type Access = Who | `${'staff' | 'teacher' | 'admin' | 'owner' | 'reader'} of ${Thing}`;

export const ROUTE_ACCESS = {
  'GET /healthz': 'anyone',
  'GET /pictures/customer/:file': 'anyone',
  'GET /pictures/:shop/:file': 'anyone',
  'GET /schema/:file': 'anyone',
  'GET /guide/writing-a-case': 'anyone',
  'GET /guide/guide.css': 'anyone',
  'GET /guide/writing-a-case.md': 'anyone',
  'GET /api/scenarios': 'anyone',
  'GET /api/shops/:id': 'anyone',
  'GET /api/shops/:id/self-test': 'anyone',
  'GET /api/start-card': 'anyone',
  'POST /api/drills': 'anyone',
  /** Lists the asker's own; nobody has none. */
  'GET /api/drills': 'anyone',
  'GET /api/drills/:id': 'reader of drill',
  'GET /api/drills/:id/shops/:shop': 'reader of drill',
  'GET /api/drills/:id/report': 'reader of drill',
  'GET /api/drills/:id/report.json': 'reader of drill',
  'GET /api/drills/:id/report.docx': 'reader of drill',
  'GET /api/drills/:id/replay': 'reader of drill',
  'POST /api/drills/:id/rulings': 'staff of drill',
  'POST /api/drills/:id/rulings/:ruling/undo': 'staff of drill',
  /** A trainee's own word on a doubtful answer; as long as the report may be read. */
  'POST /api/drills/:id/proposals': 'owner of drill',
  'GET /api/drills/:id/discussion': 'reader of drill',
  'POST /api/drills/:id/comments': 'staff of drill',
  'POST /api/drills/:id/comments/:comment/edit': 'staff of drill',
  'POST /api/drills/:id/comments/:comment/delete': 'staff of drill',
  'POST /api/drills/:id/appeals': 'owner of drill',
  'POST /api/drills/:id/appeals/:appeal/withdraw': 'owner of drill',
  'POST /api/drills/:id/appeals/:appeal/settle': 'staff of drill',

  /** A turn done again by whose drill it is, and how each try went (RULES N7). */
  'POST /api/drills/:id/redos': 'owner of drill',
  'GET /api/drills/:id/tries': 'reader of drill',
  /** Service data of the asker's own drills. */
  'GET /api/analysis': 'anyone',
  'GET /api/analysis.xlsx': 'anyone',
  /** The asker's own, of the device and the person; nobody has none. */
  'GET /api/portfolio': 'anyone',
  'GET /api/portfolio.xlsx': 'anyone',
  /** The device's own practice, to the person who sits or is signed in at it. */
  'POST /api/portfolio/claim': 'anyone',
  'GET /api/today': 'anyone',

  'GET /api/me': 'anyone',
  'POST /api/set-up': 'anyone',
  'POST /api/session': 'anyone',
  'POST /api/session/end': 'anyone',
  'POST /api/me/password': 'signed-in',
  'GET /api/schools': 'machine-admin',
  'POST /api/schools': 'machine-admin',
  'GET /api/people': 'admin',
  'POST /api/people': 'admin',
  'POST /api/people/:id': 'admin of person',
  /** Drills of runs only: what somebody practises alone is shown to nobody else. */
  'GET /api/people/:id/portfolio': 'staff of person',

  'GET /api/classes': 'staff',
  'POST /api/classes': 'teacher',
  'GET /api/classes/:id': 'staff of class',
  'POST /api/classes/:id': 'teacher of class',
  'POST /api/classes/:id/roster/preview': 'teacher of class',
  'POST /api/classes/:id/roster': 'teacher of class',
  'POST /api/classes/:id/members/:person': 'teacher of class',
  'POST /api/classes/:id/members/:person/account': 'teacher of class',

  /** Of the asker's own school; `:id` is a shop's, which belongs to no school. */
  'GET /api/school-replies': 'teacher',
  'GET /api/school-replies/:id': 'teacher',
  'GET /api/school-replies/:id/template.xlsx': 'teacher',
  'GET /api/school-replies/:id/template.csv': 'teacher',
  'GET /api/school-replies/:id/versions/:version': 'teacher',
  'POST /api/school-replies/:id/preview': 'teacher',
  'POST /api/school-replies/:id': 'teacher',
  'POST /api/school-replies/:id/versions/:version/restore': 'teacher',
  'POST /api/school-replies/:id/remove': 'teacher',

  'GET /api/templates': 'staff',
  'POST /api/templates': 'teacher',
  'POST /api/templates/:id/remove': 'teacher of template',
  /** Cases a school's teachers write themselves. */
  'GET /api/authored': 'teacher',
  'POST /api/authored': 'teacher',
  /** Nothing is stored. */
  'POST /api/authored/check': 'teacher',
  'GET /api/authored/:id': 'teacher of case',
  'POST /api/authored/:id/versions': 'teacher of case',
  'GET /api/authored/:id/diff': 'teacher of case',
  'GET /api/authored/:id/file': 'teacher of case',
  'POST /api/authored/:id/publish': 'teacher of case',
  'POST /api/authored/:id/withdraw': 'teacher of case',
  'POST /api/authored/:id/try': 'teacher of case',

  'GET /api/incidents': 'staff',
  'GET /api/reachability': 'staff',
  'GET /api/runs': 'staff',
  'POST /api/runs': 'teacher',
  'GET /api/runs/:id': 'staff of run',
  'POST /api/runs/:id/stage': 'teacher of run',
  'POST /api/runs/:id/freeze': 'teacher of run',
  'POST /api/runs/:id/extend': 'teacher of run',
  'POST /api/runs/:id/lock': 'teacher of run',
  'POST /api/runs/:id/code': 'teacher of run',
  'POST /api/runs/:id/say': 'staff of run',
  'POST /api/runs/:id/inject': 'teacher of run',
  'POST /api/runs/:id/marks': 'staff of run',
  'POST /api/runs/:id/marks/:mark/remove': 'staff of run',
  'POST /api/runs/:id/redo': 'teacher of run',
  'POST /api/runs/:id/redo/close': 'teacher of run',
  'POST /api/runs/:id/end': 'teacher of run',
  'POST /api/runs/:id/publish': 'teacher of run',
  'GET /api/runs/:id/redo': 'staff of run',
  'GET /api/runs/:id/results': 'staff of run',
  'GET /api/runs/:id/rulings': 'staff of run',
  'GET /api/runs/:id/appeals': 'staff of run',
  'GET /api/runs/:id/harvest': 'staff of run',
  'GET /api/runs/:id/debrief': 'staff of run',
  'GET /api/runs/:id/class-report': 'staff of run',
  'GET /api/runs/:id/export.xlsx': 'staff of run',
  'GET /api/runs/:id/analysis': 'staff of run',
  'GET /api/runs/:id/analysis.xlsx': 'staff of run',
  'POST /api/seats/:id/approve': 'teacher of seat',
  'POST /api/seats/:id/refuse': 'teacher of seat',
  'POST /api/seats/:id/release': 'teacher of seat',

  'GET /api/join/:code': 'anyone',
  'POST /api/join/:code': 'anyone',
  'GET /api/seats/:id': 'owner of seat',
  'POST /api/seats/:id/again': 'owner of seat',
  /** The class's, without names. */
  'GET /api/seats/:id/analysis': 'owner of seat',
  'GET /api/seats/:id/analysis.xlsx': 'owner of seat',
} as const satisfies Record<string, Access>;
export type Route = keyof typeof ROUTE_ACCESS;

export const COMMAND_ACCESS = {
  'drill:join': 'owner of drill',
  'drill:start': 'owner of drill',
  'drill:pause': 'owner of drill',
  'drill:resume': 'owner of drill',
  'drill:end': 'owner of drill',
  'message:send': 'owner of drill',
  'message:typing': 'owner of drill',
  'action:do': 'owner of drill',
  'conversation:close': 'owner of drill',
  /** Read-only, as it happens. */
  'drill:watch': 'staff of drill',
  'drill:unwatch': 'staff of drill',
  'seat:join': 'owner of seat',
  'run:watch': 'staff of run',
  'run:unwatch': 'staff of run',
} as const satisfies Record<CommandName, Access>;

/** `machineAdmin`: an admin of the school set up first. */
export type SignedIn = { id: string; name: string; login: string; role: Role; school: string; machineAdmin: boolean };
/** Who asks: the device by its guest cookie, the person by the session's. */
export type Asker = { guest: string | null; person: SignedIn | null };
/** Whose a thing is; `school` null: a guest's own practice. */
export type Belongs = {
  school: string | null;
  guest: string | null;
  person: string | null;
  /** Of a seat: the device that asks for it, or was refused last. It may hear how that stands, and nothing else. */
  asking?: string | null;
};

const STAFF: readonly Role[] = ['admin', 'teacher', 'mentor'];
const TEACHERS: readonly Role[] = ['admin', 'teacher'];

export const isStaff = (role: Role): boolean => STAFF.includes(role);
export const isTeacher = (role: Role): boolean => TEACHERS.includes(role);

/**
 * Why the asker may not, or null when they may. `belongs`: of the thing the access names, null when there is none such.
 * Another's thing is answered like one that doesn't exist, so that ids can't be probed.
 */
export function refusal(access: Access, asker: Asker, belongs: Belongs | null): ErrorCode | null {
  const [who, thing] = split(access);
  if (who === 'anyone') return null;
  if (who === 'owner' || who === 'reader') {
    const reads = who === 'reader' && staffOf(asker, belongs);
    if (reads || owns(asker, belongs)) return null;
    if (thing === 'drill' && asker.guest === null && asker.person === null) return 'no-guest';
    return `unknown-${thing ?? 'drill'}`;
  }
  const { person } = asker;
  if (person === null) return 'not-signed-in';
  if (!hasRole(who, person)) return 'not-allowed';
  if (thing === null) return null;
  return belongs?.school === person.school ? null : `unknown-${thing}`;
}

/** The thing an access needs looked up, or null. */
export const thingOf = (access: Access): Thing | null => split(access)[1];

const owns = ({ guest, person }: Asker, belongs: Belongs | null): boolean =>
  belongs !== null &&
  ((guest !== null && (belongs.guest === guest || belongs.asking === guest)) ||
    (person !== null && belongs.person === person.id));

const staffOf = ({ person }: Asker, belongs: Belongs | null): boolean =>
  person !== null && isStaff(person.role) && belongs?.school === person.school;

function hasRole(who: Who, { role, machineAdmin }: SignedIn): boolean {
  if (who === 'signed-in') return true;
  if (who === 'staff') return isStaff(role);
  if (who === 'teacher') return isTeacher(role);
  return who === 'admin' ? role === 'admin' : machineAdmin;
}

const WHOS: readonly Who[] = ['anyone', 'signed-in', 'staff', 'teacher', 'admin', 'machine-admin', 'owner', 'reader'];

function split(access: Access): [Who, Thing | null] {
  const [first, , last] = access.split(' ');
  const who = WHOS.find((one) => one === first);
  if (who === undefined) throw new Error(`Unknown access: ${access}`);
  return [who, THINGS.find((one) => one === last) ?? null];
}
