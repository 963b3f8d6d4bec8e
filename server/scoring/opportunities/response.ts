/** 响应时效: each visit's first answering response and every later round (RULES M1, T10, M8). */
import type { DrillMs } from '#engine/model/events.ts';
import { say } from '#i18n/say.ts';
import { atOnce, tierFor } from '#scoring/facts/concurrency.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { Round } from '#scoring/facts/rounds.ts';
import { isAbuse } from '#scoring/facts/turn-grade.ts';
import { secondsText } from '#scoring/log/phrasing.ts';
import { laterRounds } from './later-rounds.ts';
import { firstKey, type Opportunity, questionKey, roundKey } from './opportunity.ts';

/** The row for all rounds in the passing tier: no fault is in them, so no finding names the threshold and the row does. */
const passedRow = ({ rubric, history }: ConversationFacts, from: DrillMs, to: DrillMs): string =>
  say('opportunities:response.passed', { seconds: tierFor(rubric, atOnce(history, from, to)).excellentS });

/** The text for a round that wasn't fast enough; rounds in the passing tier share one row. */
const lostWords = (grade: string, passed: string, of: string, what: string): Pick<Opportunity, 'text' | 'part'> =>
  grade === 'pass'
    ? { text: passed, part: { of, what } }
    : { text: say('opportunities:response.of', { name: of, what }) };

/**
 * Why a round's reply is no response, if it isn't: abuse, or only quick replies that are off topic, repeated or
 * unfilled (RULES M1).
 */
function noResponse({ conversation: c }: ConversationFacts, round: Round): 'abuse' | 'phrase' | null {
  const { reply } = round;
  const turn = c.turns.find((t) => reply !== null && t.judgement.messages.includes(reply));
  if (turn === undefined) return null;
  if (isAbuse(turn)) return 'abuse';
  const { messages, canned, unfilled } = turn.judgement;
  const passedBy = messages.every(
    (id) =>
      canned.some((n) => n.message === id && (n.verdict === 'off-topic' || n.verdict === 'repeated')) ||
      unfilled.some((u) => u.quote.message === id),
  );
  return messages.length > 0 && passedBy ? 'phrase' : null;
}

/** Questions a visit opened. */
function questionsOfVisit({ conversation: c, rounds }: ConversationFacts, visit: number): string[] {
  const from = rounds.find((r) => r.visit === visit)?.fromIndex ?? 0;
  const to = rounds.find((r) => r.visit > visit)?.fromIndex ?? Number.POSITIVE_INFINITY;
  return c.questions
    .filter((q) => q.openedIndex >= from && q.openedIndex < to)
    .map((q) => questionKey(c.key, q.question));
}

export function responseOpportunities(seen: ConversationFacts): Opportunity[] {
  const { conversation: c, rubric, firstAnswers: firsts } = seen;
  const name = seen.facts.scenario.customer.name;
  const out: Opportunity[] = [];
  for (const f of firsts) {
    if (f.grade === 'void' || f.grade === 'interrupted') continue;
    out.push({
      key: firstKey(c.key, f.visit),
      dimension: 'response',
      at: f.from,
      worth: 1,
      credit: rubric.roundCredit[f.grade],
      unsure: f.unsure,
      ...lostWords(
        f.grade,
        passedRow(seen, f.from, f.at ?? f.from),
        name,
        say(`opportunities:response.${f.visit > 1 ? 'firstBack' : 'first'}.${f.turn ? 'answered' : 'never'}`, {
          seconds: secondsText(f.seconds),
        }),
      ),
      near: f.turn ? [] : questionsOfVisit(seen, f.visit),
    });
  }
  for (const r of laterRounds(seen)) {
    if (r.grade === 'void' || r.grade === 'interrupted') continue;
    const none = noResponse(seen, r);
    const words = say('opportunities:response.round', { n: r.number + 1, seconds: secondsText(r.waitedS) });
    out.push({
      key: roundKey(c.key, r.number),
      dimension: 'response',
      at: r.from,
      worth: 1,
      credit: r.to === null || none !== null ? 0 : rubric.roundCredit[r.grade],
      unsure: false,
      ...(none === 'phrase'
        ? // One row for all of them: the quick replies have findings of their own.
          { text: say('opportunities:response.quickReplies'), part: { of: name, what: words } }
        : lostWords(none === null ? r.grade : 'fail', passedRow(seen, r.from, r.to ?? r.from), name, words)),
    });
  }
  return out;
}
