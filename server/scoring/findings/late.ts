/** Family late 响应慢: from the log's times alone (docs/trade.md §3). */

import { joined, say } from '#i18n/say.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { type Draft, draft, suggestionParts } from '#scoring/facts/draft.ts';
import { type LateAnswer, lateAnswer } from '#scoring/facts/first-response.ts';
import { gapRounds, handlingOf, isSlow, meanGap } from '#scoring/facts/handling.ts';
import { lastWait, repliedIn } from '#scoring/facts/last-wait.ts';
import type { Round } from '#scoring/facts/rounds.ts';
import type { WindowHistory } from '#scoring/log/conversation-history.ts';
import { customerBetween, secondsText } from '#scoring/log/phrasing.ts';
import { holdLine } from '#scoring/opportunities/hold.ts';
import { laterRounds } from '#scoring/opportunities/later-rounds.ts';
import { firstKey, owedKey, roundKey } from '#scoring/opportunities/opportunity.ts';
import { deedAt, quickLine, windowOf } from '#scoring/suggestions/late.ts';
import { modelAt, openAt } from '#scoring/suggestions/model.ts';
import { waitingQuestion } from '#scoring/suggestions/quick-replies.ts';
import { leftAloneFindings } from './left-alone.ts';
import { thresholdPassed } from './over-threshold.ts';
import { openedIn, recalledIn } from './round-question.ts';

export const isLate = (grade: string): boolean => grade === 'weak' || grade === 'fail';

/** The missed window into which an unanswered round falls: the window is the finding then, not the wait (RULES M7). */
export const windowMissedIn = ({ conversation: c }: ConversationFacts, round: Round): WindowHistory | null =>
  c.windows.find(
    (w) =>
      w.closed?.how === 'missed' &&
      w.fromAt >= round.from &&
      w.closed.index > round.fromIndex &&
      w.closed.index <= round.toIndex,
  ) ?? null;

export function lateFindings(seen: ConversationFacts): Draft[] {
  return [...firsts(seen), ...rounds(seen), ...unanswered(seen), ...leftAloneFindings(seen), ...slow(seen)];
}

function firsts(seen: ConversationFacts): Draft[] {
  const { conversation: c, facts, history } = seen;
  return seen.firstAnswers.flatMap((f) => {
    if (!isLate(f.grade) || (!f.turn && !repliedIn(seen, f.visit))) return [];
    // A returning customer asks something else than on the first visit, so only questions of this visit count.
    const visitFrom = seen.rounds.find((r) => r.visit === f.visit)?.fromIndex ?? 0;
    const touched = f.turn?.judgement.questions.find((q) => q.answer !== 'untouched')?.question;
    const asked =
      c.questions.find((q) => q.question === touched && q.openedIndex >= visitFrom) ??
      c.questions.find((q) => q.openedIndex >= visitFrom && q.openedIndex <= f.fromIndex + 1);
    const question = asked ? facts.question(asked.question) : null;
    const round = seen.rounds.find((r) => r.visit === f.visit);
    const answerIndex = f.turn?.index ?? history.length;
    const firstAt = round?.to ?? null;
    // Counted from the start that the figure uses, else the first words would seem to come after the answer.
    const quickS = firstAt === null ? f.seconds : Math.max(0, (firstAt - f.from) / 1000);
    const quick = quickS < f.seconds - 5 ? touchedNothing(quickS) : '';
    const waited = secondsText(f.seconds);
    const silent = !c.spoke.some(
      (s) => s.index > (c.arrivals.find((a) => a.visit === f.visit)?.index ?? 0) && s.at < (f.at ?? 0),
    );
    const how = f.turn ? lateAnswer(f.turn, silent) : null;
    return [
      draft({
        code: 'late-first',
        at: f.from,
        conversation: c.key,
        turn: f.turn?.judgement.turn ?? null,
        span: { from: f.from, until: f.from + f.seconds * 1000 },
        seen:
          how === null
            ? say('findings:late-first.never-answered', { waited })
            : say(`findings:late-first.seen.${how}`, { waited }),
        customer: customerBetween(c, facts, round?.fromIndex ?? f.fromIndex, Math.min(answerIndex, f.fromIndex + 1)),
        seconds: f.seconds,
        detail: how === null ? say('findings:late-first.never') : waitedFor(how, waited),
        parts: { waitedS: f.seconds },
        because: joined([thresholdPassed(seen, f.from, f.at ?? f.from, f.seconds), quick]),
        better: quickLine(seen, question, f.fromIndex + 1) ?? holdLine(question),
        mends: f.turn ? (question?.id ?? null) : null,
        unsure: f.unsure,
        covers: [firstKey(c.key, f.visit)],
      }),
    ];
  });
}

const touchedNothing = (seconds: number): string =>
  Math.round(seconds) === 0
    ? say('findings:late-first.touched-nothing-at-once')
    : say('findings:late-first.touched-nothing', { waited: secondsText(seconds) });

/** How long the answer took, and whether it was wrong. */
function waitedFor(how: LateAnswer, waited: string): string {
  switch (how) {
    case 'wrong':
    case 'wrong-first':
    case 'partly-wrong':
    case 'partly-wrong-first':
      return say(`findings:late-first.detail.${how}`, { waited });
    default:
      return waited;
  }
}

function rounds(seen: ConversationFacts): Draft[] {
  const { conversation: c, facts } = seen;
  return laterRounds(seen)
    .filter((r) => r.to !== null && isLate(r.grade) && !windowMissedIn(seen, r))
    .map((r) => {
      const turn = c.turns.find((t) => r.reply !== null && t.judgement.messages.includes(r.reply));
      const words = lastText(seen, r.fromIndex, r.toIndex);
      const opened = openedIn(seen, r);
      const recalled = recalledIn(seen, r);
      const waiting = turn && words === null ? waitingQuestion(seen, turn) : null;
      const question = opened ? facts.question(opened.question) : (recalled ?? waiting);
      const waited = secondsText(r.waitedS);
      return draft({
        code: 'late-round',
        at: r.from,
        conversation: c.key,
        turn: turn?.judgement.turn ?? null,
        seen: say('findings:late-round.seen', { waited }),
        customer: customerBetween(c, facts, r.fromIndex, r.toIndex),
        seconds: r.waitedS,
        detail: waited,
        parts: { waitedS: r.waitedS },
        because: thresholdPassed(seen, r.from, r.to ?? r.from, r.waitedS),
        ...suggestionParts(
          quickLine(seen, question, r.fromIndex) ?? windowOf(seen, r) ?? deedIn(seen, r) ?? holdLine(question, words),
        ),
        spare: [deedIn(seen, r)].filter((line) => line !== null),
        mends: question?.id ?? null,
        covers: [roundKey(c.key, r.number)],
      });
    });
}

const deedIn = (seen: ConversationFacts, { fromIndex, toIndex }: Round): string | null =>
  deedAt(seen, fromIndex, toIndex);

/** The customer's last words in a round: a hold can take them up when no question is open. */
function lastText({ conversation: c }: ConversationFacts, from: number, to: number): string | null {
  const bubble = c.said.findLast(
    (s) => s.index >= from && s.index < to && s.why.kind === 'opening' && s.bubble.kind === 'text',
  )?.bubble;
  return bubble?.kind === 'text' ? bubble.text : null;
}

function unanswered(seen: ConversationFacts): Draft[] {
  const { conversation: c, facts } = seen;
  return seen.rounds
    .filter(
      (r) =>
        r.to === null &&
        r.grade === 'fail' &&
        !windowMissedIn(seen, r) &&
        !seen.conversation.endings.some((e) => lastWait(seen, e) === r),
    )
    .map((r) => {
      const opened = openedIn(seen, r);
      const question = opened ? facts.question(opened.question) : (openAt(seen, r.toIndex)[0] ?? null);
      const noReply = !repliedIn(seen, r.visit);
      const waited = secondsText(r.waitedS);
      return draft({
        code: 'unanswered',
        at: r.from,
        conversation: c.key,
        span: { from: r.from, until: r.from + r.waitedS * 1000 },
        seen: say('findings:unanswered.seen', { waited }),
        customer: customerBetween(c, facts, r.fromIndex, r.toIndex),
        seconds: r.waitedS,
        detail:
          noReply && r.visit === 1
            ? say('findings:unanswered.not-one')
            : say(r.visit > 1 ? 'findings:unanswered.waited-again' : 'findings:unanswered.waited', { waited }),
        parts: { waitedS: r.waitedS },
        ...suggestionParts(
          modelAt(seen, question, r.toIndex) ??
            windowOf(seen, r) ??
            deedIn(seen, r) ??
            holdLine(question, lastText(seen, r.fromIndex, r.toIndex)),
        ),
        covers: [roundKey(c.key, r.number), owedKey(c.key, r.number), ...(noReply ? [firstKey(c.key, r.visit)] : [])],
      });
    });
}

/**
 * 慢接待, by the threshold and gap of the figure (handling.ts). It costs nothing itself: its rounds lose the marks. A
 * single late round has its own finding and isn't told twice (RULES M7).
 */
function slow(seen: ConversationFacts): Draft[] {
  const { conversation: c, rubric } = seen;
  const waited = gapRounds(seen.rounds);
  const first = waited[0];
  const gap = meanGap(seen.rounds);
  if (!first || gap === null || waited.length < 2 || !isSlow(rubric, seen.rounds)) return [];
  const answered = waited.filter((r) => r.to !== null);
  const slowest = (answered.length > 0 ? answered : waited).reduce((a, b) => (b.seconds > a.seconds ? b : a));
  return [
    draft({
      code: 'slow-handling',
      at: first.from,
      conversation: c.key,
      span: { from: slowest.to ?? slowest.from, until: slowest.to ?? slowest.from },
      seen: say('findings:slow-handling.seen', { n: waited.length, mean: secondsText(gap) }),
      seconds: gap,
      detail: say('findings:slow-handling.detail', { mean: secondsText(gap), line: handlingOf(rubric).slowS }),
    }),
  ];
}
