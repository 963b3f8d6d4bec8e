/** Who has done what in a contest, read from its runs: seats, drills and their stored results. */
import { createHash } from 'node:crypto';
import { type ResultsNeeds, seatDrills } from '#classroom/results/run-drills.ts';
import type { DrillResult } from '#contract/results.ts';
import type { ContestEntry, StoredContest } from '#storage/contests/contests.ts';
import type { DrillRow } from '#storage/storage.ts';
import type { Contestant, Round } from './ranking.ts';
import { readResultFile } from './result-file.ts';

export type Standings = {
  contestants: readonly Contestant[];
  /** By run: seats, and how many of them somebody has taken. */
  seats: ReadonlyMap<string, { people: number; entered: number }>;
  entered: number;
  playing: number;
  /** Nothing goes on any more; what has ended has its marks, because reading it makes them. */
  settled: boolean;
};

/** 「城东职校一班 · 03」: what the board shows of somebody who chose no name. `place`: from 0, in the roster's order. */
export const usualLabel = (team: string, place: number): string => `${team} · ${String(place + 1).padStart(2, '0')}`;

/** Whether a file's row has no name that somebody chose. */
const isUsual = ({ label, team }: { label: string; team: string }): boolean =>
  label.startsWith(`${team} · `) && /^\d{2,}$/.test(label.slice(`${team} · `.length));

/** What a row is called on the wire: it leads to nobody's seat. */
const keyOf = (contest: string, id: string): string =>
  createHash('sha256').update(`${contest}/${id}`).digest('hex').slice(0, KEY_SIGNS);
const KEY_SIGNS = 16;

/**
 * A drill's marks as the program gave them: a school's rulings on its own people move nobody on a board of several
 * schools. Null: it goes on, or nobody came.
 */
const roundOf = ({ id, state, endedAt }: DrillRow, result: DrillResult | null): Round | null => {
  if (state !== 'ended' || result === null || result.came === 0) return null;
  return {
    ...{ drill: id, endedAt: endedAt ?? 0, score: result.machineScore, firstS: result.figures.firstResponseS },
    redLines: result.faults.reduce((sum, { code, count }) => sum + (code.startsWith('red-line:') ? count : 0), 0),
  };
};

/**
 * The entries that are in, in the order in which they came. One that left has no row any more. `known`: marks of ended
 * rounds by their drill, which no later reading has to find again.
 */
export const standingsOf = async (
  needs: ResultsNeeds,
  contest: Pick<StoredContest, 'id'>,
  entries: readonly ContestEntry[],
  known: KnownRounds = new Map(),
): Promise<Standings> => {
  const names = await needs.storage.contests.names(contest.id);
  const contestants: Contestant[] = [];
  const seats = new Map<string, { people: number; entered: number }>();
  let [entered, playing, settled] = [0, 0, true];
  for (const { run, school, team } of entries.filter(({ leftAt }) => leftAt === null)) {
    const all = await roundsOfSeats(needs, run, known);
    const taken = all.filter(({ seat }) => seat.joinedAt !== null).length;
    seats.set(run, { people: all.length, entered: taken });
    entered += taken;
    for (const [place, { seat, drills }] of all.entries()) {
      const going = drills.filter(({ state }) => state !== 'ended').length;
      playing += Math.min(1, going);
      settled &&= going === 0;
      contestants.push({
        ...{
          key: keyOf(contest.id, seat.id),
          run,
          school,
          team,
          name: seat.name,
          seat: seat.id,
          person: seat.person,
          guest: seat.guest,
        },
        label: names.get(seat.id) ?? usualLabel(team, place),
        listed: names.has(seat.id),
        rounds: drills.flatMap(({ id }) => known.get(id) ?? []),
      });
    }
  }
  const merged = await fileContestants(needs, contest);
  return { contestants: [...contestants, ...merged], seats, entered, playing, settled };
};

/** Null: nobody came. */
export type KnownRounds = Map<string, Round | null>;

/** The seats of a run with their drills. Results are read only where an ended drill's marks aren't known yet. */
const roundsOfSeats = async (needs: ResultsNeeds, run: string, known: KnownRounds) => {
  const { storage } = needs;
  const drills = (await storage.drillsOfRun(run)).filter(({ place }) => place?.redo === null);
  if (drills.some(({ id, state }) => state === 'ended' && !known.has(id))) {
    for (const seat of await seatDrills(needs, run))
      for (const { row, result, empty } of seat.drills)
        if (row.state === 'ended' && (result !== null || empty !== undefined)) known.set(row.id, roundOf(row, result));
  }
  return (await storage.runs.seats(run)).map((seat) => ({
    seat,
    drills: drills.filter(({ place }) => place?.seat === seat.id),
  }));
};

/** The rows of other servers' files. They were proved when they were taken in, and are proved again here. */
const fileContestants = async (
  { storage }: Pick<ResultsNeeds, 'storage'>,
  { id }: Pick<StoredContest, 'id'>,
): Promise<Contestant[]> => {
  return (await storage.contests.files(id)).flatMap(({ body, fingerprint }) => {
    const read = readResultFile(body);
    if (read.state !== 'signed' || read.fingerprint !== fingerprint) return [];
    const { payload } = read;
    return payload.rows.map((row): Contestant => {
      const key = keyOf(`${fingerprint}/${payload.source}`, row.key);
      return {
        ...{ key, run: `${fingerprint}/${row.teamKey}`, school: `${fingerprint}/${payload.host}`, team: row.team },
        ...{
          label: row.label,
          listed: !isUsual(row),
          name: '',
          seat: '',
          person: null,
          guest: null,
          from: payload.host,
          rounds: [],
        },
        merged: { total: row.total, redLines: row.redLines, firstS: row.firstS, rounds: row.rounds },
      };
    });
  });
};
