/** The typing of a mock exam sat alone: stored while it is typed and counted here, as a class's is (RULES O5). */
import { endAt, GRACE_MS, typingPhase } from '#classroom/mock-exams/typing-part.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { Typed, TypingSeat } from '#contract/exams/typing.ts';
import { seatTexts } from '#drills/typing/seat-texts.ts';
import { say } from '#i18n/say.ts';
import type { PrivateWork } from '#storage/exams.ts';
import type { PrivateView } from './private-view.ts';

export const typingBody = ({ exam, content, parts }: PrivateView, now: number): TypingSeat => {
  const part = parts.find(({ kind }) => kind === 'typing');
  const isGoing = part?.state === 'going';
  const texts = isGoing ? seatTexts({ texts: content.typing.texts, first: null }, content.seed, exam.id) : [];
  const { typing } = exam.work;
  return {
    phase: typingPhase(part?.state ?? 'missed'),
    seat: { id: exam.id, name: '' },
    exam: say('school:privateExam'),
    ...{ minutes: part?.minutes ?? 0, ms: part?.ms ?? 0, begunAt: part?.begunAt ?? null },
    texts: texts.map(({ id, text }) => ({ id, text })),
    typed: isGoing ? [...(typing?.typed ?? [])] : [],
    ...{ left: typing?.left ?? 0, pasted: typing?.pasted ?? 0, now },
  };
};

export const begunTyping = ({ exam: { work }, parts }: PrivateView, now: number): Reply<PrivateWork> => {
  const state = parts.find(({ kind }) => kind === 'typing')?.state;
  if (state === 'done' || state === 'missed') return refused('part-over');
  if (state === 'locked') return refused('part-locked');
  const begun = { begunAt: now, endedAt: null, typed: [], left: 0, pasted: 0 };
  return { ok: true, value: { ...work, typing: work.typing ?? begun } };
};

export const putTyped = (
  { exam: { work }, parts }: PrivateView,
  { typed, left, pasted, done }: Typed,
  now: number,
): Reply<PrivateWork> => {
  const part = parts.find(({ kind }) => kind === 'typing');
  const { typing } = work;
  if (part === undefined || typing === null) return refused('part-locked');
  // What stood there when the time was up comes a little later; one that was handed in takes no more.
  const isLate = part.state === 'done' && typing.endedAt === null && now <= (part.begunAt ?? 0) + part.ms + GRACE_MS;
  if (part.state !== 'going' && !isLate) return refused('part-over');
  const endedAt = done || isLate ? endAt(part, now) : null;
  return { ok: true, value: { ...work, typing: { ...typing, typed, left, pasted, endedAt } } };
};
