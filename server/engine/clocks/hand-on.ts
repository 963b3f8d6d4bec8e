/** Project tasks: a conversation goes from seat to seat, each of which serves its own part (RULES J38–J40). */
import type { RejectionCode } from '#engine/model/commands.ts';
import type { Conversation, Drill } from '#engine/model/drill.ts';
import type { DrillMs } from '#engine/model/events.ts';
import type { Handed } from '#engine/model/project.ts';
import { MAX_CUSTOMERS } from '#engine/model/rush.ts';
import { conversationIn, type DecisionContext, emit } from '#engine/state/decision-context.ts';
import { closeWindow } from '#engine/state/windows.ts';
import { closeTurn } from './close-turn.ts';
import { COMES_MS, nextKey } from './inject.ts';

/** The role that a conversation is handed on to when its part is over; null: nobody comes after this seat. */
export const nextRoleOf = (drill: Drill, { scenario }: Pick<Conversation, 'scenario'>): string | null => {
  const next = drill.opened?.project?.next ?? {};
  return Object.hasOwn(next, scenario) ? (next[scenario] ?? null) : null;
};

/** Whether the conversation waits for its note: nobody but this seat can give it away. */
export const waitsForNote = (drill: Drill, conversation: Conversation): boolean =>
  conversation.status !== 'closed' && nextRoleOf(drill, conversation) !== null;

/** Whether all customers of this seat have come. True outside a project task. */
export const haveAllCome = ({ opened, order }: Drill): boolean => order.length >= (opened?.project?.comes ?? 0);

/**
 * Closes a conversation whose story here is over, as its trainee does, and tells the next role `note`. What the customer
 * still asks when it is given away would be nobody's, so before the story's end it can't be.
 */
export const handOn = (context: DecisionContext, at: DrillMs, key: string, note: string): RejectionCode | null => {
  if (context.drill.opened?.project === undefined) return 'not-a-project';
  const role = nextRoleOf(context.drill, conversationIn(context, key));
  if (role === null) return 'nobody-next';
  if (note.trim() === '') return 'note-missing';
  const { ending, returnDue } = conversationIn(context, key);
  if (ending === null || returnDue !== null) return 'story-not-over';
  if (conversationIn(context, key).turn?.dueAt != null) closeTurn(context, key, at);
  if (context.needs) return null;
  for (const window of conversationIn(context, key).windows)
    closeWindow(context, key, at, window, 'missed', null, null);
  emit(context, {
    kind: 'conversation-closed',
    at,
    conversation: key,
    by: 'trainee',
    note: note.trim(),
    handedTo: role,
  });
  return null;
};

/** Adds the customer whose conversation another seat has handed over, or says why not. The clock need not have started. */
export const receive = (
  context: DecisionContext,
  at: DrillMs,
  scenario: string,
  handed: Handed,
): RejectionCode | null => {
  const { drill, content } = context;
  if (drill.opened?.project === undefined) return 'not-a-project';
  if (!content.cases.has(scenario)) return 'incident-not-planned';
  if (Object.values(drill.conversations).some((conversation) => conversation.scenario === scenario))
    return 'incident-came-already';
  if (drill.order.length >= MAX_CUSTOMERS) return 'too-many-customers';
  const key = nextKey(context);
  emit(context, { kind: 'customer-added', at, conversation: key, scenario, arrivesAt: at + COMES_MS, handed });
  return null;
};

/** Tells the seat how many customers come to it in all, so that its drill ends with the last one. */
export const expect = (context: DecisionContext, at: DrillMs, count: number): RejectionCode | null => {
  const project = context.drill.opened?.project;
  if (project === undefined) return 'not-a-project';
  if (project.comes !== count) emit(context, { kind: 'customers-expected', at, count });
  return null;
};

/** Whether the trainee may end the drill: all customers have come, and what is to be handed on is. True outside a project task. */
export const mayEnd = (drill: Drill): boolean =>
  drill.opened?.project === undefined ||
  (haveAllCome(drill) &&
    Object.values(drill.conversations).every(
      (conversation) => conversation.ending !== null && !waitsForNote(drill, conversation),
    ));
