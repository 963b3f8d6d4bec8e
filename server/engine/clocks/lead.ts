/** 班组长: reports wait for a person's answer, which binds the desk as the shop's own would (RULES J46–J48). */
import type { RejectionCode } from '#engine/model/commands.ts';
import type { ActionValues } from '#engine/model/content.ts';
import type { Conversation, Drill } from '#engine/model/drill.ts';
import type { DrillMs } from '#engine/model/events.ts';
import type { LeadAnswer, OpenAsk } from '#engine/model/lead.ts';
import { isOvernight } from '#engine/model/overnight.ts';
import type { ActionSpec } from '#engine/model/shop.ts';
import { storyAt } from '#engine/model/story-time.ts';
import { conversationIn, type DecisionContext, emit, preparedCaseOf } from '#engine/state/decision-context.ts';
import { isReport, resultLines, resultWords } from './action-result.ts';
import type { Due } from './due.ts';

/** Milliseconds a conversation stays after its answer: time to carry out what was granted, and to tell the customer. */
const CARRY_OUT_MS = 60_000;

/** Whether an operation of this drill is answered by its lead. */
export const goesToLead = ({ opened }: Drill, spec: ActionSpec): boolean =>
  opened?.lead !== undefined && isReport(spec);

/** Puts a report before the lead. A second one in a conversation that waits already adds to what is asked there. */
export const askLead = (context: DecisionContext, key: string, at: DrillMs, ask: string, action: string): void => {
  const lead = context.drill.opened?.lead;
  if (lead === undefined || lead.asks.some(({ conversation }) => conversation === key)) return;
  emit(context, { kind: 'lead-asked', at, conversation: key, ask, action, dueAt: at + lead.answerMs });
};

/** Gives the desk the lead's answer, or says that this report waits for none: it is answered, or its time was over. */
export const answerLead = (
  context: DecisionContext,
  at: DrillMs,
  { ask, by, answer, request }: { ask: string; by: string; answer: LeadAnswer; request?: string },
): RejectionCode | null => {
  const open = context.drill.opened?.lead?.asks.find(({ id }) => id === ask);
  if (open === undefined) return 'lead-not-asked';
  const result = answer.how === 'passed-up' ? shopsAnswer(context, open, highestReport(context)) : [];
  const sent = { ask, by, answer, result, ...(request !== undefined && { request }) };
  emit(context, { kind: 'lead-answered', at, conversation: open.conversation, ...sent });
  return null;
};

/** Nobody answered in time: the shop says what it says where nobody leads. */
export const missLead = (context: DecisionContext, key: string, at: DrillMs): void => {
  const open = context.drill.opened?.lead?.asks.find(({ conversation }) => conversation === key);
  if (open === undefined) return;
  const result = shopsAnswer(context, open, context.content.actions.get(open.action));
  emit(context, { kind: 'lead-answered', at, conversation: key, ask: open.id, by: null, answer: null, result });
};

const shopsAnswer = (context: DecisionContext, ask: OpenAsk, spec: ActionSpec | undefined): string[] => {
  if (spec === undefined) return [];
  const { scenario, shop } = preparedCaseOf(context, ask.conversation);
  const { arrivesAt, storySkippedMin, orders } = conversationIn(context, ask.conversation);
  const { minute } = storyAt(scenario, Math.max(0, ask.at - arrivesAt), storySkippedMin);
  // What the lead passes up or leaves is said in the shop's one sentence: the desk has its answer.
  const [line] = resultLines(spec, orders, isOvernight(spec, shop, minute));
  return line === undefined ? [] : [resultWords(spec, line)];
};

/** The operation by which the highest level is reported to. */
const highestReport = ({ content }: DecisionContext): ActionSpec | undefined =>
  [...content.actions.values()].find(({ reports }) => reports === 'C');

/** When the report of this conversation that waits goes back without the lead's answer. */
export const leadDue = ({ opened }: Drill, { key }: Pick<Conversation, 'key'>): Due[] =>
  (opened?.lead?.asks ?? [])
    .filter(({ conversation }) => conversation === key)
    .map(({ dueAt }) => ({ kind: 'lead', at: dueAt, conversation: key }));

/**
 * Until when a conversation stays for its answer and what follows from it; null: as long as it waits. Nought outside a
 * drill with a lead.
 */
export const staysForLead = ({ opened }: Drill, { key }: Pick<Conversation, 'key'>): DrillMs | null => {
  const lead = opened?.lead;
  if (lead === undefined) return 0;
  if (lead.asks.some(({ conversation }) => conversation === key)) return null;
  const answeredAt = lead.answeredAt[key];
  return answeredAt === undefined ? 0 : answeredAt + CARRY_OUT_MS;
};

/**
 * Whether an operation carries out what the lead granted here: any without a sum after an exception, and sums of no
 * more than was granted in all.
 */
export const isGranted = ({ opened }: Drill, { key }: Pick<Conversation, 'key'>, given: ActionValues): boolean => {
  const grant = opened?.lead?.granted[key];
  if (grant === undefined) return false;
  if (given.amount === undefined) return grant.amount === null;
  return grant.left !== null && Number(given.amount) <= grant.left;
};
