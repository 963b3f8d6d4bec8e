/** What was said of an exam's typing, as its trainee and the staff read it (RULES O25). */
import { appealsLeft } from '#classroom/papers/appeals-left.ts';
import { appealIn } from '#classroom/papers/read-paper.ts';
import type { OwnTyping, TypingDispute, TypingRuled } from '#contract/exams/typing.ts';
import { say } from '#i18n/say.ts';
import type { StoredTypingAppeal, StoredTypingRuling } from '#storage/exams.ts';
import type { Storage } from '#storage/storage.ts';
import type { SeatMarks } from './seat-marks.ts';

/** With the names of who ruled, as they are today. */
export const shownDispute = async (
  { people }: Pick<Storage, 'people'>,
  dispute: StoredTypingAppeal | null,
): Promise<TypingDispute | null> => {
  if (dispute === null) return null;
  const named = async (ruling: StoredTypingRuling | null): Promise<TypingRuled | null> =>
    ruling && { ...ruling, by: (await people.person(ruling.by))?.name ?? say('data:deleted') };
  const earlier: TypingDispute['earlier'] = [];
  for (const one of dispute.earlier) earlier.push({ appeal: appealIn(one), ruling: await named(one.ruling) });
  return { appeal: appealIn(dispute), ruling: await named(dispute.ruling), waits: dispute.waits, earlier };
};

/** The seat's own trainee's, once its results are published. */
export const ownTyping = async ({ people, typingAppeals }: Storage, own: SeatMarks): Promise<OwnTyping | null> => {
  const { typed, typingMark, seat } = own;
  if (typed === null || typingMark === null) return null;
  const stored = await typingAppeals.ofSeat(seat.id);
  const dispute = await shownDispute({ people }, stored);
  const hasLost = typingMark < 100 && !own.isTypingAside;
  return {
    ...{ mark: typingMark, figures: typed, dispute },
    mayAppeal: hasLost && dispute?.waits !== true && appealsLeft(stored) > 0,
  };
};
