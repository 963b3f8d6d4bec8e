/** Appeals about questions of a published paper, and what the teacher rules (RULES X21, X22). */
import type { z } from 'zod';
import { trimmedText } from '#classroom/review/report-places.ts';
import { APPEAL_MOST } from '#contract/discussion.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { paperAppealSchema, paperRulingSchema } from '#contract/papers/appeals.ts';
import { type PaperSource, seatPaper } from '#drills/papers/draw.ts';
import { creditsOf } from '#drills/papers/marks.ts';
import type { Sitting } from '#storage/papers.ts';
import type { Run, Seat } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';
import { givenIn } from './given.ts';
import { isPaperPublished, type PaperTimes } from './paper-state.ts';
import { isAskedElsewhere } from './seat-paper.ts';

type View = { run: Run; seat: Seat; sitting: Sitting | null; source: PaperSource; times: PaperTimes; now: number };

const MIN_REASON_CHARACTERS = 2;
const MAX_REASON_CHARACTERS = 300;

/** Once about a question at a seat, by its own trainee, while the question is shown to them and has lost something. */
export async function appealQuestion(
  storage: Storage,
  { run, seat, sitting, source, times, now }: View,
  { question, text }: z.infer<typeof paperAppealSchema>,
): Promise<Reply<null>> {
  const isShown = sitting !== null && isPaperPublished(run, times);
  if (!isShown || (await isAskedElsewhere(storage, run, source, now))) return refused('paper-unpublished');
  const paper = seatPaper(source, seat.id);
  if (!paper.some(({ id }) => id === question)) return refused('bad-request', 'question');
  const earlier = (await storage.paperAppeals.ofSeat(seat.id)).find((one) => one.question === question);
  if (earlier !== undefined) return earlier.ruling === null ? refused('appeal-open') : settled(earlier.ruling.reason);
  const credits = creditsOf(paper, givenIn(await storage.papers.answers(seat.id)));
  if (credits.get(question) === 1) return refused('appeal-nothing-lost');
  const words = trimmedText(text, APPEAL_MOST);
  if (!words.ok) return words;
  const stored = { seat: seat.id, run: run.id, question, text: words.value, at: now };
  return (await storage.paperAppeals.add(stored)) ? { ok: true, value: null } : refused('appeal-open');
}

const settled = (reason: string): Reply<never> => refused('appeal-settled', reason);

/** With a reason, once the seat can answer no more; a later ruling takes the place of an earlier one. */
export async function ruleQuestion(
  storage: Storage,
  { run, seat, source, times, now }: View,
  by: string,
  { question, credit, reason }: z.infer<typeof paperRulingSchema>,
): Promise<Reply<null>> {
  if (!times.isOver) return refused('paper-sat');
  if (!seatPaper(source, seat.id).some(({ id }) => id === question)) return refused('bad-request', 'question');
  if (reason.trim().length < MIN_REASON_CHARACTERS) return refused('reason-missing');
  const words = trimmedText(reason, MAX_REASON_CHARACTERS);
  if (!words.ok) return words;
  await storage.paperAppeals.rule({ seat: seat.id, run: run.id, question, credit, reason: words.value, by, at: now });
  return { ok: true, value: null };
}
