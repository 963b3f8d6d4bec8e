/**
 * Customers left without a reply: those who gave up waiting, those whom the trainee left by ending the drill, and those
 * who went on speaking to nobody (RULES M12).
 */
import { say } from '#i18n/say.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { draftFinding, type FindingDraft } from '#scoring/facts/finding-draft.ts';
import { lastWait, repliedIn } from '#scoring/facts/last-wait.ts';
import type { Round } from '#scoring/facts/rounds.ts';
import { leftWaiting } from '#scoring/facts/walked-out.ts';
import {
  BEFORE_LOG,
  type BeatHistory,
  type EndingHistory,
  type TurnHistory,
  type WindowHistory,
} from '#scoring/log/conversation-history.ts';
import { customerBefore, msToS, secondsText, shortened } from '#scoring/log/phrasing.ts';
import { aheadOpportunities } from '#scoring/opportunities/ahead.ts';
import { firstKey, owedKey, pointKey, roundKey, windowKey } from '#scoring/opportunities/opportunity.ts';
import { holdPromiseSuggestion } from '#scoring/suggestions/hold-promise.ts';
import { awaitedDeed } from '#scoring/suggestions/late.ts';
import { modelAt, openAt } from '#scoring/suggestions/model.ts';

export const leftAloneFindings = (facts: ConversationFacts): FindingDraft[] => [
  ...customersLeft(facts),
  ...endedEarly(facts),
  ...walkedOut(facts),
];

/** What the customer last wanted before giving up. Nudges and reactions to the trainee's words want nothing new. */
function lastWanted({ conversation }: ConversationFacts, index: number): string | null {
  const bubble = conversation.said.findLast(
    (line) => line.index < index && line.why.kind === 'opening' && line.bubble.kind === 'text',
  )?.bubble;
  return bubble?.kind === 'text' ? bubble.text : null;
}

/** The customer gave up waiting: the questions still open were never answered. */
function customersLeft(facts: ConversationFacts): FindingDraft[] {
  const { conversation, caseFacts } = facts;
  return conversation.endings
    .filter(({ silent }) => silent)
    .map((ending) => {
      const round = lastWait(facts, ending);
      const putOff = round === null ? putOffBefore(facts, ending) : [];
      // The words at leaving don't wait for an answer: nobody could have given one.
      const waiting = conversation.said.filter(({ index, why }) => index < ending.index && why.kind !== 'ending');
      const since = round?.from ?? sinceOf(facts, ending, putOff)?.at ?? waiting.at(-1)?.at ?? ending.at;
      // Seconds from the end of the burst, on which marks rest and which the exchange beside it shows (RULES M1).
      const seconds = round?.waitedS ?? msToS(since, ending.at);
      const waited = secondsText(seconds);
      const asking = waiting.filter(({ at }) => at >= since);
      const urged = asking.filter(({ why }) => why.kind === 'silence');
      const heard = shortened(putOff.at(-1)?.judgement.text ?? '');
      const hadWords = (putOff.at(-1)?.judgement.text ?? '') !== '';
      const asked =
        conversation.said.findLast(({ index, why }) => index < ending.index && why.kind !== 'silence')?.at ?? ending.at;
      const replied = conversation.turns.findLast(({ index }) => index < ending.index)?.closedAt ?? 0;
      const open = conversation.questions.filter(
        ({ openedIndex, state }) => openedIndex < ending.index && state === 'unanswered',
      );
      const question = caseFacts.question(open[0]?.question);
      const silent = open.filter(
        ({ openedIndex }) =>
          !conversation.turns.some(({ index, judgement }) => index > openedIndex && judgement.text !== ''),
      );
      return draftFinding({
        code: 'customer-left',
        at: ending.at,
        conversation: conversation.key,
        span: { from: round?.from ?? Math.max(asked, replied), until: ending.at },
        seen: say('findings:customer-left.seen', { waited }),
        customer: (urged.length > 0 && putOff.length === 0 ? urged : asking)
          .flatMap(({ bubble }) => (bubble.kind === 'text' ? [bubble.text] : []))
          .join('\n'),
        seconds,
        detail: hadWords
          ? say('findings:customer-left.heard-only', { waited, words: heard })
          : say('findings:customer-left.waited', { waited }),
        parts: { waitedS: seconds, ...(hadWords ? { heard } : {}) },
        better:
          modelAt(facts, question ?? openAt(facts, ending.index)[0] ?? null, ending.index) ??
          awaitedDeed(facts, ending.index, ending.index) ??
          holdPromiseSuggestion(question, lastWanted(facts, ending.index)),
        about: silent.map((entry) => entry.question),
        covers: [...aheadOpportunities(facts).map((chance) => chance.key), ...waitKeys(facts, round)],
      });
    });
}

/**
 * The turns right before a customer leaves that only put them off (稍等) and told nothing: the customer goes on waiting
 * through these.
 */
function putOffBefore({ conversation }: ConversationFacts, ending: EndingHistory): TurnHistory[] {
  const turns = conversation.turns.filter(({ index, judgement }) => index < ending.index && judgement.text !== '');
  const told = turns.findLastIndex(
    ({ judgement }) => judgement.hold === null || judgement.points.some(({ state }) => state === 'covered'),
  );
  return turns.slice(told + 1);
}

/** The customer's first bubble that those turns put off. */
function sinceOf(
  { conversation }: ConversationFacts,
  ending: EndingHistory,
  putOff: readonly TurnHistory[],
): ConversationFacts['conversation']['said'][number] | null {
  const first = putOff[0];
  if (first === undefined) return null;
  const before =
    conversation.turns.findLast(({ index, judgement }) => index < first.index && judgement.text !== '')?.index ??
    BEFORE_LOG;
  return conversation.said.find(({ index }) => index > before && index < ending.index) ?? null;
}

/** What the wait before it cost: the round, and the visit's first answer where there never was any. */
function waitKeys(facts: ConversationFacts, round: Round | null): string[] {
  if (round === null) return [];
  const { key } = facts.conversation;
  const first = repliedIn(facts, round.visit) ? [] : [firstKey(key, round.visit)];
  return [roundKey(key, round.number), owedKey(key, round.number), ...first];
}

/** The trainee ended the drill with questions still to answer. */
function endedEarly(facts: ConversationFacts): FindingDraft[] {
  const { conversation, caseFacts, history, road } = facts;
  if (road.cut !== 'trainee') return [];
  const chances = aheadOpportunities(facts);
  const questions = road.beats
    .flatMap((beat) => beat.asks)
    .filter(({ id }) => chances.some(({ key }) => key.startsWith(pointKey(conversation.key, id, ''))));
  const first = questions[0];
  if (!first) return [];
  const at = history.ended?.at ?? history.lastAt;
  return [
    draftFinding({
      code: 'ended-early',
      at,
      conversation: conversation.key,
      span: { from: at, until: at },
      seen: say('findings:ended-early.seen', { n: questions.length }),
      customer: customerBefore(conversation, caseFacts, history.length),
      detail: say('findings:ended-early.detail', { n: questions.length }),
      parts: { open: questions.length },
      better: modelAt(facts, first, history.length),
      covers: chances.map((chance) => chance.key),
    }),
  ];
}

const standingIn = ({ conversation, caseFacts, rubric, history }: ConversationFacts): readonly BeatHistory[] =>
  rubric.road === undefined || history.forked ? [] : leftWaiting(conversation, caseFacts);

/** The place of the log from which nobody replied to the customer any more. */
export const leftFrom = (facts: ConversationFacts): number => standingIn(facts)[0]?.index ?? Number.POSITIVE_INFINITY;

/** The customer went on speaking and nobody replied: a trainee who stops answering has left them (RULES M12). */
function walkedOut(facts: ConversationFacts): FindingDraft[] {
  const { conversation, history } = facts;
  const first = standingIn(facts)[0];
  if (!first) return [];
  const passed = conversation.windows.filter(({ index, closed }) => index >= first.index && closed?.how === 'missed');
  const until = conversation.endings.at(-1)?.at ?? history.lastAt;
  const said = conversation.said.filter(
    (line) => line.index > first.index && line.why.kind === 'opening' && line.bubble.kind === 'text',
  );
  return [
    draftFinding({
      code: 'walked-out',
      about: conversation.questions
        .filter(({ openedIndex }) => openedIndex > first.index)
        .map(({ question }) => question),
      at: first.at,
      conversation: conversation.key,
      span: { from: first.at, until },
      seen: say('findings:walked-out.seen', { waited: secondsText(msToS(first.at, until)) }),
      customer: said.map(({ bubble }) => (bubble.kind === 'text' ? bubble.text : '')).join('\n'),
      seconds: msToS(first.at, until),
      better: null,
      covers: [
        ...aheadOpportunities(facts).map((chance) => chance.key),
        ...passed.map(({ window }) => windowKey(conversation.key, window)),
        ...facts.rounds
          .filter((round) => passed.some((window) => windowMissedInto(round, window)))
          .flatMap(({ number }) => [roundKey(conversation.key, number), owedKey(conversation.key, number)]),
      ],
    }),
  ];
}

const windowMissedInto = (round: Round, window: WindowHistory): boolean =>
  round.to === null &&
  window.fromAt >= round.from &&
  (window.closed?.index ?? 0) > round.fromIndex &&
  (window.closed?.index ?? 0) <= round.toIndex;
