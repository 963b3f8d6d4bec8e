/**
 * Customers left without a reply: those who gave up waiting, those whom the trainee left by ending the drill, and those
 * who went on speaking to nobody (RULES M12).
 */
import { say } from '#i18n/say.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { type Draft, draft } from '#scoring/facts/draft.ts';
import { lastWait, repliedIn } from '#scoring/facts/last-wait.ts';
import type { Round } from '#scoring/facts/rounds.ts';
import { leftWaiting } from '#scoring/facts/walked-out.ts';
import type { BeatHistory, EndingHistory, TurnHistory, WindowHistory } from '#scoring/log/conversation-history.ts';
import { customerBefore, msToS, secondsText, shortened } from '#scoring/log/phrasing.ts';
import { aheadOpportunities } from '#scoring/opportunities/ahead.ts';
import { holdLine } from '#scoring/opportunities/hold.ts';
import { firstKey, owedKey, pointKey, roundKey, windowKey } from '#scoring/opportunities/opportunity.ts';
import { deedAt } from '#scoring/suggestions/late.ts';
import { modelAt, openAt } from '#scoring/suggestions/model.ts';

export const leftAloneFindings = (seen: ConversationFacts): Draft[] => [
  ...left(seen),
  ...abandoned(seen),
  ...walkedOut(seen),
];

/** What the customer last wanted before giving up. Nudges and reactions to the trainee's words want nothing new. */
function lastWanted({ conversation: c }: ConversationFacts, index: number): string | null {
  const bubble = c.said.findLast(
    (s) => s.index < index && s.why.kind === 'opening' && s.bubble.kind === 'text',
  )?.bubble;
  return bubble?.kind === 'text' ? bubble.text : null;
}

/** The customer gave up waiting: the questions still open were never answered. */
function left(seen: ConversationFacts): Draft[] {
  const { conversation: c, facts } = seen;
  return c.endings
    .filter((e) => e.silent)
    .map((e) => {
      const round = lastWait(seen, e);
      const putOff = round === null ? putOffBefore(seen, e) : [];
      // The words at leaving don't wait for an answer: nobody could have given one.
      const waiting = c.said.filter((s) => s.index < e.index && s.why.kind !== 'ending');
      const since = round?.from ?? sinceOf(seen, e, putOff)?.at ?? waiting.at(-1)?.at ?? e.at;
      // Seconds from the end of the burst, on which marks rest and which the exchange beside it shows (RULES M1).
      const seconds = round?.waitedS ?? msToS(since, e.at);
      const waited = secondsText(seconds);
      const asking = waiting.filter((s) => s.at >= since);
      const urged = asking.filter((s) => s.why.kind === 'silence');
      const heard = shortened(putOff.at(-1)?.judgement.text ?? '');
      const hadWords = (putOff.at(-1)?.judgement.text ?? '') !== '';
      const asked = c.said.findLast((s) => s.index < e.index && s.why.kind !== 'silence')?.at ?? e.at;
      const replied = c.turns.findLast((t) => t.index < e.index)?.closedAt ?? 0;
      const open = c.questions.filter((q) => q.openedIndex < e.index && q.state === 'unanswered');
      const question = facts.question(open[0]?.question ?? '');
      const silent = open.filter((q) => !c.turns.some((t) => t.index > q.openedIndex && t.judgement.text !== ''));
      return draft({
        code: 'customer-left',
        at: e.at,
        conversation: c.key,
        span: { from: round?.from ?? Math.max(asked, replied), until: e.at },
        seen: say('findings:customer-left.seen', { waited }),
        customer: (urged.length > 0 && putOff.length === 0 ? urged : asking)
          .flatMap((s) => (s.bubble.kind === 'text' ? [s.bubble.text] : []))
          .join('\n'),
        seconds,
        detail: hadWords
          ? say('findings:customer-left.heard-only', { waited, words: heard })
          : say('findings:customer-left.waited', { waited }),
        parts: { waitedS: seconds, ...(hadWords ? { heard } : {}) },
        better:
          modelAt(seen, question ?? openAt(seen, e.index)[0] ?? null, e.index) ??
          deedAt(seen, e.index, e.index) ??
          holdLine(question, lastWanted(seen, e.index)),
        about: silent.map((q) => q.question),
        covers: [...aheadOpportunities(seen).map((chance) => chance.key), ...waitKeys(seen, round)],
      });
    });
}

/**
 * The turns right before a customer leaves that only put them off (稍等) and told nothing: the customer goes on waiting
 * through these.
 */
function putOffBefore({ conversation: c }: ConversationFacts, ending: EndingHistory): TurnHistory[] {
  const turns = c.turns.filter((t) => t.index < ending.index && t.judgement.text !== '');
  const told = turns.findLastIndex(
    ({ judgement }) => judgement.hold === null || judgement.points.some((n) => n.state === 'covered'),
  );
  return turns.slice(told + 1);
}

/** The customer's first bubble that those turns put off. */
function sinceOf(
  { conversation: c }: ConversationFacts,
  ending: EndingHistory,
  putOff: readonly TurnHistory[],
): ConversationFacts['conversation']['said'][number] | null {
  const first = putOff[0];
  if (first === undefined) return null;
  const before = c.turns.findLast((t) => t.index < first.index && t.judgement.text !== '')?.index ?? -1;
  return c.said.find((s) => s.index > before && s.index < ending.index) ?? null;
}

/** What the wait before it cost: the round, and the visit's first answer where there never was any. */
function waitKeys(seen: ConversationFacts, round: Round | null): string[] {
  if (round === null) return [];
  const { key } = seen.conversation;
  const first = repliedIn(seen, round.visit) ? [] : [firstKey(key, round.visit)];
  return [roundKey(key, round.number), owedKey(key, round.number), ...first];
}

/** The trainee ended the drill with questions still to answer. */
function abandoned(seen: ConversationFacts): Draft[] {
  const { conversation: c, facts, history, road } = seen;
  if (road.cut !== 'trainee') return [];
  const chances = aheadOpportunities(seen);
  const questions = road.beats
    .flatMap((beat) => beat.asks)
    .filter((q) => chances.some(({ key }) => key.startsWith(pointKey(c.key, q.id, ''))));
  const first = questions[0];
  if (!first) return [];
  const at = history.ended?.at ?? history.lastAt;
  return [
    draft({
      code: 'ended-early',
      at,
      conversation: c.key,
      span: { from: at, until: at },
      seen: say('findings:ended-early.seen', { n: questions.length }),
      customer: customerBefore(c, facts, history.length),
      detail: say('findings:ended-early.detail', { n: questions.length }),
      parts: { open: questions.length },
      better: modelAt(seen, first, history.length),
      covers: chances.map((chance) => chance.key),
    }),
  ];
}

const standingIn = ({ conversation: c, facts, rubric, history }: ConversationFacts): readonly BeatHistory[] =>
  rubric.road === undefined || history.forked ? [] : leftWaiting(c, facts);

/** The place of the log from which nobody replied to the customer any more. */
export const leftFrom = (seen: ConversationFacts): number => standingIn(seen)[0]?.index ?? Number.POSITIVE_INFINITY;

/** The customer went on speaking and nobody replied: a trainee who stops answering has left them (RULES M12). */
function walkedOut(seen: ConversationFacts): Draft[] {
  const { conversation: c, history } = seen;
  const first = standingIn(seen)[0];
  if (!first) return [];
  const passed = c.windows.filter((w) => w.index >= first.index && w.closed?.how === 'missed');
  const until = c.endings.at(-1)?.at ?? history.lastAt;
  const said = c.said.filter((s) => s.index > first.index && s.why.kind === 'opening' && s.bubble.kind === 'text');
  return [
    draft({
      code: 'walked-out',
      about: c.questions.filter((q) => q.openedIndex > first.index).map((q) => q.question),
      at: first.at,
      conversation: c.key,
      span: { from: first.at, until },
      seen: say('findings:walked-out.seen', { waited: secondsText(msToS(first.at, until)) }),
      customer: said.map((s) => (s.bubble.kind === 'text' ? s.bubble.text : '')).join('\n'),
      seconds: msToS(first.at, until),
      better: null,
      covers: [
        ...aheadOpportunities(seen).map((chance) => chance.key),
        ...passed.map((w) => windowKey(c.key, w.window)),
        ...seen.rounds
          .filter((r) => passed.some((w) => windowMissedInto(r, w)))
          .flatMap((r) => [roundKey(c.key, r.number), owedKey(c.key, r.number)]),
      ],
    }),
  ];
}

const windowMissedInto = (r: Round, w: WindowHistory): boolean =>
  r.to === null && w.fromAt >= r.from && (w.closed?.index ?? 0) > r.fromIndex && (w.closed?.index ?? 0) <= r.toIndex;
