/** 突发: a teacher brings one more customer into a drill that is going on. */
import type { RejectionCode } from '#engine/model/commands.ts';
import type { DrillMs } from '#engine/model/events.ts';
import { MAX_CUSTOMERS } from '#engine/model/rush.ts';
import { type DecisionContext, emit } from '#engine/state/decision-context.ts';

/** Milliseconds until the customer comes: the trainee reads the notice first. */
export const COMES_MS = 3000;

/** The key of one more conversation. */
export const nextKey = (context: DecisionContext): string =>
  `c${Math.max(0, ...context.drill.order.map((key) => Number(key.slice(1)))) + 1}`;

/** Adds a customer who comes after COMES_MS of drill time, or says why not. */
export const inject = (context: DecisionContext, at: DrillMs, scenario: string): RejectionCode | null => {
  const { drill, content } = context;
  if (!drill.clock.running && drill.clock.why === 'not-started') return 'drill-not-started';
  const preparedCase = content.cases.get(scenario);
  // A turn done again has one customer only (RULES N7).
  if (!preparedCase || drill.opened?.redo) return 'incident-not-planned';
  if (Object.values(drill.conversations).some((conversation) => conversation.scenario === scenario))
    return 'incident-came-already';
  // In a rush one more waits in the queue, as everybody does.
  if (drill.rush === null && drill.order.length >= MAX_CUSTOMERS) return 'too-many-customers';
  const key = nextKey(context);
  emit(context, { kind: 'customer-added', at, conversation: key, scenario, arrivesAt: at + COMES_MS });
  // Content stored before there were incidents has no such field.
  const notice = preparedCase.scenario.incident?.notice ?? null;
  if (notice !== null) emit(context, { kind: 'notice-shown', at, conversation: key, text: notice });
  return null;
};
