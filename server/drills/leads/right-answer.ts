/** What a case has as the right answer to a report: the key that a lead is measured by (RULES J48). */
import type { LeadHow } from '#contract/together/leads.ts';
import type { ContentData, Need, Scenario } from '#engine/model/content.ts';
import type { DrillEvent, EventOf } from '#engine/model/events.ts';
import { limitsOf } from '#language/authority/limits.ts';

export type RightAnswer = {
  how: LeadHow;
  /** Cents; null: the case names no sum. */
  amount: number | null;
  why: string[];
  /** The most a 班长 may give here, in cents; null: the shop's card has no figures. */
  limit: number | null;
  /** Whether it is the matter of somebody above. */
  isAbove: boolean;
};

const CENTS = 100;

/** `before`: the conversation's events until the report, that included. */
export const rightAnswer = (
  content: ContentData,
  scenario: Scenario,
  before: readonly DrillEvent[],
  ask: string,
): RightAnswer => {
  const shop = content.shops.find(({ id }) => id === scenario.shop);
  const levels = shop?.authority ?? [];
  const most = limitsOf(levels).find(({ level }) => level === 'B')?.money;
  const limit = most === undefined || !Number.isFinite(most) ? null : Math.round(most * CENTS);
  const done = before.findLast((event) => event.kind === 'action-done' && event.id === ask);
  const given = { amount: null, limit, isAbove: false };
  if (done?.kind !== 'action-done') return { ...given, how: 'refused', why: [] };
  if (done.forbidden !== null)
    return { ...given, how: 'refused', why: [scenario.forbids[done.forbidden]?.because ?? ''].filter(Boolean) };
  const need = dueReport(content, scenario, before, done);
  if (need === null) return { ...given, how: 'refused', why: [] };
  if (done.unverified) return { ...given, how: 'asked-back', why: firstOf(content, scenario, need) };
  const level = reportsOf(content, need.do ?? '') ?? 'B';
  const card = levels.find((one) => one.level === level)?.text;
  const grounds = (need.ground ?? []).map(({ words }) => words);
  const why = grounds.length > 0 || card === undefined ? grounds : [card];
  if (level === 'C') return { ...given, how: 'passed-up', why, isAbove: true };
  return { ...given, how: 'granted', amount: sumOf(content, scenario), why };
};

const reportsOf = ({ actions }: ContentData, id: string) => actions.find((action) => action.id === id)?.reports;

const isReport = (content: ContentData, { do: action }: Need): boolean =>
  action !== null && ['B', 'C'].includes(reportsOf(content, action) ?? 'A');

/** The report that the case wants by then: of the present part of the story first; null: it wants none. */
const dueReport = (
  content: ContentData,
  { beats, duties }: Scenario,
  before: readonly DrillEvent[],
  { action }: EventOf<'action-done'>,
): Need | null => {
  const entered = before.flatMap((event) => (event.kind === 'beat-entered' ? [event.beat] : []));
  const needsIn = (beat: string | undefined): Need[] =>
    (beats.find(({ id }) => id === beat)?.needs ?? []).filter((need) => isReport(content, need));
  const here = needsIn(entered.at(-1));
  const others = [
    ...entered.slice(0, -1).toReversed().flatMap(needsIn),
    ...duties.filter((need) => isReport(content, need)),
  ];
  const accepts = (need: Need): boolean => need.do === action || (need.or ?? []).includes(action);
  return here.find(accepts) ?? here[0] ?? others.find(accepts) ?? others[0] ?? null;
};

/** What the case wants done or known before the report. */
const firstOf = (content: ContentData, { customer }: Scenario, { after }: Need): string[] =>
  after.flatMap((condition): string[] => {
    if ('do' in condition) return [content.actions.find(({ id }) => id === condition.do)?.title ?? condition.do];
    if ('point' in condition) return [];
    const fact = customer.knows.find(({ id }) => id === condition.ask);
    return (fact?.says ?? []).flatMap((bubble) => (bubble.kind === 'text' ? [bubble.text] : []));
  });

/** The sum of an operation that the case wants once it was reported. */
const sumOf = (content: ContentData, { beats, duties }: Scenario): number | null => {
  const needs = [...beats.flatMap((beat) => beat.needs), ...duties];
  const follows = needs.find(
    ({ after, with: { amount } }) =>
      amount !== undefined &&
      after.some((condition) => 'do' in condition && (reportsOf(content, condition.do) ?? 'A') !== 'A'),
  );
  return follows === undefined ? null : Number(follows.with.amount);
};
