/** What was said of an exam's typing, as its trainee and the staff read it (RULES O25). */
import type { OwnTyping, TypingDispute } from '#contract/exams/typing.ts';
import { say } from '#i18n/say.ts';
import type { StoredTypingAppeal } from '#storage/exams.ts';
import type { Storage } from '#storage/storage.ts';
import type { SeatMarks } from './seat-marks.ts';

/** With the name of who ruled, as it is today. */
export async function shownDispute(
  { people }: Pick<Storage, 'people'>,
  dispute: StoredTypingAppeal | null,
): Promise<TypingDispute | null> {
  if (dispute === null) return null;
  const { text, at, ruling } = dispute;
  const by = ruling === null ? null : ((await people.person(ruling.by))?.name ?? say('data:deleted'));
  return {
    appeal: text === null || at === null ? null : { text, at },
    ruling: ruling === null || by === null ? null : { aside: ruling.aside, reason: ruling.reason, at: ruling.at, by },
  };
}

/** The seat's own trainee's, once its results are published. */
export async function ownTyping({ people, typingAppeals }: Storage, own: SeatMarks): Promise<OwnTyping | null> {
  const { typed, typingMark, seat } = own;
  if (typed === null || typingMark === null) return null;
  const dispute = await shownDispute({ people }, await typingAppeals.ofSeat(seat.id));
  return { mark: typingMark, figures: typed, dispute, mayAppeal: dispute === null && typingMark < 100 };
}
