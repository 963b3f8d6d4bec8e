/** Family evading 回避问题: questions gone round, turn by turn, and questions left open at the end (docs/trade.md §3). */

import type { Question } from '#engine/model/content.ts';
import { language } from '#i18n/language.ts';
import { joined, listed, say } from '#i18n/say.ts';
import { folded } from '#language/reading/folded.ts';
import { valuesIn } from '#language/reading/values.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import { repeatsQuestion } from '#language/whole-reply/parroting.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { draftFinding, type FindingDraft } from '#scoring/facts/finding-draft.ts';
import { isAfterEnding, isRepeated } from '#scoring/facts/turn-grade.ts';
import type { QuestionHistory, TurnHistory } from '#scoring/log/conversation-history.ts';
import { isSettled } from '#scoring/log/history.ts';
import { hedgeQuote, lastQuote, quotedText } from '#scoring/log/phrasing.ts';
import { citationOfPoint, citationOfQuestion } from '#scoring/suggestions/citation.ts';
import { modelAt, modelInLedger } from '#scoring/suggestions/model.ts';
import { waitingQuestion } from '#scoring/suggestions/waiting-question.ts';
import { givenOf } from './already-given.ts';
import { alreadyPaidReply } from './quick-replies.ts';

export function evadingFindings(facts: ConversationFacts): FindingDraft[] {
  const byTurn = facts.conversation.turns.flatMap((turn) => [...askedAgain(facts, turn), ...evadedTurn(facts, turn)]);
  const blamed = new Set(byTurn.flatMap(({ unsure, about }) => (unsure ? [] : about)));
  return [
    ...byTurn,
    ...facts.conversation.questions
      .filter(({ question }) => !blamed.has(question))
      .flatMap((entry) => leftOpen(facts, entry)),
  ];
}

/** Tones that show that the customer was put off and not merely misunderstood. */
const MINDED: readonly string[] = ['cold', 'impatient', 'hostile'];

/** A turn that got the customer nowhere: one finding, however many questions it passed by (RULES M7). */
function evadedTurn(facts: ConversationFacts, turn: TurnHistory): FindingDraft[] {
  const { conversation, caseFacts } = facts;
  const { judgement, closed } = turn;
  const wrong = wrongBy(facts, turn);
  if (!judgement.owed || judgement.stacking || judgement.crossTalk || isAfterEnding(conversation, turn)) return [];
  // A misused or repeated quick reply is its own finding; a question it left unanswered to the end has one too.
  if (judgement.canned.some(({ verdict }) => verdict !== 'fit') || isRepeated(conversation, turn)) return [];
  // In a beat without a question, where the customer doesn't react, an older question isn't passed by (RULES V2).
  if (caseFacts.beat(judgement.beat)?.asks.length === 0 && closed?.reaction === 'none') return [];
  // A turn that repeats a wrong figure doesn't avoid the question: it is charged as wrong (RULES M15).
  if (standsByFigure(facts, turn)) return [];
  // A question half told before is charged at the points it lacks: nobody went round it.
  const begun = toldBefore(facts, turn);
  const passed = judgement.questions.filter((judged) => !wrong.has(judged.question));
  const vague = judgement.points.some(({ state }) => state === 'wrong')
    ? []
    : passed.filter((judged) => judged.answer === 'vague' && !begun.has(judged.question));
  const evaded = passed.filter(
    (judged) =>
      !begun.has(judged.question) &&
      (judged.answer === 'evaded' ||
        (closed?.reaction === 'evaded' && (judged.answer === 'untouched' || judged.answer === 'clarifying'))),
  );
  const hasAnswered = judgement.questions.some(({ answer }) => answer === 'answered' || answer === 'partial');
  const missed = evaded.length > 0 ? evaded : vague;
  const first = missed[0];
  // A turn that answers one question of several is on the way: only a turn that answers none evades.
  if (!first || hasAnswered) return [];
  const waiting = waitingQuestion(facts, turn);
  const question = missed.some((judged) => judged.question === waiting?.id)
    ? waiting
    : caseFacts.question(first.question);
  // 含糊 needs words that hedge. Unrecognised words without a hedge half answer and are no finding (RULES M22).
  const hedges = hedgeQuote(conversation, turn);
  if (evaded.length === 0 && hedges === null) return [];
  const code = evaded.length > 0 ? 'evaded' : 'vague';
  const isParroted = repeatsQuestion(judgement.text, judgement.customer);
  // Plain words that miss a question may answer it in a way the program doesn't recognise: they are left to people.
  const isMinded = MINDED.includes(judgement.tone) && judgement.toneConfidence >= VERDICT_THRESHOLDS.tone.told;
  const isAvoiding = hedges !== null || isParroted || alreadyPaidReply(facts, turn) !== '' || isMinded;
  return [
    draftFinding({
      code,
      unsure: !isAvoiding || mayTell(facts, turn, missed),
      at: judgement.firstAt,
      conversation: conversation.key,
      turn: judgement.turn,
      quoteAt: code === 'vague' ? hedges : lastQuote(conversation, turn),
      customer: judgement.customer,
      detail: question ? say('findings:evaded.detail', { question: question.text }) : null,
      parts: question ? { question: question.text } : {},
      because: joined([
        isParroted ? say('findings:evaded.parroted') : '',
        alreadyPaidReply(facts, turn),
        keyOf(question),
      ]),
      basis: citationOfQuestion(caseFacts, question),
      better: modelAt(facts, question, turn.index),
      mends: evaded.length === 0 ? (question?.id ?? null) : null,
      about: missed.map((judged) => judged.question),
    }),
  ];
}

/** Questions told wrong by this turn or before, and not yet put right. */
function wrongBy({ points }: ConversationFacts, turn: TurnHistory): ReadonlySet<string> {
  return new Set(
    points.flatMap(({ question, notes }) => {
      const told = notes.filter((noted) => noted.turn.index <= turn.index && noted.note.state !== 'not-recognised');
      return told.at(-1)?.note.state === 'wrong' ? [question.id] : [];
    }),
  );
}

/** Questions of which the trainee had told something right before this turn. */
const toldBefore = ({ points }: ConversationFacts, turn: TurnHistory): ReadonlySet<string> =>
  new Set(
    points.flatMap(({ question, notes }) =>
      notes.some((noted) => noted.turn.index < turn.index && noted.note.state === 'covered') ? [question.id] : [],
    ),
  );

const figuresOf = (text: string): string[] => valuesIn(folded(text)).map(({ kind, quantity }) => `${kind} ${quantity}`);

/** Whether a turn repeats a figure that was told wrong before: 晚上六点！说了六点 answers, as wrongly as the first time. */
function standsByFigure({ conversation, points }: ConversationFacts, turn: TurnHistory): boolean {
  const told = points.flatMap(({ notes }) =>
    notes
      .filter((noted) => noted.turn.index < turn.index && noted.note.state === 'wrong')
      .map(({ note }) => quotedText(conversation, note.quote) ?? ''),
  );
  const figures = new Set(told.flatMap(figuresOf));
  return figuresOf(turn.judgement.text).some((figure) => figures.has(figure));
}

/** Whether this turn perhaps told a point of a question it passed by, in words nobody recognised (RULES T39). */
const mayTell = (
  { caseFacts }: ConversationFacts,
  turn: TurnHistory,
  missed: readonly { question: string }[],
): boolean =>
  (turn.judgement.touched ?? []).some(({ point }) =>
    missed.some(({ question }) => caseFacts.point(point)?.question?.id === question),
  );

function keyOf(question: Question | null): string {
  const must = question?.points.find((point) => point.must);
  return must ? say('findings:evaded.wanted', { says: must.says }) : '';
}

function askedAgain(facts: ConversationFacts, turn: TurnHistory): FindingDraft[] {
  const { conversation, caseFacts } = facts;
  const { judgement } = turn;
  const first = judgement.askedAgain[0];
  if (!first) return [];
  const asked = judgement.askedAgain.map(({ what }) => givenOf(facts, what, turn.index));
  const names = [...new Set(asked.map(({ name }) => name))];
  const sent = asked.flatMap(({ words }) => words ?? []);
  const open = judgement.questions[0];
  const question = caseFacts.question(open?.question);
  return [
    draftFinding({
      code: 'asked-again',
      at: judgement.firstAt,
      conversation: conversation.key,
      turn: judgement.turn,
      quoteAt: first.quote,
      customer: sent.length > 0 ? [...new Set(sent)].join('\n') : judgement.customer,
      detail: listed(names.map((name) => say('findings:name', { name }))),
      because: joined([...new Set(asked.map(({ because }) => because))]),
      better: modelAt(facts, question, turn.index) ?? `「${names[0] ?? ''}」我看到了，不用再发，我接着办`,
      about: question && turn.closed?.reaction === 'asked-again' ? [question.id] : [],
    }),
  ];
}

/** 「甲」「乙」 in Chinese, “a”, “b” in English. */
const quotedOneByOne = (words: readonly string[]): string =>
  words.map((quoted) => say('findings:quoted', { words: quoted })).join(language() === 'zh' ? '' : ', ');

/** The texts for half an answer; `missing`: the points it lacks, the first of them for the title. */
const partlyTold = (missing: readonly string[]): Pick<FindingDraft, 'detail' | 'parts' | 'because'> => ({
  detail: say('findings:answered-partly.detail', { says: missing[0] ?? '' }),
  parts: { missing: missing[0] ?? '' },
  because: say('findings:answered-partly.because', { points: quotedOneByOne(missing) }),
});

const notTold = (question: Question | null): Pick<FindingDraft, 'detail' | 'parts' | 'because'> => ({
  detail: question === null ? null : say('findings:name', { name: question.text }),
  parts: question === null ? {} : { question: question.text },
  because: keyOf(question),
});

/** A question still open at the end though the trainee had gone on writing: ignored, or half answered. */
function leftOpen(facts: ConversationFacts, entry: QuestionHistory): FindingDraft[] {
  const { conversation, caseFacts, points } = facts;
  const own = points.filter((result) => result.question.id === entry.question && result.point.must);
  const missing = own.filter(({ state }) => state === 'missed');
  const first = missing[0];
  if (!first || !isSettled(conversation, entry) || entry.state === 'provisional') return [];
  const turns = conversation.turns.filter(({ index, judgement }) => index > entry.openedIndex && judgement.text !== '');
  const touched = turns.filter((candidate) =>
    candidate.judgement.points.some((note) => note.question === entry.question && note.state !== 'not-recognised'),
  );
  const turn =
    touched.at(-1) ??
    turns.find(({ judgement }) => judgement.questions.some((judged) => judged.question === entry.question)) ??
    turns[0];
  if (!turn) return [];
  const isPartly = touched.length > 0;
  const isWrong = touched.some((candidate) =>
    candidate.judgement.points.some((note) => note.question === entry.question && note.state === 'wrong'),
  );
  // Wrong words are charged already, with what they left out; so are words that repeat their figure.
  if (isWrong || turns.some((candidate) => standsByFigure(facts, candidate))) return [];
  const question = caseFacts.question(entry.question);
  // A customer who had gone can't be answered: the suggestion is for the moment they went.
  const ended = conversation.endings.find(({ index }) => index > entry.openedIndex && index < turn.index);
  // The trainee asked back and left it there: the suggestion is the answer itself.
  const asked = turn.judgement.asked.length > 0;
  return [
    draftFinding({
      code: isPartly ? 'answered-partly' : 'ignored',
      at: turn.judgement.firstAt,
      conversation: conversation.key,
      turn: turn.judgement.turn,
      // A point that was never told has no words to quote.
      quoteAt: isPartly ? lastQuote(conversation, turn) : null,
      seen: say('findings:ignored.seen', { question: question?.text ?? entry.question }),
      customer: turn.judgement.customer,
      ...(isPartly ? partlyTold(missing.map(({ point }) => point.says)) : notTold(question)),
      basis: citationOfPoint(caseFacts, first.point) ?? citationOfQuestion(caseFacts, question),
      better:
        isPartly || asked ? modelInLedger(facts, entry.question) : modelAt(facts, question, ended?.index ?? turn.index),
      mends: isPartly ? entry.question : null,
      about: [entry.question],
    }),
  ];
}
