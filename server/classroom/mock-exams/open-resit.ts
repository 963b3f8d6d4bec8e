/** Opens for seats what they failed once more: a run of its own, with other questions, texts and customers (RULES O7). */
import { partsToResit } from '#classroom/exam-parts/weighing.ts';
import { emptySeat } from '#classroom/lesson/new-run.ts';
import type { ResultsNeeds } from '#classroom/results/run-drills.ts';
import { entryOf } from '#classroom/run-log/run-entries.ts';
import type { SignedIn } from '#common/access.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { NewPart } from '#contract/exams/parts.ts';
import type { PartKind } from '#contract/plans/exam.ts';
import type { SchoolCatalog } from '#drills/catalog/catalog.ts';
import { examTexts } from '#drills/typing/exam-texts.ts';
import { say } from '#i18n/say.ts';
import type { Run, Seat } from '#storage/runs.ts';
import { contentOf, partOf } from './exam-content.ts';
import { hadBefore, type Sat } from './had-before.ts';
import { otherPaper } from './other-paper.ts';
import { againOf, markWithResits, seatMarksOf } from './seat-marks.ts';
import { type SetNeeds, storeExam } from './set-exam.ts';

type Needs = SetNeeds & ResultsNeeds;
type Asked = { seats: readonly string[]; opensAt: number; dueAt: number };
/** `extraPercent`: what the seat had last, at the first exam or at a re-sit of it. */
type Failed = { seat: Seat; parts: PartKind[]; extraPercent: number; sat: Sat[] };

export const openResit = async (
  needs: Needs,
  run: Run,
  staff: Pick<SignedIn, 'id' | 'school'>,
  asked: Asked,
): Promise<Reply<Run>> => {
  const { storage, clock } = needs;
  const { runs } = storage;
  const { exam } = run.plan;
  const content = await contentOf(storage, run.id);
  if (exam === undefined || content === null) return refused('exam-none');
  if (exam.of !== undefined) return refused('exam-resit');
  if (run.publishedAt === null) return refused('exam-not-published');
  const failed = await failedIn(needs, run, asked.seats);
  if (failed.length === 0) return refused('nobody-failed');
  const kinds = new Set(failed.flatMap(({ parts }) => parts));
  const earlier = await storage.exams.resitRuns(run.id);
  const round = earlier.length + 1;
  const paper = partOf(content.parts, 'paper');
  const drawn = paper === undefined ? null : await otherPaper(needs, run, paper, { round, earlier });
  const parts: NewPart[] = [];
  for (const part of content.parts) {
    if (!kinds.has(part.kind)) continue;
    if (part.kind !== 'paper') parts.push(await anotherPart(needs, run, { part, round }));
    else if (drawn !== null) parts.push({ ...part, seed: drawn.seed });
  }
  // By the failed seat: both lists are made of it once the run has an id.
  const seatsIn = new Map<string, Seat>();
  const newSeats = (id: string): Seat[] =>
    failed.map(({ seat }, place) => {
      const made = { ...seat, ...emptySeat(id, seat.school), place, guest: seat.guest };
      const joinedAt = seat.guest === null ? null : clock.now();
      seatsIn.set(seat.id, { ...made, joinedAt });
      return { ...made, joinedAt };
    });
  const { pass, excellent, each, counts, sitting } = exam;
  // What nobody sits again takes no time of the sitting.
  const unsat = exam.parts.filter(({ kind }) => !kinds.has(kind)).reduce((sum, { minutes }) => sum + minutes, 0);
  const again = sitting === undefined ? {} : { sitting: sitting - unsat };
  const name = say('exports:exam.resit', { name: run.name, n: round });
  const stored = await storeExam(
    needs,
    staff,
    {
      ...{ name, classId: run.classId, parts, pass, excellent, each, counts, ...again },
      ...{ opensAt: asked.opensAt, dueAt: asked.dueAt },
    },
    {
      run: run.id,
      seats: newSeats,
      without: drawn?.without ?? new Set(),
      had: () => hadBefore(storage, new Map(failed.map(({ seat, sat }) => [seatsIn.get(seat.id)?.id ?? '', sat]))),
      resits: (id) =>
        failed.map(({ seat, parts: kindsOf }) => ({
          ...{ seat: seatsIn.get(seat.id)?.id ?? '', run: id },
          ...{ first: seat.id, parts: kindsOf },
        })),
    },
  );
  if (!stored.ok) return stored;
  // Who needs more time needs it again; the log says it as if the teacher had given it here (RULES O21).
  for (const { seat, extraPercent } of failed) {
    const again = seatsIn.get(seat.id)?.id ?? null;
    if (extraPercent === 0) continue;
    await runs.addLog(entryOf(stored.value, clock.now(), staff.id, 'extra-time', again, { percent: extraPercent }));
  }
  return stored;
};

/** Of these seats those that don't sit again already, with what they failed by what counts now or has no mark (O26). */
const failedIn = async (needs: Needs, run: Run, seats: readonly string[]): Promise<Failed[]> => {
  const now = needs.clock.now();
  const again = await againOf(needs, run.id, now);
  return (await seatMarksOf(needs, run, now, seats)).flatMap((had) => {
    const ofSeat = again.get(had.seat.id) ?? [];
    const mark = markWithResits(had, ofSeat);
    const isResitting = ofSeat.some(({ run: { publishedAt } }) => publishedAt === null);
    const { extraPercent } = (ofSeat.at(-1)?.ofSeat ?? had).view;
    const parts = partsToResit(mark);
    const resits = ofSeat.map(({ run: resit, ofSeat: { seat } }) => ({ run: resit, seat: seat.id }));
    const sat = [{ run, seat: had.seat.id }, ...resits];
    return parts.length === 0 || isResitting ? [] : [{ seat: had.seat, parts, extraPercent, sat }];
  });
};

const anotherPart = async (
  needs: Needs,
  run: Run,
  { part, round }: { part: Exclude<NewPart, { kind: 'paper' }>; round: number },
): Promise<NewPart> => {
  if (part.kind === 'typing') {
    // Each seat its own: what it began with before comes last there (`hadBefore`).
    if (part.text === null) return part;
    // A text that the library no longer has for exams is followed by the first of those that it has.
    const ids = examTexts(needs.catalogs.typing, part.set).map(({ id }) => id);
    return { ...part, text: ids[(ids.indexOf(part.text) + round) % ids.length] ?? null };
  }
  const catalog = await needs.catalogs.of(run.school);
  const scenarios: string[] = [];
  for (const id of part.scenarios) scenarios.push(otherCase(catalog, id, [...part.scenarios, ...scenarios], round));
  return { ...part, scenarios };
};

/** A case that varies stays, with another card; else another of its type and level, of its shop where there is one. */
export const otherCase = (
  { data: { scenarios }, varying }: Pick<SchoolCatalog, 'data' | 'varying'>,
  id: string,
  taken: readonly string[],
  round: number,
): string => {
  const given = scenarios.find((one) => one.id === id);
  if (given === undefined || varying.has(id)) return id;
  const alike = scenarios.filter(
    (one) => one.type === given.type && one.level === given.level && one.incident === null && !taken.includes(one.id),
  );
  const ofShop = alike.filter(({ shop }) => shop === given.shop);
  const among = ofShop.length > 0 ? ofShop : alike;
  return among[(round - 1) % Math.max(1, among.length)]?.id ?? id;
};
