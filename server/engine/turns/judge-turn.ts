/** What one turn amounts to, settled once when it closes from what a judge heard in it, and stored whole (RULES T2–T9). */

import type { Conversation, OpenTurn } from '#engine/model/drill.ts';
import type { DrillMs, PointNote, TurnJudgement } from '#engine/model/events.ts';
import type { JudgeAnswer } from '#engine/model/judge-request.ts';
import type { Cast } from '#engine/prepare/cast.ts';
import { castOf, conversation, type DecisionContext } from '#engine/state/decision-context.ts';
import { topicsOf } from '#engine/state/spoken-of.ts';
import { quoteAt, type TurnText, turnText } from '#engine/state/turn-text.ts';
import type { Judgement } from '#language/judgement.ts';
import { POLICY } from '#language/terms/policy.ts';
import type { Answer, PointVerdict } from '#language/terms/verdicts.ts';
import { asksOnceMore } from './asks-again.ts';
import { claimsIn } from './claims.ts';
import { type OpenQuestions, openQuestions } from './open-questions.ts';
import { overreachIn } from './overreach.ts';
import { quickReplyNotes } from './quick-reply-notes.ts';
import { isSmallTalk } from './small-talk.ts';
import { turnRedLines } from './turn-red-lines.ts';

type QuestionAnswer = TurnJudgement['questions'][number]['answer'];

/**
 * How surely a point must be told to count. What was said before is only said again, and a window that asks to have it
 * read back waits for it: neither gains anything.
 */
const leastOf = (id: string, owed: boolean, c: Conversation, cast: Cast): number => {
  const awaited = c.windows.some((w) => {
    const beat = w.beat === null ? null : cast.beats.get(w.beat);
    return beat?.window?.points.includes(id) || beat?.points.some((p) => p.id === id);
  });
  if (awaited || c.points[id] === 'covered') return 0;
  if (!owed) return POLICY.volunteered.told;
  return cast.points.get(id)?.point.must ? 0 : POLICY.bonus.told;
};

const figureOf = ({ figure }: PointVerdict): Pick<PointNote, 'figure'> => (figure === undefined ? {} : { figure });

const pointNotes = (
  judged: Judgement,
  heard: OpenQuestions,
  c: Conversation,
  cast: Cast,
  words: TurnText,
): PointNote[] =>
  judged.points.flatMap((v): PointNote[] => {
    const prepared = cast.points.get(v.id);
    if (!prepared || v.state === 'not-addressed') return [];
    const asked = heard.asked.has(v.id);
    // Uncertainty counts only where an answer is still owed; doubt about what nobody has asked accuses nobody.
    const owed = prepared.question !== null && heard.open.includes(prepared.question.id);
    const unsure =
      v.state === 'wrong'
        ? v.confidence < POLICY.wrong.told
        : v.state === 'covered' && v.confidence < leastOf(v.id, owed, c, cast);
    const state = unsure ? 'not-recognised' : v.state;
    if (state === 'not-recognised' && !owed) return [];
    // What nobody asks about is told wrong once.
    if (state === 'wrong' && !asked && c.points[v.id] === 'wrong') return [];
    // Nor does likeness alone take back what was told right (RULES T33).
    if (state === 'wrong' && v.alike && c.points[v.id] === 'covered') return [];
    if (state === 'wrong' && !asked && (v.confidence < POLICY.volunteered.told || heard.later.has(v.id))) return [];
    return [
      {
        point: v.id,
        question: prepared.question?.id ?? null,
        state,
        wrongId: state === 'wrong' ? (v.wrongId ?? null) : null,
        asked,
        corrected: state === 'covered' && c.points[v.id] === 'wrong',
        confidence: v.confidence,
        quote: quoteAt(words, v.start, v.end),
        rule: v.rule,
        ...figureOf(v),
        ...(state === 'wrong' && v.alike ? { alike: true as const } : {}),
        ...(state === 'not-recognised' && v.state === 'wrong' ? { leans: 'wrong' as const } : {}),
      },
    ];
  });

/** What was told otherwise of points nobody asks for, each once: said again, it is the same fault. */
const unaskedNotes = (
  { unasked = [] }: JudgeAnswer,
  notes: readonly PointNote[],
  heard: OpenQuestions,
  c: Conversation,
  cast: Cast,
  words: TurnText,
): PointNote[] =>
  unasked
    .filter(
      ({ id }) => c.points[id] !== 'wrong' && !notes.some(({ point, state }) => point === id && state === 'wrong'),
    )
    .map(({ id, confidence, start, end, rule, wrongId }) => ({
      point: id,
      question: cast.points.get(id)?.question?.id ?? null,
      state: 'wrong',
      wrongId: wrongId ?? null,
      asked: heard.asked.has(id),
      corrected: false,
      confidence,
      quote: quoteAt(words, start, end),
      rule,
    }));

/** Perhaps told before anybody asked: likely enough to be checked back once it is its turn (RULES T17). */
const aheadIn = (
  judged: Judgement,
  heard: OpenQuestions,
  notes: readonly PointNote[],
  words: TurnText,
): Pick<TurnJudgement, 'ahead'> => {
  const ahead = judged.points
    .filter(({ id, state }) => !heard.asked.has(id) && (state === 'not-recognised' || state === 'covered'))
    .filter(({ id, confidence }) => confidence >= POLICY.covered.checked && !notes.some((n) => n.point === id))
    .map((one) => ({
      point: one.id,
      confidence: one.confidence,
      quote: quoteAt(words, one.start, one.end),
      ...figureOf(one),
    }));
  return ahead.length === 0 || judged.stacking ? {} : { ahead };
};

/** Figures told now that the customer hadn't heard before. */
const figuresIn = ({ figures = [] }: JudgeAnswer, c: Conversation): Pick<TurnJudgement, 'figures'> => {
  const fresh = figures.filter((one) => !c.heard.includes(one));
  return fresh.length > 0 ? { figures: fresh } : {};
};

/** Points perhaps told and not heard; heard in this very turn, they need no doubt. */
const touchedIn = ({ touched = [] }: JudgeAnswer, notes: readonly PointNote[]): Pick<TurnJudgement, 'touched'> => {
  const open = touched.filter(({ id }) => !notes.some(({ point, state }) => point === id && state === 'covered'));
  return open.length > 0 ? { touched: open.map(({ id, ...rest }) => ({ point: id, ...rest })) } : {};
};

/** The state of one open question after this turn (docs/trade.md §3, the ledger). */
const answerOf = (
  question: string,
  c: Conversation,
  cast: Cast,
  notes: readonly PointNote[],
  judged: Judgement,
  clarifies: boolean,
  saidAfter: boolean,
  { courtesy, tabled }: { courtesy: boolean; tabled: boolean },
): QuestionAnswer => {
  const prepared = cast.questions.get(question);
  const own = notes.filter((n) => n.question === question);
  const covered = (id: string): boolean =>
    own.some((n) => n.point === id && n.state === 'covered') ||
    (c.points[id] === 'covered' && !own.some((n) => n.point === id && n.state === 'wrong'));
  const wrong = own.some((n) => n.state === 'wrong');
  if (!wrong && prepared?.question.points.every((p) => !p.must || covered(p.id))) return 'answered';
  if (own.some((n) => n.state !== 'not-recognised')) return 'partial';
  // 对 to a figure repeated says that figure again.
  if (c.checked?.echo && own.some(({ point }) => point === c.checked?.point)) return 'not-recognised';
  if (clarifies) return 'clarifying';
  if (!saidAfter) return 'untouched';
  // Keywords in a heap are no answer, and no doubt in the trainee's favour either (RULES T3, T6).
  if (judged.stacking || judged.parrots) return 'evaded';
  const touch = judged.questions.find((q) => q.id === question)?.touch ?? 'none';
  // Which row of a table is theirs is left for the customer to find.
  if (tabled && touch !== 'none') return 'vague';
  if (judged.hold) return 'held';
  const byTouch: Record<typeof touch, Answer | 'not-recognised' | 'untouched'> = {
    none: 'untouched',
    // An apology stands beside the topic; it is no attempt at an answer.
    hedged: courtesy ? 'untouched' : 'vague',
    dodged: 'evaded',
    content: courtesy && own.length === 0 ? 'untouched' : 'not-recognised',
  };
  return byTouch[touch];
};

/** The judgement of a conversation's open turn, closed at `at`. Reads the drill, changes nothing. */
export const judgeTurn = (
  step: DecisionContext,
  key: string,
  turn: OpenTurn,
  at: DrillMs,
  answer: JudgeAnswer,
): TurnJudgement => {
  const c = conversation(step, key);
  const cast = castOf(step, key);
  const words = turnText(turn);
  const heard = openQuestions(c, cast);
  const asking = heard.open;
  const { judgement: judged, tables } = answer;
  const told = pointNotes(judged, heard, c, cast, words);
  const otherwise = unaskedNotes(answer, told, heard, c, cast, words);
  const notes = judged.stacking
    ? []
    : [...told.filter(({ point }) => !otherwise.some((n) => n.point === point)), ...otherwise].filter(
        (n) => !tables.includes(n.quote.message),
      );
  const asked = answer.asked
    .map(({ fact, start, end, named }) => ({
      fact,
      quote: quoteAt(words, start, end),
      again: c.told.includes(fact),
      named,
    }))
    // Who goes on about what was told asks near it: only the very words ask it again.
    .filter(({ again, named }) => !again || named !== false)
    .map(({ named: _, ...one }) => one);
  const askedAgain = [
    ...asked.filter((a) => a.again).map((a) => ({ what: a.fact, quote: a.quote })),
    ...answer.askedAgain.map(({ what, start, end }) => ({ what, quote: quoteAt(words, start, end) })),
  ].filter(({ what, quote }) => asksOnceMore(words, cast, what, quote));
  const draws = asked.some((a) => !a.again);
  const lastSaidAt = words.said.at(-1)?.at ?? -1;
  // 不是都写着吗，自己不会看啊 asks nothing.
  const snaps = judged.tone === 'impatient' || judged.tone === 'hostile';
  const clarifies = draws || (judged.asks && !snaps && judged.acts.includes('ask-info') && askedAgain.length === 0);
  const waiting = asking.filter((id) => (c.ledger[id]?.openedAt ?? Number.POSITIVE_INFINITY) <= lastSaidAt);
  const courtesy = isSmallTalk(words.text, judged.acts);
  const questions = asking.map((id) => ({
    question: id,
    answer: answerOf(id, c, cast, notes, judged, clarifies, waiting.includes(id), {
      courtesy,
      tabled: tables.length > 0,
    }),
  }));
  const span = judged.evidence.find((e) => e.what.startsWith('tone'));
  const { hold } = judged;
  const holdSpan = judged.evidence.find((e) => e.what === 'hold');
  return {
    turn: turn.number,
    messages: turn.messages.map((m) => m.id),
    text: words.text,
    customer: c.lastBurst.join('\n'),
    beat: c.beat?.id ?? '',
    firstAt: turn.messages[0]?.at ?? turn.actions[0]?.at ?? at,
    lastAt: turn.messages.at(-1)?.at ?? turn.actions.at(-1)?.at ?? at,
    points: notes,
    questions,
    tone: judged.tone,
    toneConfidence: judged.toneConfidence,
    toneQuote: span ? quoteAt(words, span.start, span.end) : null,
    acts: judged.acts,
    redLines: turnRedLines(turn, words, answer, notes),
    hold: hold && { seconds: hold.seconds, quote: holdSpan ? quoteAt(words, holdSpan.start, holdSpan.end) : null },
    asked,
    askedAgain,
    canned: quickReplyNotes(c, words, notes, answer, draws),
    unfilled: answer.unfilled,
    stacking: judged.stacking,
    corrects: judged.corrects,
    crossTalk: answer.crossTalk,
    forbiddenWords: cast.scenario.forbids.flatMap((f, forbid) =>
      f.act && judged.acts.includes(f.act) ? [{ forbid, quote: quoteAt(words, 0, words.text.length) }] : [],
    ),
    ...aheadIn(judged, heard, notes, words),
    ...claimsIn(c, cast, step.content.actions, words, judged),
    ...overreachIn(words, answer, notes),
    ...figuresIn(answer, c),
    ...touchedIn(answer, notes),
    ...topicsOf(answer, c, cast, turn, asking),
    owed: waiting.length > 0 || c.windows.some((w) => w.beat !== null && w.fromAt <= lastSaidAt),
  };
};
