/** Appeals about questions of a published paper, and what the teacher rules (RULES X21, X22). */
import type { z } from 'zod';
import { trimmedText } from '#classroom/review/report-places.ts';
import { APPEAL_MOST, APPEALS_AT_PLACE } from '#contract/discussion.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { paperAppealSchema, paperRulingSchema } from '#contract/papers/appeals.ts';
import { type PaperSource, seatPaper } from '#drills/papers/draw.ts';
import { creditsOf } from '#drills/papers/marks.ts';
import type { Sitting } from '#storage/papers.ts';
import type { Run, Seat } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';
import { appealsLeft, notWaiting } from './appeals-left.ts';
import { givenIn } from './given.ts';
import { isPaperPublished, type PaperTimes } from './paper-state.ts';
import { ruledIn } from './read-paper.ts';
import { isAskedElsewhere } from './seat-paper.ts';

type View = { run: Run; seat: Seat; sitting: Sitting | null; source: PaperSource; times: PaperTimes; now: number };

const MIN_REASON_CHARACTERS = 2;
const MAX_REASON_CHARACTERS = 300;

/**
 * By the seat's own trainee, while the question is shown to them and has lost something, one at a time and as often as in
 * a report.
 */
export const appealQuestion = async (
  storage: Storage,
  { run, seat, sitting, source, times, now }: View,
  { question, text }: z.infer<typeof paperAppealSchema>,
): Promise<Reply<null>> => {
  const isShown = sitting !== null && isPaperPublished(run, times);
  if (!isShown || (await isAskedElsewhere(storage, run, source, now))) return refused('paper-unpublished');
  const paper = seatPaper(source, seat.id);
  if (!paper.some(({ id }) => id === question)) return refused('bad-request', 'question');
  const disputes = await storage.paperAppeals.ofSeat(seat.id);
  const earlier = disputes.find((one) => one.question === question) ?? null;
  if (earlier?.waits) return refused('appeal-open');
  const credits = creditsOf(paper, givenIn(await storage.papers.answers(seat.id)), ruledIn(disputes));
  if (credits.get(question) === 1) return refused('appeal-nothing-lost');
  if (appealsLeft(earlier) === 0) return refused('appeal-too-often', String(APPEALS_AT_PLACE));
  const words = trimmedText(text, APPEAL_MOST);
  if (!words.ok) return words;
  const stored = { seat: seat.id, run: run.id, question, text: words.value, at: now };
  return (await storage.paperAppeals.add(stored)) ? { ok: true, value: null } : refused('appeal-open');
};

/** By its own trainee, while nobody has ruled on it. */
export const withdrawQuestion = async (
  storage: Storage,
  { run, seat, now }: Pick<View, 'run' | 'seat' | 'now'>,
  question: string,
): Promise<Reply<null>> => {
  if (await storage.paperAppeals.withdraw({ seat: seat.id, run: run.id, question }, now))
    return { ok: true, value: null };
  return notWaiting((await storage.paperAppeals.ofSeat(seat.id)).find((one) => one.question === question) ?? null);
};

/** With a reason, once the seat can answer no more; a later ruling takes the place of an earlier one. */
export const ruleQuestion = async (
  storage: Storage,
  { run, seat, source, times, now }: View,
  by: string,
  { question, credit, reason }: z.infer<typeof paperRulingSchema>,
): Promise<Reply<null>> => {
  if (!times.isOver) return refused('paper-sat');
  if (!seatPaper(source, seat.id).some(({ id }) => id === question)) return refused('bad-request', 'question');
  if (reason.trim().length < MIN_REASON_CHARACTERS) return refused('reason-missing');
  const words = trimmedText(reason, MAX_REASON_CHARACTERS);
  if (!words.ok) return words;
  await storage.paperAppeals.rule({ seat: seat.id, run: run.id, question, credit, reason: words.value, by, at: now });
  return { ok: true, value: null };
};
