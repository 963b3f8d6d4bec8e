/** What one turn amounts to, judged once when it closes and stored whole (RULES T2–T9). */
import { similarity, unfilledVariables } from '#language/canned.ts';
import { asksFor } from '#language/cues.ts';
import { judge } from '#language/judge.ts';
import { type Answer, type Judgement, SURE_WRONG } from '#language/judgement.ts';
import { isTable } from '#language/tables.ts';
import { cannedNotes } from './canned-notes.ts';
import { isCourtesy } from './courtesy.ts';
import type { Conversation, OpenTurn } from './drill.ts';
import type { DrillMs, PointNote, TurnJudgement } from './events.ts';
import { type Listening, listen } from './listening.ts';
import type { Cast } from './prepare.ts';
import { castOf, conversation, type Step } from './step.ts';
import { turnRedLines } from './turn-red-lines.ts';
import { quoteAt, type TurnText, turnText } from './turn-text.ts';

/** What nobody waits for (volunteered, or of a question settled long ago), or a point of another case: only when sure. */
const SURE = 0.8;
/** 鞋摊32.9 is near 按价分摊是本店承诺的 and doesn't say it: what earns extra must be told more surely than what is owed. */
const SURE_BONUS = 0.7;

type QuestionAnswer = TurnJudgement['questions'][number]['answer'];

/**
 * What a turn answers: the questions still open (the last burst may only have told a fact), what the customer said last,
 * and what the desk shows beside it: acts such as a payment reminder can't be told without.
 */
const customerText = (c: Conversation, questions: readonly string[]): string => {
  const events: string[] = [];
  if (c.orders.some((o) => o.status === 'unpaid')) events.push('（未付款）');
  // Whoever goes off to think it over is to be won back like one who fell silent.
  if (c.quietUntil !== null || c.windows.some((w) => w.kind === 'follow-up')) events.push('（没回）');
  if (c.windows.some((w) => w.kind === 'goodbye')) events.push('（聊完了）');
  return [...questions, ...c.lastBurst, ...events].join('\n');
};

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
  if (!owed) return SURE;
  return cast.points.get(id)?.point.must ? 0 : SURE_BONUS;
};

const pointNotes = (judged: Judgement, heard: Listening, c: Conversation, cast: Cast, words: TurnText): PointNote[] =>
  judged.points.flatMap((v): PointNote[] => {
    const prepared = cast.points.get(v.id);
    if (!prepared || v.state === 'not-addressed') return [];
    const asked = heard.asked.has(v.id);
    // Uncertainty counts only where an answer is still owed; doubt about what nobody has asked accuses nobody.
    const owed = prepared.question !== null && heard.open.includes(prepared.question.id);
    const state = v.state === 'wrong' && v.confidence < SURE_WRONG ? 'not-recognised' : v.state;
    if (state === 'not-recognised' && !owed) return [];
    if (state === 'wrong' && !asked && v.confidence < SURE) return [];
    if (state === 'covered' && v.confidence < leastOf(v.id, owed, c, cast)) return [];
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
      },
    ];
  });

/** The state of one open question after this turn (DESIGN, Words: ledger). */
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

const crossTalk = (step: Step, key: string, words: TurnText, judged: Judgement): TurnJudgement['crossTalk'] => {
  const own = conversation(step, key);
  const here = judged.points.some((p) => p.state === 'covered' || p.state === 'wrong');
  // A size is of a kind with the sum asked for here, and still answers nobody but the one who asked for a size. That
  // much is said only where the other waits for it, and no point of this case is anywhere near.
  const alike = judged.questions.some((q) => q.touch === 'content');
  if (alike && judged.points.some((p) => p.state === 'not-recognised')) return null;
  // Parting words (到了不合适随时找我) fit every customer.
  if (here || words.text.length < 6 || judged.acts.includes('goodbye')) return null;
  const sure = (cast: Cast): string[] =>
    judge({ reply: words.text, points: [...cast.points.values()].map((p) => p.compiled) })
      .points.filter((p) => p.state === 'covered' && p.confidence >= SURE)
      .map((p) => p.id);
  for (const other of step.drill.order) {
    const c = step.drill.conversations[other];
    if (!c || other === key || c.status === 'queued' || c.scenario === own.scenario) continue;
    const cast = castOf(step, other);
    const waits = alike ? listen(c, cast).open.flatMap((id) => cast.questions.get(id)?.pointIds ?? []) : [];
    const points = sure(cast);
    if (points.length === 0 || (alike && !points.some((id) => waits.includes(id)))) continue;
    // Two cases may share a fact (包邮): said ahead of its question here, it is no mix-up.
    return sure(castOf(step, key)).length > 0 ? null : { conversation: other, points };
  }
  return null;
};

/** Judges the open turn of a conversation at `at`. Reads the drill, changes nothing. */
export const judgeTurn = (step: Step, key: string, turn: OpenTurn, at: DrillMs): TurnJudgement => {
  const c = conversation(step, key);
  const cast = castOf(step, key);
  const words = turnText(turn);
  const heard = listen(c, cast);
  const asking = heard.open;
  const openQuestions = asking.map((id) => ({
    id,
    text: cast.questions.get(id)?.question.text ?? '',
    pointIds: cast.questions.get(id)?.pointIds ?? [],
  }));
  // A question left behind isn't what these words answer: 退 said now is no longer about the shirt asked of then.
  const beat = c.beat && cast.beats.get(c.beat.id);
  const here = beat ? [...beat.asks.map((q) => q.id), ...(beat.recalls ? [beat.recalls] : [])] : [];
  const judged = judge({
    reply: words.text,
    customer: customerText(
      c,
      openQuestions.filter((q) => here.includes(q.id)).map((q) => q.text),
    ),
    points: heard.points.map((p) => p.compiled),
    questions: openQuestions,
  });
  const tables = words.said.filter((m) => isTable(m.text)).map((m) => m.id);
  const notes = judged.stacking
    ? []
    : pointNotes(judged, heard, c, cast, words).filter((n) => !tables.includes(n.quote.message));
  const asked = [...cast.facts.values()].flatMap((f) => {
    const span = words.text === '' ? null : asksFor(words.text, f.cues);
    return span ? [{ fact: f.id, quote: quoteAt(words, span.start, span.end), again: c.told.includes(f.id) }] : [];
  });
  const askedAgain = [
    ...asked.filter((a) => a.again).map((a) => ({ what: a.fact, quote: a.quote })),
    ...cast.scenario.customer.said.flatMap((what) => {
      const span = words.text === '' ? null : asksFor(words.text, [what]);
      return span ? [{ what, quote: quoteAt(words, span.start, span.end) }] : [];
    }),
  ];
  const draws = asked.some((a) => !a.again);
  const lastSaidAt = words.said.at(-1)?.at ?? -1;
  // 不是都写着吗，自己不会看啊 asks nothing.
  const snaps = judged.tone === 'impatient' || judged.tone === 'hostile';
  const clarifies = draws || (judged.asks && !snaps && judged.acts.includes('ask-info') && askedAgain.length === 0);
  const waiting = asking.filter((id) => (c.ledger[id]?.openedAt ?? Number.POSITIVE_INFINITY) <= lastSaidAt);
  const courtesy = isCourtesy(words.text, judged.acts);
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
    redLines: turnRedLines({ c, cast, turn, words }, judged, notes),
    hold: hold && { seconds: hold.seconds, quote: holdSpan ? quoteAt(words, holdSpan.start, holdSpan.end) : null },
    asked,
    askedAgain,
    canned: cannedNotes(c, words, notes, judged, draws),
    unfilled: words.said.flatMap((m) =>
      unfilledVariables(m.text).map((u) => ({ name: u.name, quote: { message: m.id, start: u.start, end: u.end } })),
    ),
    stacking: judged.stacking,
    corrects: judged.corrects,
    crossTalk: words.text === '' || judged.stacking ? null : crossTalk(step, key, words, judged),
    forbiddenWords: cast.scenario.forbids.flatMap((f, forbid) =>
      f.act && judged.acts.includes(f.act) ? [{ forbid, quote: quoteAt(words, 0, words.text.length) }] : [],
    ),
    owed: waiting.length > 0 || c.windows.some((w) => w.beat !== null && w.fromAt <= lastSaidAt),
  };
};

/** Whether two of the trainee's own messages are the same words again (频繁). */
export const sameWords = (a: string, b: string): boolean => a.length >= 6 && b.length >= 6 && similarity(a, b) >= 0.9;
