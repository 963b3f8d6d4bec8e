/** What was handed in, as its trainee and the staff read it. */
import type { HandedIn, HandedInRow } from '#contract/homework/handed-in.ts';
import { say } from '#i18n/say.ts';
import type { StoredHandedIn } from '#storage/handed-in.ts';
import type { Storage } from '#storage/storage.ts';

type Needs = Pick<Storage, 'drill' | 'runs' | 'people'>;

/** One whose drill or run is gone isn't shown. */
export const shownHandedIn = async (storage: Needs, rows: readonly StoredHandedIn[]): Promise<HandedInRow[]> => {
  return (await Promise.all(rows.map((row) => shownRow(storage, row)))).flat();
};

const shownRow = async ({ drill, runs, people }: Needs, row: StoredHandedIn): Promise<HandedInRow[]> => {
  const { to, seat: seatId, titles, at, mark } = row;
  const [own, run, seat] = [await drill(row.drill), await runs.run(row.run), await runs.seat(seatId)];
  if (own === null || run === null || seat === null) return [];
  const ofClass = row.classId === null ? null : await people.schoolClass(row.classId);
  return [
    {
      ...{ drill: row.drill, seat: seatId, to, titles, at, no: seat.no, name: seat.name },
      where: to === 'class' ? (ofClass?.name ?? run.name) : run.name,
      score: own.score,
      endedAt: own.endedAt ?? at,
      mark:
        mark === null
          ? null
          : {
              ...{ score: mark.score, note: mark.note, at: mark.at },
              by: (await people.person(mark.by))?.name ?? say('data:deleted'),
            },
    },
  ];
};

/** Without whose it is: its trainee knows. */
export const withoutName = ({ no: _no, name: _name, ...rest }: HandedInRow): HandedIn => rest;
