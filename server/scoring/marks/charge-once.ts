/**
 * Each fault is charged once (RULES M15): an opportunity whose loss is charged elsewhere isn't offered, and its part of
 * the dimension's weight goes to the others. A fault is charged where it costs most: a wait in 响应时效, wrong or missing
 * words in 问题解决, a missed window in its own dimension, and the manner of words only where nothing else is wrong with
 * them. Such an opportunity earns nothing either: words that passed a question by are no example of good manners.
 */
import type { Dimension, Rubric } from '#engine/model/rubric.ts';
import { codeList } from '#scoring/facts/codes.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import type { FirstAnswer } from '#scoring/facts/first-answer.ts';
import { restsOn } from '#scoring/facts/repeated.ts';
import type { Round } from '#scoring/facts/rounds.ts';
import { tellsFigureOf } from '#scoring/findings/misstated.ts';
import type { ConversationHistory, TurnHistory } from '#scoring/log/conversation-history.ts';
import {
  aheadKey,
  firstKey,
  type Opportunity,
  owedKey,
  pointKey,
  roundKey,
  turnKey,
} from '#scoring/opportunities/opportunity.ts';
import { leftUnprovoked, sparingUnreached } from './unreached.ts';

/**
 * Dimensions of how something is said. A reply never given isn't charged there: the wait is charged, and what it should
 * have told.
 */
const DIMENSIONS_OF_WORDS: readonly Dimension[] = ['expression', 'manner'];
/** Faults of words that tell the customer nothing: however quick, such a reply is no response. */
const TELLS_NOTHING = codeList('evaded', 'vague', 'canned-repeated', 'asked-again', 'stacking', 'cross-talk');

/** The opportunities, each marked that is charged elsewhere, those that lay ahead by what they weigh (RULES M48); `drafts`: the findings that stand. */
export const withoutDoubleCharges = (
  rubric: Rubric,
  allFacts: readonly ConversationFacts[],
  drafts: readonly FindingDraft[],
  opportunities: readonly Opportunity[],
): Opportunity[] => {
  const sure = drafts.filter((draft) => !draft.unsure && !draft.code.startsWith('merit:'));
  const chargedElsewhere = new Set(allFacts.flatMap((facts) => namesChargedElsewhere(rubric, facts, sure)));
  const emptyReplies = new Map(
    allFacts.flatMap((facts) => [...emptyFirstAnswers(rubric, facts, sure), ...emptyRounds(rubric, facts, sure)]),
  );
  const redLineNames = new Set(allFacts.flatMap((facts) => redLineTurns(facts, sure)));
  const [leaving, others] = partition(sure, ({ code }) => code === 'customer-left');
  const chargedAsLeaving = new Set(keysOfLeaving(allFacts, drafts, leaving));
  const explained = new Set([...chargedAsLeaving, ...others.flatMap((draft) => draft.explainedKeys)]);
  return sparingUnreached(rubric, allFacts, drafts, opportunities).map((opportunity) => {
    const { dimension, key, worth, credit, isAhead } = opportunity;
    const name = nameOf(dimension, key);
    const isLost = credit < worth;
    // The order is the rule: what earns nothing comes before what is charged elsewhere.
    if (redLineNames.has(name) || emptyReplies.get(key) === 'late') return { ...opportunity, credit: 0 };
    if (isLost && chargedElsewhere.has(name)) return { ...opportunity, chargedElsewhere: 'dearer' };
    if (credit > 0 && emptyReplies.has(key)) return { ...opportunity, chargedElsewhere: 'words' };
    if (isLost && dimension !== 'response' && chargedAsLeaving.has(key))
      return { ...opportunity, chargedElsewhere: 'dearer' };
    const isChargedAhead = isAhead === true && dimension !== 'solving' && isLost && !explained.has(key);
    return isChargedAhead ? { ...opportunity, chargedElsewhere: 'ahead' } : opportunity;
  });
};

const partition = <T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] => [
  all.filter(isFirst),
  all.filter((one) => !isFirst(one)),
];

/**
 * What lay ahead of who gave up waiting, and what wasn't done in that silence: the leaving is charged in 响应时效, and no
 * other dimension charges it again (RULES M102). What they had asked and nobody answered is missing in 问题解决, as ever.
 * Whoever was driven away by rude words or a red line loses all of it as M48 says.
 */
const keysOfLeaving = (
  allFacts: readonly ConversationFacts[],
  drafts: readonly FindingDraft[],
  leaving: readonly FindingDraft[],
): string[] =>
  allFacts
    .filter((facts) => leftUnprovoked(facts, drafts))
    .flatMap(({ conversation: { key, questions } }) => {
      const asked = questions.map(({ question }) => pointKey(key, question, ''));
      return leaving
        .filter(({ conversation }) => conversation === key)
        .flatMap(({ explainedKeys }) => explainedKeys)
        .filter((explained) => !asked.some((start) => explained.startsWith(start)));
    });

/**
 * Turns with a red line: the rest of such a turn earns nothing. Otherwise a red line could save marks that another
 * fault costs.
 */
const redLineTurns = ({ conversation }: ConversationFacts, drafts: readonly FindingDraft[]): string[] => {
  const redLines = drafts.filter(
    (draft) => draft.conversation === conversation.key && draft.code.startsWith('red-line:'),
  );
  const turns = conversation.turns.filter((turn) => redLines.some((draft) => restsOn(draft, turn.judgement.turn)));
  return turns.flatMap((turn) =>
    DIMENSIONS_OF_WORDS.map((dimension) => nameOf(dimension, turnKey(conversation.key, turn.judgement.turn))),
  );
};

/**
 * The opportunities that lay ahead of a customer who left, outside 问题解决, which takes them over (RULES M18). Each row keeps
 * the weight it had in its own dimension, and is lost whole, whatever else was answered.
 */
export const unreachedOpportunities = (
  rubric: Rubric,
  opportunities: readonly Opportunity[],
): { of: Opportunity; weight: number }[] => {
  const rows = new Map<string, { of: Opportunity; weight: number }>();
  for (const opportunity of opportunities.filter((opportunity) => opportunity.chargedElsewhere === 'ahead')) {
    const ofDimension = opportunities.filter((offered) => offered.dimension === opportunity.dimension);
    const weight =
      (rubric.weights[opportunity.dimension] * opportunity.worth) /
      ofDimension.reduce((sum, offered) => sum + offered.worth, 0);
    const row = rows.get(opportunity.text) ?? { of: opportunity, weight: 0 };
    rows.set(opportunity.text, { ...row, weight: row.weight + weight });
  }
  return [...rows.values()];
};

const nameOf = (dimension: Dimension, key: string): string => `${dimension} ${key}`;

const namesChargedElsewhere = (rubric: Rubric, facts: ConversationFacts, drafts: readonly FindingDraft[]): string[] => {
  const ownDrafts = drafts.filter((draft) => draft.conversation === facts.conversation.key);
  return [
    ...namesToldOnCard(facts, ownDrafts),
    ...facts.conversation.turns.flatMap((turn) => namesInTurn(rubric, facts, turn, ownDrafts)),
    ...facts.rounds.flatMap((round) => namesInRound(facts, round, ownDrafts)),
    ...facts.caseFacts.scenario.beats.flatMap(({ id }) =>
      DIMENSIONS_OF_WORDS.map((dimension) => nameOf(dimension, aheadKey(facts.conversation.key, id))),
    ),
  ];
};

/** Points that nobody told, whose figure was told otherwise and is charged against their card: one matter (RULES M132). */
const namesToldOnCard = ({ conversation, pointResults }: ConversationFacts, drafts: readonly FindingDraft[]) =>
  pointResults
    .filter(
      ({ point, state }) =>
        state === 'missed' &&
        drafts.some(
          ({ code, citation, detailParts: { rightAnswer = '' } }) =>
            code === 'against-card' &&
            citation?.kind === 'card' &&
            citation.id === point.policy &&
            tellsFigureOf(point.says, rightAnswer),
        ),
    )
    .map(({ question, point }) => nameOf('solving', pointKey(conversation.key, question.id, point.id)));

/**
 * 沟通表达 and 服务素养 of one turn: each is lost only where a finding that takes marks there names the words. Half an answer
 * is charged by its missing half, and costs nothing once that was told.
 */
const namesInTurn = (
  rubric: Rubric,
  facts: ConversationFacts,
  turn: TurnHistory,
  drafts: readonly FindingDraft[],
): string[] => {
  const key = turnKey(facts.conversation.key, turn.judgement.turn);
  const faultsOfTurn = drafts.filter(
    (draft) => restsOn(draft, turn.judgement.turn) && familyOf(rubric, draft) !== 'late',
  );
  const chargedDimensions = faultsOfTurn.some((draft) => draft.explainedKeys.includes(key))
    ? faultsOfTurn.flatMap((draft) => dimensionsCharged(rubric, draft))
    : [];
  return DIMENSIONS_OF_WORDS.filter((dimension) => !chargedDimensions.includes(dimension)).map((dimension) =>
    nameOf(dimension, key),
  );
};

const familyOf = (rubric: Rubric, draft: FindingDraft): string | undefined =>
  rubric.findings.find((rule) => rule.code === draft.code)?.family;

/** Dimensions in which a finding takes marks, by its own deduction and those it absorbed. */
const dimensionsCharged = (rubric: Rubric, draft: FindingDraft): Dimension[] => {
  const codes: readonly string[] = [draft.code, ...draft.absorbedFaults.map(({ code }) => code)];
  return rubric.findings.filter((rule) => codes.includes(rule.code) && rule.deduct > 0).map((rule) => rule.dimension);
};

/** A wait that no reply ended is charged in 响应时效 alone; a wait that let a window pass is charged as that window. */
const namesInRound = ({ conversation }: ConversationFacts, round: Round, drafts: readonly FindingDraft[]): string[] => {
  const owedDimensions = round.to === null ? DIMENSIONS_OF_WORDS : [];
  const key = roundKey(conversation.key, round.number);
  const isWindowCharged = drafts.some(
    (draft) =>
      draft.explainedKeys.includes(key) && draft.explainedKeys.some((otherKey) => otherKey.startsWith('window:')),
  );
  return [
    ...owedDimensions.map((dimension) => nameOf(dimension, owedKey(conversation.key, round.number))),
    ...(isWindowCharged ? [nameOf('response', key)] : []),
  ];
};

type EmptyReply = [key: string, when: 'in-time' | 'late'];

const whenOf = (grade: FirstAnswer['grade']): EmptyReply[1] =>
  grade === 'excellent' || grade === 'pass' ? 'in-time' : 'late';

/** Rounds that such a reply ended: if in time, the round is charged by the fault of the words; if late, it earns nothing. */
const emptyRounds = (rubric: Rubric, facts: ConversationFacts, drafts: readonly FindingDraft[]): EmptyReply[] => {
  const { conversation, rounds } = facts;
  return rounds.flatMap((round): EmptyReply[] => {
    const turn = conversation.turns.find(
      (turn) => round.replyId !== null && turn.judgement.messages.includes(round.replyId),
    );
    if (turn === undefined) return [];
    const faultsOfTurn = faultsIn(facts, turn, drafts);
    const key = roundKey(conversation.key, round.number);
    // 您是问吗 said again is no more of a response than the first time.
    const isEmpty =
      faultsOfTurn.some((draft) => TELLS_NOTHING.includes(draft.code)) || repeatsAQuestion(conversation, turn);
    return isEmpty || tellsOnlyWrong(rubric, turn, faultsOfTurn) ? [[key, whenOf(round.grade)]] : [];
  });
};

/** First answers that told only what was wrong (RULES M78). */
const emptyFirstAnswers = (rubric: Rubric, facts: ConversationFacts, drafts: readonly FindingDraft[]): EmptyReply[] =>
  facts.firstAnswers.flatMap(({ visit, turn, grade }): EmptyReply[] =>
    turn !== null && tellsOnlyWrong(rubric, turn, faultsIn(facts, turn, drafts))
      ? [[firstKey(facts.conversation.key, visit), whenOf(grade)]]
      : [],
  );

const faultsIn = (
  { conversation }: ConversationFacts,
  turn: TurnHistory,
  drafts: readonly FindingDraft[],
): FindingDraft[] =>
  drafts.filter((draft) => draft.conversation === conversation.key && restsOn(draft, turn.judgement.turn));

/** Whether a turn is wrong or crosses a red line beyond doubt, and neither told, asked nor put off anything as it should. */
const tellsOnlyWrong = (rubric: Rubric, { judgement }: TurnHistory, faults: readonly FindingDraft[]): boolean =>
  faults.some((draft) => familyOf(rubric, draft) === 'wrong' || draft.code.startsWith('red-line:')) &&
  !judgement.points.some(({ state }) => state === 'covered') &&
  !judgement.asked.some(({ again }) => !again) &&
  judgement.hold === null;

const repeatsAQuestion = (conversation: ConversationHistory, { index, judgement: { text } }: TurnHistory): boolean =>
  /[？?]$/.test(text) && conversation.turns.some((turn) => turn.index < index && turn.judgement.text === text);
