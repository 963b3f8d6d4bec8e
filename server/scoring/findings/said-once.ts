/** One wrong answer is one finding, also where it is said again or told of two points of a question at once (RULES M27). */
import { joined, say } from '#i18n/say.ts';
import { folded } from '#language/reading/folded.ts';
import { isSameValue } from '#language/reading/same-value.ts';
import type { Value } from '#language/reading/value.ts';
import { valuesIn } from '#language/reading/values.ts';
import { TOLD_WRONG_CODES } from '#scoring/facts/codes.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import { clockText, quotedText, wholeClause } from '#scoring/log/phrasing.ts';
import { pointKey } from '#scoring/opportunities/opportunity.ts';

type WrongAnswer = {
  draft: FindingDraft;
  words: string;
  values: readonly Value[];
  sums: readonly number[];
  figures: readonly string[];
};

/**
 * Wrong answers in order of time. A later one belongs to the first if it tells the same point with the same figure, or
 * if the point has none; or if the same turn tells another point of the question with another sum (a price
 * and what comes of it). What each point loses doesn't change.
 */
export const saidOnce = (facts: ConversationFacts, drafts: readonly FindingDraft[]): FindingDraft[] => {
  const keptDrafts: FindingDraft[] = [];
  const wrongAnswers: WrongAnswer[] = [];
  for (const draft of drafts) {
    const wrongAnswer = wrongAnswerOf(facts, draft);
    const firstAnswer = wrongAnswers.find(
      (other) =>
        isAgain(other, wrongAnswer) || isSameSum(facts, other, wrongAnswer) || hangsOn(facts, other, wrongAnswer),
    );
    if (firstAnswer === undefined) {
      const ownDraft = { ...draft, explainedKeys: [...draft.explainedKeys] };
      keptDrafts.push(ownDraft);
      wrongAnswers.push({ ...wrongAnswer, draft: ownDraft });
      continue;
    }
    wrongAnswers.push({ ...wrongAnswer, draft: firstAnswer.draft });
    addWhatHangsOn(firstAnswer.draft, draft);
    firstAnswer.draft.explainedKeys.push(...draft.explainedKeys);
    if (firstAnswer.draft.turn === draft.turn) continue;
    addRepeat(firstAnswer.draft, draft);
  }
  return keptDrafts;
};

const rightValues = ({ detailParts: { rightAnswer = '' } }: FindingDraft): Value[] => valuesIn(folded(rightAnswer));

/** Whether the right answer is a time to wait, and nothing else. */
const tellsWait = (draft: FindingDraft): boolean => {
  const values = rightValues(draft);
  return values.length > 0 && values.every(({ kind }) => kind === 'duration' || kind === 'clock');
};

/**
 * Whether a wait told wrong hangs on another point of its question that stood wrong when it was told: by when somebody answers
 * follows from who decides, and whoever has the wrong one of them has the wrong hour each time it is said (RULES M143). Once
 * who decides is put right, a wrong hour is a fault of its own.
 */
const hangsOn = (facts: ConversationFacts, first: WrongAnswer, later: WrongAnswer): boolean => {
  const [from, to] = [first.draft.turn, later.draft.turn];
  const isOfQuestion = later.draft.spoiledQuestions.some((id) => first.draft.spoiledQuestions.includes(id));
  if (!isOfQuestion || from === null || to === null || to < from) return false;
  if (!tellsWait(later.draft) || rightValues(first.draft).length > 0) return false;
  const isPutRight = facts.pointResults.some(
    ({ question, point, notes }) =>
      first.draft.explainedKeys.includes(pointKey(facts.conversation.key, question.id, point.id)) &&
      rightAnswerOf(first.draft) === point.says &&
      notes.some(
        ({ note, turn: { judgement } }) => note.state === 'covered' && judgement.turn > from && judgement.turn < to,
      ),
  );
  return !isPutRight;
};

const rightAnswerOf = ({ detailParts }: FindingDraft): string => detailParts.rightAnswer ?? '';

/** What else the one charge is for: another point of its question that was wrong along with it, named once. */
const addWhatHangsOn = (first: FindingDraft, later: FindingDraft): void => {
  const right = rightAnswerOf(later);
  if (isSamePoint(first, later) || right === '') return;
  first.because = joined([first.because, say('findings:wrong.along', { right })]);
};

/** Days by name are told of anything (今天退, 今天到), and so are whole numbers and sizes (42, 41.5). */
const tellsByItself = ({ kind, quantity }: Value): boolean =>
  kind === 'number' ? !Number.isInteger(quantity * 2) : kind !== 'date' && kind !== 'size';

/**
 * A wrong figure told again later, of whatever card or question it is then held against, is one fault with its first words
 * (RULES M46): of the same question, or where one of the two is held against a card. What each point loses doesn't change.
 */
export const figuresToldOnce = (facts: ConversationFacts, drafts: readonly FindingDraft[]): FindingDraft[] => {
  const kept: FindingDraft[] = [];
  const first: WrongAnswer[] = [];
  const inOrder = drafts.toSorted((a, b) => (a.turn ?? 0) - (b.turn ?? 0));
  for (const draft of inOrder) {
    const told = wrongAnswerOf(facts, draft);
    const before = first.find(
      (other) =>
        TOLD_WRONG_CODES.includes(draft.code) &&
        !draft.unsure &&
        (isFigureAgain(other, told) || isOneReckoning(facts, other.draft, draft)),
    );
    if (before === undefined) {
      const own = { ...draft, explainedKeys: [...draft.explainedKeys] };
      kept.push(own);
      if (!draft.unsure && (TOLD_WRONG_CODES.includes(draft.code) || draft.code === 'false-promise'))
        first.push({ ...told, draft: own });
      continue;
    }
    before.draft.explainedKeys.push(...draft.explainedKeys);
    before.draft.costShare += shareOfLater(facts, before.draft, draft);
    before.draft.spoiledQuestions = [...new Set([...before.draft.spoiledQuestions, ...draft.spoiledQuestions])];
    if (before.draft.turn !== draft.turn) addRepeat(before.draft, draft);
  }
  return kept;
};

/** The share of the first finding's own deduction that is what the later one costs: told once, it costs what they cost one by one (RULES M7). */
const shareOfLater = ({ rubric }: ConversationFacts, first: FindingDraft, later: FindingDraft): number => {
  const deductOf = (draft: FindingDraft): number =>
    rubric.findings.find(({ code }) => code === draft.code)?.deduct ?? 0;
  const own = deductOf(first);
  return own === 0 ? 0 : (later.costShare * deductOf(later)) / own;
};

/**
 * Whether a point and a card's figure were told wrong in one clause: 四分之三 and 45.9退34.4 are one reckoning. A card that leaves
 * a matter open (准能下来) has no figure, and is another fault.
 */
const isOneReckoning = ({ conversation }: ConversationFacts, first: FindingDraft, later: FindingDraft): boolean => {
  const [a, b] = [first, later].map(({ quoteAt }) => quoteAt && wholeClause(conversation, quoteAt));
  const onCard = [first, later].filter(({ code }) => code === 'against-card');
  return (
    onCard.length === 1 &&
    onCard[0]?.detailParts.rightAnswer !== undefined &&
    a?.message === b?.message &&
    a?.start === b?.start &&
    first.turn === later.turn
  );
};

const isFigureAgain = (first: WrongAnswer, later: WrongAnswer): boolean => {
  const isOfQuestion = later.draft.spoiledQuestions.some((id) => first.draft.spoiledQuestions.includes(id));
  const isOnCard = first.draft.code === 'against-card' || later.draft.code === 'against-card';
  // Two points of one turn are two faults; a point and a card in one turn may be the same words.
  if (first.draft.turn === later.draft.turn && !isOnCard) return false;
  return (
    (isOfQuestion || isOnCard) &&
    later.values.some((value) => tellsByItself(value) && first.values.some((other) => isSameValue(other, value)))
  );
};

/** What was told already and is asked for in several turns is one fault with the places of the others (RULES M143). */
export const askedAgainOnce = (drafts: readonly FindingDraft[]): FindingDraft[] => {
  const first = new Map<string, FindingDraft>();
  return drafts.flatMap((draft) => {
    if (draft.code !== 'asked-again') return [draft];
    const before = first.get(draft.detail ?? '');
    if (before === undefined) {
      const own = { ...draft };
      first.set(draft.detail ?? '', own);
      return [own];
    }
    before.spoiledQuestions = [...new Set([...before.spoiledQuestions, ...draft.spoiledQuestions])];
    addRepeat(before, draft, 'findings:asked-again.once-more');
    return [];
  });
};

const addRepeat = (
  first: FindingDraft,
  { at, turn, quoteAt }: FindingDraft,
  told: 'findings:wrong.said-again' | 'findings:asked-again.once-more' = 'findings:wrong.said-again',
): void => {
  first.repeats = [...first.repeats, { at, turn, quoteAt }];
  first.because = joined([first.because, say(told, { clock: clockText(at) })]);
};

const wrongAnswerOf = ({ conversation }: ConversationFacts, draft: FindingDraft): WrongAnswer => {
  const words = draft.quoteAt === null ? '' : (quotedText(conversation, draft.quoteAt) ?? '');
  const values = valuesIn(folded(words));
  return {
    draft,
    words,
    values,
    sums: values.filter(({ kind }) => kind === 'amount' || kind === 'number').map(({ quantity }) => quantity),
    figures: values.map(({ kind, quantity }) => `${kind} ${quantity}`),
  };
};

const isSamePoint = (a: FindingDraft, b: FindingDraft): boolean =>
  b.explainedKeys.some((key) => a.explainedKeys.includes(key));

const isAgain = (first: WrongAnswer, later: WrongAnswer): boolean => {
  if (!isSamePoint(first.draft, later.draft) || first.draft.turn === later.draft.turn) return false;
  // A point without a figure told wrong twice is one thing, in whatever words (RULES T114).
  if (rightValues(first.draft).length === 0) return true;
  if (later.figures.length === 0 || first.figures.length === 0) return later.words === first.words;
  return later.figures.some((figure) => first.figures.includes(figure));
};

/** Whether two wrong answers are two sums of one question in the same turn. */
const isSameSum = ({ conversation }: ConversationFacts, first: WrongAnswer, later: WrongAnswer): boolean => {
  if (first.draft.turn !== later.draft.turn || first.sums.length === 0 || later.sums.length === 0) return false;
  return first.draft.spoiledQuestions.some((id) =>
    later.draft.explainedKeys.some((key) => key.startsWith(pointKey(conversation.key, id, ''))),
  );
};
