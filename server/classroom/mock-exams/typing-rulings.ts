/** Appeals about an exam's typing, and what the teacher rules: its figure stays, or the sitting counts as none (RULES O25, O26). */
import type { z } from 'zod';
import { isSat } from '#classroom/exam-parts/seat-parts.ts';
import { classNameOf } from '#classroom/lesson/run-body.ts';
import { appealsLeft, notWaiting } from '#classroom/papers/appeals-left.ts';
import type { ResultsNeeds } from '#classroom/results/run-drills.ts';
import { trimmedText } from '#classroom/review/report-places.ts';
import type { Principal } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import { APPEAL_MOST, APPEALS_AT_PLACE } from '#contract/discussion.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { ReadTyping, typingAppealSchema, typingRulingSchema } from '#contract/exams/typing.ts';
import { seatTexts } from '#drills/typing/seat-texts.ts';
import type { Run } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';
import { contentOf } from './exam-content.ts';
import { examPhase } from './seat-exam.ts';
import { type SeatMarks, seatMarksOf } from './seat-marks.ts';
import { shownDispute } from './typing-dispute.ts';

export type TypingRulings = {
  /** By the seat's own trainee, one at a time, while its mark is shown to them and has lost something. */
  appeal(seatId: string, principal: Principal, appeal: z.infer<typeof typingAppealSchema>): Promise<Reply<null>>;
  /** By the same, while nobody has ruled on it. */
  withdraw(seatId: string, principal: Principal): Promise<Reply<null>>;
  read(seatId: string): Promise<Reply<ReadTyping>>;
  /** With a reason; a later ruling takes the place of an earlier one. */
  rule(seatId: string, staffId: string, ruling: z.infer<typeof typingRulingSchema>): Promise<Reply<ReadTyping>>;
};

const MIN_REASON_CHARACTERS = 2;
const MAX_REASON_CHARACTERS = 300;

type Needs = ResultsNeeds & { clock: Pick<Clock, 'now'> };

export const createTypingRulings = (needs: Needs, onChange: (run: string, seat: string) => void): TypingRulings => {
  const { storage, clock } = needs;
  const { runs, typingAppeals } = storage;
  const found = async (seatId: string): Promise<{ run: Run; own: SeatMarks } | null> => {
    const seat = await runs.seat(seatId);
    const run = seat === null ? null : await runs.run(seat.run);
    const [own] = run === null ? [] : await seatMarksOf(needs, run, clock.now(), [seatId]);
    return run === null || own === undefined || !hasTyping(own) ? null : { run, own };
  };
  const read = async (seatId: string): Promise<Reply<ReadTyping>> => {
    const place = await found(seatId);
    if (place === null) return refused('exam-none');
    return isDone(place.own) ? { ok: true, value: await readTyping(storage, place) } : refused('typing-going');
  };
  return {
    read,
    appeal: async (seatId, principal, { text }) => {
      const place = await found(seatId);
      if (place === null) return refused('exam-none');
      const { run, own } = place;
      if (examPhase(own.view, own.seat, principal, clock.now()) === 'elsewhere') return refused('paper-elsewhere');
      if (run.publishedAt === null || !isSat(own.view.parts)) return refused('paper-unpublished');
      const earlier = await typingAppeals.ofSeat(seatId);
      if (earlier?.waits) return refused('appeal-open');
      if (own.typed === null || own.typingMark === 100 || own.isTypingAside) return refused('appeal-nothing-lost');
      if (appealsLeft(earlier) === 0) return refused('appeal-too-often', String(APPEALS_AT_PLACE));
      const words = trimmedText(text, APPEAL_MOST);
      if (!words.ok) return words;
      const isAdded = await typingAppeals.add({ seat: seatId, run: run.id, text: words.value, at: clock.now() });
      if (!isAdded) return refused('appeal-open');
      onChange(run.id, seatId);
      return { ok: true, value: null };
    },
    withdraw: async (seatId, principal) => {
      const place = await found(seatId);
      if (place === null) return refused('exam-none');
      const { run, own } = place;
      if (examPhase(own.view, own.seat, principal, clock.now()) === 'elsewhere') return refused('paper-elsewhere');
      if (!(await typingAppeals.withdraw({ seat: seatId, run: run.id }, clock.now())))
        return notWaiting(await typingAppeals.ofSeat(seatId));
      onChange(run.id, seatId);
      return { ok: true, value: null };
    },
    rule: async (seatId, by, { aside, reason }) => {
      const place = await found(seatId);
      if (place === null) return refused('exam-none');
      if (!isDone(place.own)) return refused('typing-going');
      if (reason.trim().length < MIN_REASON_CHARACTERS) return refused('reason-missing');
      const words = trimmedText(reason, MAX_REASON_CHARACTERS);
      if (!words.ok) return words;
      const ruling = { aside, reason: words.value, by, at: clock.now() };
      await typingAppeals.rule({ seat: seatId, run: place.run.id, ...ruling });
      onChange(place.run.id, seatId);
      return await read(seatId);
    },
  };
};

const partIn = ({ view }: Pick<SeatMarks, 'view'>) => view.parts.find(({ kind }) => kind === 'typing');
const hasTyping = (own: SeatMarks): boolean => partIn(own) !== undefined;
const isDone = (own: SeatMarks): boolean => partIn(own)?.state === 'done';

const readTyping = async (storage: Storage, { run, own }: { run: Run; own: SeatMarks }): Promise<ReadTyping> => {
  const { seat, view, typed, typingMark } = own;
  const part = partIn(own);
  const typing = (await contentOf(storage, run.id))?.typing ?? null;
  const texts = typing === null ? [] : seatTexts(typing, run.seed, seat.id);
  const stands = view.begun.typing?.typed ?? [];
  return {
    seat: { id: seat.id, no: seat.no, name: seat.name },
    run: { id: run.id, name: run.name, className: await classNameOf(storage, run) },
    ...{ minutes: part?.minutes ?? 0, begunAt: part?.begunAt ?? null, endedAt: part?.endedAt ?? null },
    ...{ mark: typingMark, figures: typed },
    texts: stands.map((one, place) => ({ text: texts[place % Math.max(1, texts.length)]?.text ?? '', typed: one })),
    ...{ left: view.begun.typing?.left ?? 0, pasted: view.begun.typing?.pasted ?? 0 },
    devices: (await storage.runs.log(run.id)).filter(({ kind, seat: of }) => kind === 'approve' && of === seat.id)
      .length,
    isOnlyPart: view.plan.of === undefined && view.plan.parts.length === 1,
    dispute: await shownDispute(storage, await storage.typingAppeals.ofSeat(seat.id)),
  };
};
