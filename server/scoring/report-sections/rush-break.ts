/** Where a rush broke first: the earliest of a reply too late, a customer who left or was taken by a colleague, and cold words, with one thing to do. */
import type { ReportFinding } from '#contract/report.ts';
import type { ReportMoment } from '#contract/report-figures.ts';
import type { RushReport } from '#contract/wire/rush-report.ts';
import type { ContentData } from '#engine/model/content.ts';
import type { DrillMs } from '#engine/model/events.ts';
import { MINUTE_MS } from '#engine/model/spans.ts';
import { say } from '#i18n/say.ts';
import { atOnce, hereAt, tierFor } from '#scoring/facts/concurrency.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { countedRounds } from '#scoring/facts/rounds.ts';
import { wasPassedOver } from '#scoring/facts/waiting.ts';
import type { TurnHistory } from '#scoring/log/conversation-history.ts';
import { wasAnsweredBefore } from '#scoring/log/conversation-outcome.ts';
import type { DrillHistory } from '#scoring/log/history.ts';
import { customerBefore, secondsText } from '#scoring/log/phrasing.ts';
import { anatomyOf } from './anatomy.ts';
import { dismissedTones, isLapse, spokenTurns, toneMoment } from './composure.ts';

const SECOND_MS = 1000;

type RushBreak = NonNullable<RushReport['broke']>;
/** `wait`: of a reply too late, from its first bubble. */
type BreakCandidate = {
  kind: RushBreak['kind'];
  moment: ReportMoment;
  seconds: number;
  wait?: { from: DrillMs; until: DrillMs };
};

/** So many at once are a crowd, or as many as the desk is given where these are fewer. */
const CROWD_FROM = 3;

/**
 * `findings`: cold words whose finding was dismissed are none. Null where nothing broke. With fewer at once than a crowd nothing breaks
 * by it: a slip then is told as a finding only (RULES M223). Who waited in the queue waited for a full desk.
 */
export const firstBreak = (
  content: ContentData,
  history: DrillHistory,
  allFacts: readonly ConversationFacts[],
  findings: readonly ReportFinding[],
): RushReport['broke'] => {
  const dismissedTurns = dismissedTones(findings);
  const crowdFrom = Math.min(history.rush?.opened.capacity ?? CROWD_FROM, CROWD_FROM);
  const atDesk = [
    ...allFacts.flatMap((facts) => lateReplies(content, history, facts)),
    ...allFacts.flatMap(customersLeftDesk),
    ...allFacts.flatMap((facts) =>
      spokenTurns(facts.conversation)
        .filter((turn) => isLapse(facts.conversation, turn, dismissedTurns) && !isParting(turn))
        .map((turn): BreakCandidate => ({ kind: 'cold', moment: toneMoment(facts, turn), seconds: 0 })),
    ),
  ];
  const candidates = [
    ...atDesk.filter((each) => openAt(history, each) >= crowdFrom),
    ...customersLeftQueue(content, history),
  ];
  const first = candidates.reduce<BreakCandidate | null>((a, b) => (a && a.moment.at <= b.moment.at ? a : b), null);
  if (first === null) return null;
  const { kind, moment, seconds } = first;
  const minute = Math.floor(moment.at / MINUTE_MS) + 1;
  const openCount = Math.max(1, openAt(history, first));
  const values = { minute, open: openCount, name: moment.name, wait: secondsText(seconds) };
  const sentence =
    kind === 'cold'
      ? say('page:rush.broke.cold', { minute, open: openCount, name: moment.name, words: moment.text })
      : say(`page:rush.broke.${kind}`, values);
  const advice = first.wait === undefined ? kind : adviceOnLate(allFacts, { ...first, wait: first.wait }, openCount);
  return { kind, minute, open: openCount, said: sentence, todo: say(`page:rush.todo.${advice}`), moment };
};

/**
 * How many were at the desk: of a reply too late as the charge counts them, the most at once while the customer waited, which chose
 * the line it passed (RULES M235); of anything else at that second, as the timeline draws it.
 */
const openAt = (history: DrillHistory, { moment, wait }: BreakCandidate): number =>
  wait === undefined ? hereAt(history, moment.at) : atOnce(history, wait.from, wait.until);

type LateAdvice = 'late' | 'late-alone' | `late-${'unseen' | 'looked-up' | 'written' | 'order'}`;

/**
 * What to do after a reply too late. With one customer alone nobody else could be looked at first, and whom nobody passed over
 * was answered in the right order: there the longest part of the wait tells what it was (RULES M209).
 */
const adviceOnLate = (
  allFacts: readonly ConversationFacts[],
  { moment: { conversation }, wait }: BreakCandidate & { wait: NonNullable<BreakCandidate['wait']> },
  openCount: number,
): LateAdvice => {
  if (openCount === 1) return 'late-alone';
  if (wasPassedOver(allFacts, conversation, wait)) return 'late';
  const round = anatomyOf(allFacts).rounds.find((each) => each.conversation === conversation && each.at === wait.from);
  const [longest] = (round?.segments ?? []).toSorted((a, b) => b.seconds - a.seconds);
  if (longest?.kind === 'unseen' || longest?.kind === 'looked-up') return `late-${longest.kind}`;
  return longest?.kind === 'typed' || longest?.kind === 'thought' ? 'late-written' : 'late-order';
};

/** A goodbye of few words to who asks nothing more: nobody gave way to a crowd in it (RULES M114). */
const isParting = ({ judgement: { acts, questions } }: TurnHistory): boolean =>
  questions.length === 0 && acts.length > 0 && acts.every((act) => act === 'goodbye');

/** Rounds that failed, each at the moment at which it passed the limit. */
const lateReplies = (content: ContentData, history: DrillHistory, facts: ConversationFacts): BreakCandidate[] => {
  const { conversation, caseFacts, rounds } = facts;
  return countedRounds(rounds)
    .filter(({ grade, isAway }) => grade === 'fail' && isAway !== true)
    .map(({ from, seconds, waitedS, toIndex }) => {
      const until = from + Math.round(seconds * SECOND_MS);
      const { failS } = tierFor(content.rubric, atOnce(history, from, until));
      const at = Math.min(until, from + Math.round((seconds - waitedS + failS) * SECOND_MS));
      return {
        kind: 'late' as const,
        moment: momentAt(facts, at, customerBefore(conversation, caseFacts, toIndex)),
        seconds: waitedS,
        wait: { from, until },
      };
    });
};

/** A customer who got no reply, or none after the first ones, and went. */
const customersLeftDesk = (facts: ConversationFacts): BreakCandidate[] => {
  const { conversation, caseFacts } = facts;
  return conversation.endings
    .filter(({ silent }) => silent)
    .map((ending) => ({
      kind: wasAnsweredBefore(conversation, ending) ? ('left-midway' as const) : ('left-desk' as const),
      moment: momentAt(facts, ending.at, customerBefore(conversation, caseFacts, ending.index)),
      seconds: 0,
    }));
};

/**
 * Customers who waited too long in the queue: gave up, or were taken by a colleague. They never were at the desk, so their
 * names stand in the content alone. Whom the end of the rush left over is nobody's fault (RULES Q4).
 */
const customersLeftQueue = ({ scenarios }: ContentData, { conversations }: DrillHistory): BreakCandidate[] => {
  return conversations.flatMap(({ key, scenarioId, queueStays }) =>
    queueStays.flatMap(({ at, left }) => {
      if (left?.how !== 'gave-up' && left?.how !== 'colleague') return [];
      const name = scenarios.find(({ id }) => id === scenarioId)?.customer.name ?? '';
      const moment = { conversation: key, name, at: left.at, text: '' };
      return [{ kind: left.how, moment, seconds: (left.at - at) / SECOND_MS }];
    }),
  );
};

const momentAt = ({ conversation, caseFacts }: ConversationFacts, at: DrillMs, text: string): ReportMoment => ({
  conversation: conversation.key,
  name: caseFacts.scenario.customer.name,
  at,
  text,
});
