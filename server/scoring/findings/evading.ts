/** Family evading 回避问题: questions gone round, turn by turn, and questions left open at the end (docs/trade.md §3). */

import type { Question } from '#engine/model/content.ts';
import { language } from '#i18n/language.ts';
import { joined, listed, say } from '#i18n/say.ts';
import { folded } from '#language/reading/folded.ts';
import { valuesIn } from '#language/reading/values.ts';
import { POLICY } from '#language/terms/policy.ts';
import { repeatsQuestion } from '#language/whole-reply/parroting.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { type Draft, draft } from '#scoring/facts/draft.ts';
import { isAfterEnding, isRepeated } from '#scoring/facts/turn-grade.ts';
import type { QuestionHistory, TurnHistory } from '#scoring/log/conversation-history.ts';
import { isSettled } from '#scoring/log/history.ts';
import { hedgeQuote, lastQuote, quotedText } from '#scoring/log/phrasing.ts';
import { citationOfPoint, citationOfQuestion } from '#scoring/suggestions/citation.ts';
import { modelAt, modelInLedger } from '#scoring/suggestions/model.ts';
import { dunned, waitingQuestion } from '#scoring/suggestions/quick-replies.ts';
import { givenOf } from './already-given.ts';

export function evadingFindings(seen: ConversationFacts): Draft[] {
  const byTurn = seen.conversation.turns.flatMap((turn) => [...askedAgain(seen, turn), ...nowhere(seen, turn)]);
  const blamed = new Set(byTurn.flatMap((d) => (d.unsure ? [] : d.about)));
  return [...byTurn, ...seen.conversation.questions.filter((q) => !blamed.has(q.question)).flatMap((q) => atTheEnd(seen, q))];
}

/** Tones that show that the customer was put off and not merely misunderstood. */
const MINDED: readonly string[] = ['cold', 'impatient', 'hostile'];

/** A turn that got the customer nowhere: one finding, however many questions it passed by (RULES M7). */
function nowhere(seen: ConversationFacts, turn: TurnHistory): Draft[] {
  const { conversation: c, facts } = seen;
  const { judgement, closed } = turn;
  const wrong = wrongBy(seen, turn);
  if (!judgement.owed || judgement.stacking || judgement.crossTalk || isAfterEnding(c, turn)) return [];
  // A misused or repeated quick reply is its own finding; a question it left unanswered to the end has one too.
  if (judgement.canned.some((n) => n.verdict !== 'fit') || isRepeated(c, turn)) return [];
  // In a beat without a question, where the customer doesn't react, an older question isn't passed by (RULES V2).
  if (facts.beat(judgement.beat)?.asks.length === 0 && closed?.reaction === 'none') return [];
  // A turn that repeats a wrong figure doesn't avoid the question: it is charged as wrong (RULES M15).
  if (standsByFigure(seen, turn)) return [];
  // A question half told before is charged at the points it lacks: nobody went round it.
  const begun = toldBefore(seen, turn);
  const passed = judgement.questions.filter((q) => !wrong.has(q.question));
  const vague = judgement.points.some((p) => p.state === 'wrong')
    ? []
    : passed.filter((q) => q.answer === 'vague' && !begun.has(q.question));
  const evaded = passed.filter(
    (q) =>
      !begun.has(q.question) &&
      (q.answer === 'evaded' ||
        (closed?.reaction === 'evaded' && (q.answer === 'untouched' || q.answer === 'clarifying'))),
  );
  const answered = judgement.questions.some((q) => q.answer === 'answered' || q.answer === 'partial');
  const missed = evaded.length > 0 ? evaded : vague;
  const first = missed[0];
  // A turn that answers one question of several is on the way: only a turn that answers none evades.
  if (!first || answered) return [];
  const waiting = waitingQuestion(seen, turn);
  const question = missed.some((q) => q.question === waiting?.id) ? waiting : facts.question(first.question);
  // 含糊 needs words that hedge. Unrecognised words without a hedge half answer and are no finding (RULES M22).
  const hedges = hedgeQuote(c, turn);
  if (evaded.length === 0 && hedges === null) return [];
  const code = evaded.length > 0 ? 'evaded' : 'vague';
  const parroted = repeatsQuestion(judgement.text, judgement.customer);
  // Plain words that miss a question may answer it in a way the program doesn't recognise: they are left to people.
  const minds = MINDED.includes(judgement.tone) && judgement.toneConfidence >= POLICY.tone.told;
  const avoids = hedges !== null || parroted || dunned(seen, turn) !== '' || minds;
  return [
    draft({
      code,
      unsure: !avoids || mayTell(seen, turn, missed),
      at: judgement.firstAt,
      conversation: c.key,
      turn: judgement.turn,
      quoteAt: code === 'vague' ? hedges : lastQuote(c, turn),
      customer: judgement.customer,
      detail: question ? say('findings:evaded.detail', { question: question.text }) : null,
      parts: question ? { question: question.text } : {},
      because: joined([parroted ? say('findings:evaded.parroted') : '', dunned(seen, turn), keyOf(question)]),
      basis: citationOfQuestion(facts, question),
      better: modelAt(seen, question, turn.index),
      mends: evaded.length === 0 ? (question?.id ?? null) : null,
      about: missed.map((q) => q.question),
    }),
  ];
}

/** Questions told wrong by this turn or before, and not yet put right. */
function wrongBy({ points }: ConversationFacts, turn: TurnHistory): ReadonlySet<string> {
  return new Set(
    points.flatMap(({ question, notes }) => {
      const told = notes.filter((n) => n.turn.index <= turn.index && n.note.state !== 'not-recognised');
      return told.at(-1)?.note.state === 'wrong' ? [question.id] : [];
    }),
  );
}

/** Questions of which the trainee had told something right before this turn. */
const toldBefore = ({ points }: ConversationFacts, turn: TurnHistory): ReadonlySet<string> =>
  new Set(
    points.flatMap(({ question, notes }) =>
      notes.some((n) => n.turn.index < turn.index && n.note.state === 'covered') ? [question.id] : [],
    ),
  );

const figuresOf = (text: string): string[] => valuesIn(folded(text)).map(({ kind, is }) => `${kind} ${is}`);

/** Whether a turn repeats a figure that was told wrong before: 晚上六点！说了六点 answers, as wrongly as the first time. */
function standsByFigure({ conversation: c, points }: ConversationFacts, turn: TurnHistory): boolean {
  const told = points.flatMap(({ notes }) =>
    notes
      .filter((n) => n.turn.index < turn.index && n.note.state === 'wrong')
      .map((n) => quotedText(c, n.note.quote) ?? ''),
  );
  const figures = new Set(told.flatMap(figuresOf));
  return figuresOf(turn.judgement.text).some((one) => figures.has(one));
}

/** Whether this turn perhaps told a point of a question it passed by, in words nobody recognised (RULES T39). */
const mayTell = ({ facts }: ConversationFacts, turn: TurnHistory, missed: readonly { question: string }[]): boolean =>
  (turn.judgement.touched ?? []).some(({ point }) =>
    missed.some(({ question }) => facts.point(point)?.question?.id === question),
  );

function keyOf(question: Question | null): string {
  const must = question?.points.find((p) => p.must);
  return must ? say('findings:evaded.wanted', { says: must.says }) : '';
}

function askedAgain(seen: ConversationFacts, turn: TurnHistory): Draft[] {
  const { conversation: c, facts } = seen;
  const { judgement } = turn;
  const first = judgement.askedAgain[0];
  if (!first) return [];
  const asked = judgement.askedAgain.map(({ what }) => givenOf(seen, what, turn.index));
  const names = [...new Set(asked.map(({ name }) => name))];
  const sent = asked.flatMap(({ words }) => words ?? []);
  const open = judgement.questions[0];
  const question = facts.question(open?.question ?? '');
  return [
    draft({
      code: 'asked-again',
      at: judgement.firstAt,
      conversation: c.key,
      turn: judgement.turn,
      quoteAt: first.quote,
      customer: sent.length > 0 ? [...new Set(sent)].join('\n') : judgement.customer,
      detail: listed(names.map((name) => say('findings:name', { name }))),
      because: joined([...new Set(asked.map(({ because }) => because))]),
      better: modelAt(seen, question, turn.index) ?? `「${names[0] ?? ''}」我看到了，不用再发，我接着办`,
      about: question && turn.closed?.reaction === 'asked-again' ? [question.id] : [],
    }),
  ];
}

/** 「甲」「乙」 in Chinese, “a”, “b” in English. */
const quotedOneByOne = (words: readonly string[]): string =>
  words.map((one) => say('findings:quoted', { words: one })).join(language() === 'zh' ? '' : ', ');

/** The texts for half an answer; `missing`: the points it lacks, the first of them for the title. */
const partlyTold = (missing: readonly string[]): Pick<Draft, 'detail' | 'parts' | 'because'> => ({
  detail: say('findings:answered-partly.detail', { says: missing[0] ?? '' }),
  parts: { missing: missing[0] ?? '' },
  because: say('findings:answered-partly.because', { points: quotedOneByOne(missing) }),
});

const notTold = (question: Question | null): Pick<Draft, 'detail' | 'parts' | 'because'> => ({
  detail: question === null ? null : say('findings:name', { name: question.text }),
  parts: question === null ? {} : { question: question.text },
  because: keyOf(question),
});

/** A question still open at the end though the trainee had gone on writing: ignored, or half answered. */
function atTheEnd(seen: ConversationFacts, entry: QuestionHistory): Draft[] {
  const { conversation: c, facts, points } = seen;
  const own = points.filter((p) => p.question.id === entry.question && p.point.must);
  const missing = own.filter((p) => p.state === 'missed');
  const first = missing[0];
  if (!first || !isSettled(c, entry) || entry.state === 'provisional') return [];
  const turns = c.turns.filter((t) => t.index > entry.openedIndex && t.judgement.text !== '');
  const touched = turns.filter((t) =>
    t.judgement.points.some((p) => p.question === entry.question && p.state !== 'not-recognised'),
  );
  const turn =
    touched.at(-1) ?? turns.find((t) => t.judgement.questions.some((q) => q.question === entry.question)) ?? turns[0];
  if (!turn) return [];
  const partly = touched.length > 0;
  const wrong = touched.some((t) =>
    t.judgement.points.some((p) => p.question === entry.question && p.state === 'wrong'),
  );
  // Wrong words are charged already, with what they left out; so are words that repeat their figure.
  if (wrong || turns.some((t) => standsByFigure(seen, t))) return [];
  const question = facts.question(entry.question);
  // A customer who had gone can't be answered: the suggestion is for the moment they went.
  const ended = c.endings.find((e) => e.index > entry.openedIndex && e.index < turn.index);
  // The trainee asked back and left it there: the suggestion is the answer itself.
  const asked = turn.judgement.asked.length > 0;
  return [
    draft({
      code: partly ? 'answered-partly' : 'ignored',
      at: turn.judgement.firstAt,
      conversation: c.key,
      turn: turn.judgement.turn,
      // A point that was never told has no words to quote.
      quoteAt: partly ? lastQuote(c, turn) : null,
      seen: say('findings:ignored.seen', { question: question?.text ?? entry.question }),
      customer: turn.judgement.customer,
      ...(partly ? partlyTold(missing.map(({ point }) => point.says)) : notTold(question)),
      basis: citationOfPoint(facts, first.point) ?? citationOfQuestion(facts, question),
      better:
        partly || asked ? modelInLedger(seen, entry.question) : modelAt(seen, question, ended?.index ?? turn.index),
      mends: partly ? entry.question : null,
      about: [entry.question],
    }),
  ];
}
