/** Family wrong 答错: facts against the card, promises that can't be kept, words for somebody else (docs/trade.md §3, RULES T4, T9). */

import { joined, say } from '#i18n/say.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { CORRECTED, draftFinding, type FindingDraft, stepsOf, suggestionParts } from '#scoring/facts/finding-draft.ts';
import type { NoteOfTurn } from '#scoring/facts/other-case.ts';
import { mayBeOtherCase } from '#scoring/facts/other-case.ts';
import { titleOfDeed } from '#scoring/facts/trade-texts.ts';
import type { TurnHistory } from '#scoring/log/conversation-history.ts';
import { lastQuote, quotedText } from '#scoring/log/phrasing.ts';
import { needKey, pointKey } from '#scoring/opportunities/opportunity.ts';
import { citationOfPoint, citationOfQuestion } from '#scoring/suggestions/citation.ts';
import { clickAndSay } from '#scoring/suggestions/click-and-say.ts';
import { modelAt } from '#scoring/suggestions/model.ts';
import { waitingQuestion } from '#scoring/suggestions/waiting-question.ts';
import { saidOnce } from './said-once.ts';

export function wrongFindings(facts: ConversationFacts): FindingDraft[] {
  return [
    ...saidOnce(
      facts,
      facts.conversation.turns.flatMap((turn) => wrongPoints(facts, turn)),
    ),
    ...facts.conversation.turns.flatMap((turn) => [...mixedUpCustomers(facts, turn), ...stackedPhrases(facts, turn)]),
    ...brokenPromises(facts),
  ];
}

/**
 * For each return of the customer the wrong answer (`left`) or undone operation (`unmet`) that brought them back, and
 * its place in the log.
 */
export function comesBackFor({
  conversation,
  caseFacts,
}: ConversationFacts): { left: string | null; unmet: string | null; index: number }[] {
  return conversation.returns.flatMap((comeback) => {
    const ending = caseFacts.scenario.endings.find(
      ({ later, id }) => later?.to === comeback.beat && conversation.endings.some((reached) => reached.ending === id),
    );
    return ending?.later ? [{ left: ending.later.left, unmet: ending.later.unmet, index: comeback.index }] : [];
  });
}

const REFUSES = [
  '不能',
  '不退',
  '不赔',
  '退不了',
  '赔不了',
  '不了的',
  '不行',
  '没办法',
  '没法',
  '超过',
  '一律不',
  '还便宜',
];

/** Whether words refuse: a refusal that proved wrong is a wrong answer, no broken promise. */
const refuses = (words: string): boolean => REFUSES.some((word) => words.includes(word));

function wrongPoints(facts: ConversationFacts, turn: TurnHistory): FindingDraft[] {
  const { conversation, caseFacts } = facts;
  const promises = comesBackFor(facts)
    .filter(({ index }) => index > turn.index)
    .map(({ left }) => left);
  return turn.judgement.points
    .filter(({ state }) => state === 'wrong')
    .map((note) => {
      const found = caseFacts.point(note.point);
      const result = facts.points.find(({ point }) => point.id === note.point);
      const earlier = (result?.notes ?? []).filter((noted: NoteOfTurn) => noted.turn.index < turn.index);
      const wasRightBefore = earlier.some((noted) => noted.note.state === 'covered');
      const hasComeBack = promises.includes(note.point) || (note.wrongId !== null && promises.includes(note.wrongId));
      const isPromise = hasComeBack && !refuses(quotedText(conversation, note.quote) ?? '');
      const says = found?.point.says ?? '';
      const own = found ? citationOfPoint(caseFacts, found.point) : null;
      const basis = own ?? citationOfQuestion(caseFacts, found?.question ?? null);
      const question = found?.question ?? null;
      // The wrong words may be about an older question: then the suggestion answers the question that is open.
      const isAsked = turn.judgement.questions.some((judged) => judged.question === question?.id);
      const waited = isAsked ? question : (waitingQuestion(facts, turn) ?? question);
      const wrongCode = wasRightBefore ? 'self-contradiction' : 'wrong-fact';
      return draftFinding({
        code: isPromise ? 'false-promise' : wrongCode,
        at: turn.judgement.firstAt,
        conversation: conversation.key,
        turn: turn.judgement.turn,
        quoteAt: note.quote,
        customer: turn.judgement.customer,
        detail: says === '' ? null : say('findings:wrong.detail', { right: says }),
        parts: says === '' ? {} : { right: says },
        because: joined([
          question ? say('findings:wrong.asked', { question: question.text }) : '',
          hasComeBack ? say('findings:wrong.came-back') : '',
        ]),
        basis,
        better: modelAt(facts, waited, turn.index) ?? says,
        mends: waited?.id ?? null,
        unsure:
          !isPromise &&
          result !== undefined &&
          mayBeOtherCase(conversation, result.point, result.notes, { note, turn }),
        share: result?.corrected ? CORRECTED : 1,
        covers: question ? [pointKey(conversation.key, question.id, note.point)] : [],
        about: question ? [question.id] : [],
      });
    });
}

function mixedUpCustomers(facts: ConversationFacts, turn: TurnHistory): FindingDraft[] {
  const { conversation, caseFacts, history } = facts;
  const { crossTalk } = turn.judgement;
  if (!crossTalk) return [];
  const other = history.conversations.findIndex(({ key }) => key === crossTalk.conversation);
  const question = caseFacts.question(turn.judgement.questions[0]?.question);
  return [
    draftFinding({
      code: 'cross-talk',
      at: turn.judgement.firstAt,
      conversation: conversation.key,
      turn: turn.judgement.turn,
      quoteAt: lastQuote(conversation, turn),
      customer: turn.judgement.customer,
      detail: other < 0 ? null : say('findings:cross-talk.detail', { n: other + 1 }),
      better: modelAt(facts, question, turn.index) ?? '发错了，抱歉。我看下您这边的',
      about: turn.judgement.questions.map((judged) => judged.question),
    }),
  ];
}

function stackedPhrases(facts: ConversationFacts, turn: TurnHistory): FindingDraft[] {
  if (!turn.judgement.stacking) return [];
  const question = waitingQuestion(facts, turn);
  return [
    draftFinding({
      code: 'stacking',
      at: turn.judgement.firstAt,
      conversation: facts.conversation.key,
      turn: turn.judgement.turn,
      quoteAt: lastQuote(facts.conversation, turn),
      customer: turn.judgement.customer,
      because: question ? say('findings:stacking.because', { question: question.text }) : '',
      basis: citationOfQuestion(facts.caseFacts, question),
      better: modelAt(facts, question, turn.index),
      about: turn.judgement.questions.map((judged) => judged.question),
    }),
  ];
}

/** The trainee said it would be done, never did it, and the customer came back for it. */
export function brokenPromises(facts: ConversationFacts): FindingDraft[] {
  const { conversation, caseFacts } = facts;
  return comesBackFor(facts).flatMap(({ unmet }) => {
    if (unmet === null || conversation.acted.some((click) => click.action === unmet)) return [];
    const beat = caseFacts.scenario.beats.find(({ needs }) => needs.some((other) => other.do === unmet));
    const number = beat?.needs.findIndex((other) => other.do === unmet) ?? -1;
    const need = beat?.needs[number];
    const question = beat?.asks[0] ?? null;
    const turn = conversation.turns.find((candidate) =>
      candidate.judgement.points.some((told) => told.question === question?.id && told.state === 'covered'),
    );
    const note = turn?.judgement.points.find((told) => told.question === question?.id && told.state === 'covered');
    if (!turn || !note) return [];
    const action = titleOfDeed(caseFacts, unmet);
    return [
      draftFinding({
        code: 'false-promise',
        at: turn.judgement.firstAt,
        conversation: conversation.key,
        turn: turn.judgement.turn,
        quoteAt: note.quote,
        customer: turn.judgement.customer,
        detail: say('findings:promise.detail', { action }),
        parts: { action: { id: unmet, title: action } },
        because: say('findings:promise.because'),
        // The promise and the operation never done are one deed.
        covers: beat === undefined ? [] : [needKey(conversation.key, beat.id, number)],
        ...suggestionParts(need ? stepsOf(() => clickAndSay(facts, turn, need)) : null),
      }),
    ];
  });
}
