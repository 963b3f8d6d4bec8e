import { CONTEST_ERRORS } from '#contract/contests/errors.ts';
import { TOGETHER_ERRORS } from '#contract/together/errors.ts';
import { joined, say } from '#i18n/say.ts';
import { APPEAL_ERRORS } from './discussion.ts';
import { OWN_MATERIAL_ERRORS } from './errors-own-material.ts';

/**
 * Every refusal a client can get: its code, which never changes, and the status of its HTTP answer. Its words stand in
 * `messages/<language>/errors.json` under the code.
 */
export const ERRORS = {
  ...APPEAL_ERRORS,
  ...OWN_MATERIAL_ERRORS,
  ...CONTEST_ERRORS,
  'bad-request': 400,
  'bad-origin': 403,
  'protocol-mismatch': 426,
  'not-found': 404,
  'not-allowed': 403,
  'no-guest': 401,
  'too-many-requests': 429,
  'too-many-pages': 429,
  'too-many-refusals': 429,
  'too-large': 413,
  'unknown-scenario': 404,
  'unknown-shop': 404,
  'unknown-drill': 404,
  /** The paper was drawn from another version of the question bank. */
  'questions-changed': 409,
  'unknown-puzzle': 404,
  'unknown-reading': 404,
  'unknown-inspection': 404,
  'marking-incomplete': 400,
  'marking-handed-in': 409,
  'inspection-not-published': 409,
  'report-not-ready': 409,
  internal: 500,
  'storage-failed': 503,
  'storage-full': 503,
  'storage-gone': 503,
  'drill-not-open': 409,
  'drill-already-open': 409,
  'drill-ended': 409,
  'drill-paused': 409,
  'drill-not-started': 409,
  'unknown-conversation': 404,
  'conversation-not-here': 409,
  'conversation-closed': 409,
  'empty-message': 400,
  'message-too-long': 400,
  'turn-too-long': 409,
  'unknown-message': 404,
  'already-withdrawn': 409,
  'withdraw-too-late': 409,
  'no-hold': 409,
  'unknown-action': 404,
  'action-not-offered': 403,
  'action-needs-field': 400,
  'pause-not-allowed': 403,
  'story-not-over': 409,
  'not-a-project': 409,
  'nobody-next': 409,
  'not-handed-on': 409,
  'project-goes-on': 409,
  'unknown-task': 404,
  'project-none': 404,
  'project-role-taken': 409,
  'desk-elsewhere': 409,
  /** Another server has the drill and can't be reached, or the drill is just changing servers: to be asked again. */
  'drill-moving': 503,
  'not-signed-in': 401,
  'bad-sign-in': 401,
  'sign-in-wait': 429,
  'set-up-done': 409,
  'bad-set-up-code': 403,
  'login-taken': 409,
  'password-common': 400,
  'password-own': 400,
  'wrong-password': 403,
  'last-admin': 409,
  'unknown-person': 404,
  'unknown-session': 404,
  'unknown-class': 404,
  /** A school's own mentor asks for what its class keeps from them (RULES J94). */
  'not-shared': 403,
  'unknown-template': 404,
  'unknown-run': 404,
  'unknown-seat': 404,
  'unknown-code': 404,
  'unknown-certificate': 404,
  'exam-only': 409,
  'exam-not-over': 409,
  'exam-published': 409,
  'nobody-passed': 409,
  'certificates-changed': 409,
  'handed-in-not-practice': 409,
  'handed-in-nobody-came': 409,
  'handed-in-asked-little': 409,
  'handed-in-closed': 409,
  'handed-in-many': 409,
  'handed-in-already': 409,
  'handed-in-marked': 409,
  'not-handed-in': 404,
  'unknown-evaluation': 409,
  'path-changed': 409,
  'unknown-term': 404,
  'sheet-changed': 409,
  /** A colleague published or withdrew meanwhile. */
  'sheet-published-meanwhile': 409,
  /** Other cells are missing than whoever publishes was told. */
  'sheet-missing-changed': 409,
  'sheet-nobody': 409,
  'unknown-sheet': 404,
  /** The column is in the sheet's rules no more. */
  'sheet-item-gone': 409,
  'sheet-appealed': 409,
  'teams-changed': 409,
  'attendance-changed': 409,
  'attendance-not-over': 409,
  'leave-outside': 400,
  'leave-there': 409,
  'leave-many': 409,
  'leave-decided': 409,
  'sides-closed': 409,
  'sides-changed': 409,
  'sides-incomplete': 400,
  'pay-changed': 409,
  'recommendation-changed': 409,
  'not-recommended': 404,
  'unknown-mentorship': 404,
  'mentorship-over': 409,
  'mentor-there': 409,
  'mentor-of-school': 409,
  'mentor-invites-full': 409,
  'share-changed': 409,
  'unknown-planned': 404,
  'planned-there': 409,
  'planned-outside': 400,
  'unknown-leave': 404,
  'unknown-note': 404,
  'no-shift': 409,
  'not-next-shift': 409,
  'handover-full': 409,
  'note-taken': 409,
  'join-wait': 429,
  'class-empty': 409,
  'file-unreadable': 400,
  'roster-empty': 400,
  'name-taken': 409,
  'run-locked': 409,
  'run-full': 409,
  'run-over': 409,
  'run-not-drilling': 409,
  'stage-order': 409,
  'device-has-seat': 409,
  'incident-not-planned': 404,
  'incident-came-already': 409,
  'too-many-customers': 409,
  'unknown-rush': 404,
  /** The shop has nobody who could come, or an exam has all of them. */
  'rush-without-cases': 409,
  'dial-not-allowed': 403,
  /** The bell would ring while customers still come. */
  'rush-past-bell': 400,
  'not-a-rush': 409,
  'not-in-queue': 409,
  'desk-full': 409,
  'shift-over': 409,
  'note-missing': 400,
  ...TOGETHER_ERRORS,
  'no-attempts-left': 409,
  /** `detail`: when it opens, in words. */
  'homework-not-open': 409,
  'homework-over': 409,
  'homework-only': 409,
  'lesson-only': 409,
  /** `detail`: of which topic and level. */
  'exam-none': 409,
  'exam-weights': 400,
  'exam-running': 409,
  'exam-not-published': 409,
  'exam-resit': 409,
  'nobody-failed': 409,
  'part-locked': 409,
  'part-over': 409,
  'due-past': 400,
  'unknown-turn': 404,
  'redo-open': 409,
  'retry-no-report': 409,
  'retry-not-now': 409,
  'report-not-published': 403,
  'case-in-exam': 409,
  /** `detail`: the seconds until it may be asked for again. */
  'report-wait': 429,
  'rubric-not-compatible': 409,
  'unknown-finding': 404,
  'unknown-point': 404,
  'unknown-ruling': 404,
  'unknown-comment': 404,
  'unknown-appeal': 404,
  'words-missing': 400,
  'words-too-long': 400,
  'reason-missing': 400,
  'typing-going': 409,
  'nothing-to-resit': 409,
  'seat-not-asking': 409,
  'name-differs': 400,
  'first-school': 409,
  'run-of-colleague': 403,
  'drill-of-class': 403,
  'nothing-kept': 404,
} as const;

export type ErrorCode = keyof typeof ERRORS;
/** `requestId`: stands in the log lines of the request or command that was refused. */
export type Failure = { code: ErrorCode; message: string; detail?: string | undefined; requestId?: string };
/** Every acknowledgement and every HTTP body. */
export type Reply<T> = { ok: true; value: T } | { ok: false; error: Failure };

/** Builds the refusal sent to a client, in the language of its request; `detail` stands in the message. */
export const failure = (code: ErrorCode, detail?: string): Failure => ({
  code,
  message: say(`errors:${code}`, { detail: detail ?? '' }),
  ...(detail === undefined ? {} : { detail }),
});

/** The reply that refuses a request, in the language of the request. */
export const refused = (code: ErrorCode, detail?: string): { ok: false; error: Failure } => ({
  ok: false,
  error: failure(code, detail),
});

/**
 * The answer in the language of the client that gets it: a refusal is said anew. It may have been made in another
 * client's language, in the drill's queue or in a batch with other commands that couldn't be stored.
 */
export const inReadersLanguage = <T>(reply: Reply<T>): Reply<T> =>
  reply.ok ? reply : { ok: false, error: failure(reply.error.code, reply.error.detail) };

/** Faults of the server itself: who reads of one may tell its id to whoever looks after the machine. */
const TOLD_WITH_ID: readonly ErrorCode[] = ['internal', 'storage-failed'];

/** The refusal with the id of its request, which the message says, too, where the server is at fault. */
export const withRequestId = <T>(reply: Reply<T>, requestId: string): Reply<T> => {
  if (reply.ok) return reply;
  const { code, message } = reply.error;
  const told = TOLD_WITH_ID.includes(code) ? joined([message, say('server:request-id', { id: requestId })]) : message;
  return { ok: false, error: { ...reply.error, message: told, requestId } };
};
