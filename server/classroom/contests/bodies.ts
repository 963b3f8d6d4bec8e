/** A contest as the schools in it see it: the host all of it, the others the board and their own teams (RULES J57). */
import type { SignedIn } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import type { ContestBody, ContestListRow, EntryRow, MergedRow } from '#contract/contests/contests.ts';
import type { Catalogs } from '#drills/catalog/catalog.ts';
import type { ContestEntry, StoredContest } from '#storage/contests/contests.ts';
import type { Storage } from '#storage/storage.ts';
import type { ContestBoards } from './boards.ts';
import { ownFingerprint } from './files.ts';
import { phaseOf } from './phases.ts';
import { readResultFile } from './result-file.ts';

type Needs = { storage: Storage; catalogs: Catalogs; clock: Pick<Clock, 'now'> };

const schoolNames = async ({ people }: Pick<Storage, 'people'>): Promise<ReadonlyMap<string, string>> =>
  new Map((await people.schools()).map(({ id, name }) => [id, name]));

export const contestList = async ({ storage, clock }: Needs, school: string): Promise<ContestListRow[]> => {
  const names = await schoolNames(storage);
  return await Promise.all(
    (await storage.contests.ofSchool(school)).map(async (contest) => ({
      ...{ id: contest.id, name: contest.name, host: names.get(contest.school) ?? '' },
      ...{ isHost: contest.school === school, phase: phaseOf(contest, clock.now()) },
      ...{ opensAt: contest.rules.opensAt, closesAt: contest.rules.closesAt },
      teams: (await storage.contests.entries(contest.id))
        .filter((entry) => entry.school === school && entry.leftAt === null)
        .map(({ team }) => team),
    })),
  );
};

/** Null: the person's school neither holds the contest nor has entered it. */
export const contestBody = async (
  needs: Needs,
  boards: ContestBoards,
  contest: StoredContest,
  person: SignedIn,
): Promise<ContestBody | null> => {
  const { storage, catalogs } = needs;
  const entries = await storage.contests.entries(contest.id);
  const isHost = contest.school === person.school;
  if (!isHost && !entries.some(({ school }) => school === person.school)) return null;
  const viewer = { guest: null, person };
  const board = await boards.board(contest, viewer);
  const { seats, settled } = await boards.standings(contest);
  const names = await schoolNames(storage);
  const { find } = await catalogs.of(null);
  const entryRow = async ({ run, school, team, leftAt }: ContestEntry): Promise<EntryRow> => {
    const own = school === person.school ? await storage.runs.run(run) : null;
    return {
      ...{ team, school: names.get(school) ?? '', left: leftAt !== null },
      ...(seats.get(run) ?? { people: 0, entered: 0 }),
      own: own === null ? null : { run, code: own.code, locked: own.locked },
    };
  };
  return {
    ...{ id: contest.id, name: contest.name, rules: contest.rules, board },
    titles: contest.rules.scenarios.map((id) => find(id)?.title ?? id),
    entries: await Promise.all(entries.map(entryRow)),
    host: isHost
      ? {
          codes: (await storage.contests.codes(contest.id)).map(({ code, forWhom, usedBy }) => ({
            ...{ code, forWhom },
            usedBy: usedBy === null ? null : (names.get(usedBy) ?? ''),
          })),
          merged: (await storage.contests.files(contest.id)).flatMap(mergedRow),
          live: await boards.live(contest, viewer),
          settled,
        }
      : null,
    fingerprint: await ownFingerprint(needs),
  };
};

const mergedRow = ({
  body,
  fingerprint,
  source,
  at,
}: {
  body: string;
  fingerprint: string;
  source: string;
  at: number;
}): MergedRow[] => {
  const read = readResultFile(body);
  if (read.state !== 'signed') return [];
  const { contest, host, rows } = read.payload;
  return [{ ...{ fingerprint, source, name: contest, host, at }, rows: rows.length }];
};
