/** The notes a turn's log holds of points: those its open questions ask for, and those told wrong unasked (RULES T3, T33). */
import type { Conversation } from '#engine/model/drill.ts';
import type { JudgeAnswer } from '#engine/model/judge-request.ts';
import type { PointNote } from '#engine/model/turn-judgement.ts';
import type { PreparedCase } from '#engine/prepare/prepared-content.ts';
import { quoteAt, type TurnText } from '#engine/state/turn-text.ts';
import type { Judgement } from '#language/judgement.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import type { PointVerdict } from '#language/terms/verdicts.ts';
import type { OpenQuestions } from './open-questions.ts';

/**
 * How surely (0–1) a point must be told to count. 0 for a point told before, and for one that an open window asks to
 * have read back: neither gains anything by it.
 */
const leastOf = (id: string, owed: boolean, conversation: Conversation, preparedCase: PreparedCase): number => {
  const isAwaited = conversation.windows.some((window) => {
    const beat = window.beat === null ? null : preparedCase.beats.get(window.beat);
    return beat?.window?.points.includes(id) || beat?.points.some((point) => point.id === id);
  });
  if (isAwaited || conversation.points[id] === 'covered') return 0;
  if (!owed) return VERDICT_THRESHOLDS.volunteered.told;
  return preparedCase.points.get(id)?.point.must ? 0 : VERDICT_THRESHOLDS.bonus.told;
};

/** The figure a point was told with, where there is one. */
export const figureOf = ({ figure }: PointVerdict): Pick<PointNote, 'figure'> =>
  figure === undefined ? {} : { figure };

/** The note stored for each point that this turn spoke of. */
export const pointNotes = (
  judged: Judgement,
  open: OpenQuestions,
  conversation: Conversation,
  preparedCase: PreparedCase,
  words: TurnText,
): PointNote[] =>
  judged.points.flatMap((verdict): PointNote[] => {
    const prepared = preparedCase.points.get(verdict.id);
    if (!prepared || verdict.state === 'not-addressed') return [];
    const asked = open.asked.has(verdict.id);
    // A point is stored as uncertain only where an answer is still owed: doubt about what nobody has asked accuses nobody.
    const isOwed = prepared.question !== null && open.openIds.includes(prepared.question.id);
    const isUnsure =
      verdict.state === 'wrong'
        ? verdict.confidence < VERDICT_THRESHOLDS.wrong.told
        : verdict.state === 'covered' && verdict.confidence < leastOf(verdict.id, isOwed, conversation, preparedCase);
    const state = isUnsure ? 'not-recognised' : verdict.state;
    if (state === 'not-recognised' && !isOwed) return [];
    // A point nobody asks about is noted as wrong once.
    if (state === 'wrong' && !asked && conversation.points[verdict.id] === 'wrong') return [];
    // What was told right is taken back by a sure answer while its question is open, or by an author's wrong one (RULES T275).
    const isTakenBack =
      (isOwed || verdict.wrongId !== undefined) &&
      !verdict.alike &&
      verdict.confidence >= VERDICT_THRESHOLDS.unasked.alone;
    if (state === 'wrong' && conversation.points[verdict.id] === 'covered' && !isTakenBack) return [];
    if (
      state === 'wrong' &&
      !asked &&
      (verdict.confidence < VERDICT_THRESHOLDS.volunteered.told || open.later.has(verdict.id))
    )
      return [];
    return [
      {
        point: verdict.id,
        question: prepared.question?.id ?? null,
        state,
        wrongId: state === 'wrong' ? (verdict.wrongId ?? null) : null,
        asked,
        corrected: state === 'covered' && conversation.points[verdict.id] === 'wrong',
        confidence: verdict.confidence,
        quote: quoteAt(words, verdict.start, verdict.end),
        rule: verdict.rule,
        ...figureOf(verdict),
        ...(state === 'wrong' && verdict.alike ? { alike: true as const } : {}),
        ...(state === 'not-recognised' && (verdict.state === 'wrong' || verdict.leansWrong)
          ? { leans: 'wrong' as const }
          : {}),
      },
    ];
  });

/** Points told wrong that nobody asks for, each once: said again, it is the same fault. */
export const unaskedNotes = (
  { unasked = [] }: JudgeAnswer,
  notes: readonly PointNote[],
  open: OpenQuestions,
  conversation: Conversation,
  preparedCase: PreparedCase,
  words: TurnText,
): PointNote[] =>
  unasked
    .filter(
      ({ id }) =>
        conversation.points[id] !== 'wrong' &&
        conversation.points[id] !== 'covered' &&
        !notes.some(({ point, state }) => point === id && state === 'wrong'),
    )
    .map(({ id, confidence, start, end, rule, wrongId }) => ({
      point: id,
      question: preparedCase.points.get(id)?.question?.id ?? null,
      state: 'wrong',
      wrongId: wrongId ?? null,
      asked: open.asked.has(id),
      corrected: false,
      confidence,
      quote: quoteAt(words, start, end),
      rule,
    }));
