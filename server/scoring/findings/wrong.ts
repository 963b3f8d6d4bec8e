/** Family wrong 答错: facts against the card, promises that can't be kept, words for somebody else (docs/trade.md §3, RULES T4, T9). */

import { joined, say } from '#i18n/say.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import {
  CORRECTED_SHARE,
  draftFinding,
  type FindingDraft,
  stepsOf,
  suggestionParts,
} from '#scoring/facts/finding-draft.ts';
import type { NoteOfTurn } from '#scoring/facts/other-case.ts';
import { mayBeOtherCase } from '#scoring/facts/other-case.ts';
import { titleOfDeed } from '#scoring/facts/trade-texts.ts';
import type { TurnHistory } from '#scoring/log/conversation-history.ts';
import { lastQuote, quotedText } from '#scoring/log/phrasing.ts';
import { needKey, pointKey } from '#scoring/opportunities/opportunity.ts';
import { citationOfPoint, citationOfQuestion } from '#scoring/suggestions/citation.ts';
import { clickAndSay } from '#scoring/suggestions/click-and-say.ts';
import { endedBy, modelAt } from '#scoring/suggestions/model.ts';
import { waitingQuestion } from '#scoring/suggestions/waiting-question.ts';
import { saidOnce } from './said-once.ts';

export const wrongFindings = (facts: ConversationFacts): FindingDraft[] => {
  return [
    ...saidOnce(
      facts,
      facts.conversation.turns.flatMap((turn) => wrongPoints(facts, turn)),
    ),
    ...facts.conversation.turns.flatMap((turn) => [...mixedUpCustomers(facts, turn), ...stackedPhrases(facts, turn)]),
    ...brokenPromises(facts),
  ];
};

/**
 * For each return of the customer the wrong answer (`left`) or undone operation (`unmet`) that brought them back, and
 * its place in the log.
 */
export const reasonsToComeBack = ({
  conversation,
  caseFacts,
}: ConversationFacts): { wrongAnswer: string | null; undoneAction: string | null; index: number }[] => {
  return conversation.returns.flatMap((comeback) => {
    const ending = caseFacts.scenario.endings.find(
      ({ later, id }) =>
        later?.to === comeback.beat && conversation.endings.some((endingReached) => endingReached.ending === id),
    );
    return ending?.later
      ? [{ wrongAnswer: ending.later.left, undoneAction: ending.later.unmet, index: comeback.index }]
      : [];
  });
};

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
const refuses = (words: string): boolean => REFUSES.some((refusal) => words.includes(refusal));

const wrongPoints = (facts: ConversationFacts, turn: TurnHistory): FindingDraft[] => {
  const { conversation, caseFacts } = facts;
  const promisesBroken = reasonsToComeBack(facts)
    .filter(({ index }) => index > turn.index)
    .map(({ wrongAnswer }) => wrongAnswer);
  return turn.judgement.points
    .filter(({ state }) => state === 'wrong')
    .map((note) => {
      const foundPoint = caseFacts.point(note.point);
      const result = facts.pointResults.find(({ point }) => point.id === note.point);
      const earlier = (result?.notes ?? []).filter((noteOfTurn: NoteOfTurn) => noteOfTurn.turn.index < turn.index);
      const wasRightBefore = earlier.some((noteOfTurn) => noteOfTurn.note.state === 'covered');
      const hasComeBack =
        promisesBroken.includes(note.point) || (note.wrongId !== null && promisesBroken.includes(note.wrongId));
      const isPromise = hasComeBack && !refuses(quotedText(conversation, note.quote) ?? '');
      const rightAnswer = foundPoint?.point.says ?? '';
      const pointCitation = foundPoint ? citationOfPoint(caseFacts, foundPoint.point) : null;
      const citation = pointCitation ?? citationOfQuestion(caseFacts, foundPoint?.question ?? null);
      const question = foundPoint?.question ?? null;
      // The wrong words may be about an older question: then the suggestion answers the question that is open.
      const isAsked = turn.judgement.questions.some((outcome) => outcome.question === question?.id);
      const openQuestion = isAsked ? question : waitingQuestion(facts, turn);
      const isOver = openQuestion === null || endedBy(conversation, turn.index) !== null;
      const wrongCode = wasRightBefore ? 'self-contradiction' : 'wrong-fact';
      return draftFinding({
        code: isPromise ? 'false-promise' : wrongCode,
        at: turn.judgement.firstAt,
        conversation: conversation.key,
        turn: turn.judgement.turn,
        quoteAt: note.quote,
        customerText: turn.judgement.customer,
        detail: rightAnswer === '' ? null : say('findings:wrong.detail', { right: rightAnswer }),
        detailParts: rightAnswer === '' ? {} : { rightAnswer: rightAnswer },
        because: joined([
          question ? say('findings:wrong.asked', { question: question.text }) : '',
          hasComeBack ? say('findings:wrong.came-back') : '',
        ]),
        citation,
        // Nothing waits any more: what was said wrong is said right, and the goodbye is another matter (RULES M113).
        suggestion: (isOver ? question?.model : modelAt(facts, openQuestion, turn.index)) ?? rightAnswer,
        answeredQuestion: (openQuestion ?? question)?.id ?? null,
        unsure:
          !isPromise &&
          result !== undefined &&
          mayBeOtherCase(conversation, result.point, result.notes, { note, turn }),
        costShare: result?.wasCorrected ? CORRECTED_SHARE : 1,
        explainedKeys: question ? [pointKey(conversation.key, question.id, note.point)] : [],
        spoiledQuestions: question ? [question.id] : [],
      });
    });
};

const mixedUpCustomers = (facts: ConversationFacts, turn: TurnHistory): FindingDraft[] => {
  const { conversation, caseFacts, history } = facts;
  const { crossTalk } = turn.judgement;
  if (!crossTalk) return [];
  const otherNumber = history.conversations.findIndex(({ key }) => key === crossTalk.conversation);
  const question = caseFacts.question(turn.judgement.questions[0]?.question);
  return [
    draftFinding({
      code: 'cross-talk',
      at: turn.judgement.firstAt,
      conversation: conversation.key,
      turn: turn.judgement.turn,
      quoteAt: lastQuote(conversation, turn),
      customerText: turn.judgement.customer,
      detail: otherNumber < 0 ? null : say('findings:cross-talk.detail', { n: otherNumber + 1 }),
      suggestion: modelAt(facts, question, turn.index) ?? '发错了，抱歉。我看下您这边的',
      spoiledQuestions: turn.judgement.questions.map((outcome) => outcome.question),
    }),
  ];
};

const stackedPhrases = (facts: ConversationFacts, turn: TurnHistory): FindingDraft[] => {
  if (!turn.judgement.stacking) return [];
  const question = waitingQuestion(facts, turn);
  return [
    draftFinding({
      code: 'stacking',
      at: turn.judgement.firstAt,
      conversation: facts.conversation.key,
      turn: turn.judgement.turn,
      quoteAt: lastQuote(facts.conversation, turn),
      customerText: turn.judgement.customer,
      because: question ? say('findings:stacking.because', { question: question.text }) : '',
      citation: citationOfQuestion(facts.caseFacts, question),
      suggestion: modelAt(facts, question, turn.index),
      spoiledQuestions: turn.judgement.questions.map((outcome) => outcome.question),
    }),
  ];
};

/** The trainee said it would be done, never did it, and the customer came back for it. */
export const brokenPromises = (facts: ConversationFacts): FindingDraft[] => {
  const { conversation, caseFacts } = facts;
  return reasonsToComeBack(facts).flatMap(({ undoneAction }) => {
    if (undoneAction === null || conversation.clicks.some((click) => click.action === undoneAction)) return [];
    const beat = caseFacts.scenario.beats.find(({ needs }) => needs.some((otherNeed) => otherNeed.do === undoneAction));
    const needIndex = beat?.needs.findIndex((otherNeed) => otherNeed.do === undoneAction) ?? -1;
    const need = beat?.needs[needIndex];
    const question = beat?.asks[0] ?? null;
    const turn = conversation.turns.find((candidate) =>
      candidate.judgement.points.some(
        (pointNote) => pointNote.question === question?.id && pointNote.state === 'covered',
      ),
    );
    const note = turn?.judgement.points.find(
      (pointNote) => pointNote.question === question?.id && pointNote.state === 'covered',
    );
    if (!turn || !note) return [];
    const action = titleOfDeed(caseFacts, undoneAction);
    return [
      draftFinding({
        code: 'false-promise',
        at: turn.judgement.firstAt,
        conversation: conversation.key,
        turn: turn.judgement.turn,
        quoteAt: note.quote,
        customerText: turn.judgement.customer,
        detail: say('findings:promise.detail', { action }),
        detailParts: { action: { id: undoneAction, title: action } },
        because: say('findings:promise.because'),
        // The promise and the operation never done are one fault.
        explainedKeys: beat === undefined ? [] : [needKey(conversation.key, beat.id, needIndex)],
        ...suggestionParts(need ? stepsOf(() => clickAndSay(facts, turn, need)) : null),
      }),
    ];
  });
};
