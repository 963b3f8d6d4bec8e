/** The notes a turn's log holds of points: those its open questions ask for, and those told wrong unasked (RULES T3, T33). */
import type { Conversation } from '#engine/model/drill.ts';
import type { PointNote } from '#engine/model/events.ts';
import type { JudgeAnswer } from '#engine/model/judge-request.ts';
import type { Cast } from '#engine/prepare/cast.ts';
import { quoteAt, type TurnText } from '#engine/state/turn-text.ts';
import type { Judgement } from '#language/judgement.ts';
import { POLICY } from '#language/terms/policy.ts';
import type { PointVerdict } from '#language/terms/verdicts.ts';
import type { OpenQuestions } from './open-questions.ts';

/**
 * How surely (0–1) a point must be told to count. 0 for a point told before, and for one that an open window asks to
 * have read back: neither gains anything by it.
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

/** The figure a point was told with, where there is one. */
export const figureOf = ({ figure }: PointVerdict): Pick<PointNote, 'figure'> =>
  figure === undefined ? {} : { figure };

/** The note stored for each point that this turn spoke of. */
export const pointNotes = (
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
    // A point is stored as uncertain only where an answer is still owed: doubt about what nobody has asked accuses nobody.
    const owed = prepared.question !== null && heard.open.includes(prepared.question.id);
    const unsure =
      v.state === 'wrong'
        ? v.confidence < POLICY.wrong.told
        : v.state === 'covered' && v.confidence < leastOf(v.id, owed, c, cast);
    const state = unsure ? 'not-recognised' : v.state;
    if (state === 'not-recognised' && !owed) return [];
    // A point nobody asks about is noted as wrong once.
    if (state === 'wrong' && !asked && c.points[v.id] === 'wrong') return [];
    // Likeness alone doesn't take back what was told right (RULES T33).
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

/** Points told wrong that nobody asks for, each once: said again, it is the same fault. */
export const unaskedNotes = (
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
