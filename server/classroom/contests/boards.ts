/** A contest's board for whoever looks: made once for all of them, and for each what is theirs to see added (RULES J55–J57). */
import type { ResultsNeeds } from '#classroom/results/run-drills.ts';
import { isStaff, type Principal } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import type { ContestBoard, ContestHead, ContestLead, ContestRow, ContestTeam } from '#contract/contests/board.ts';
import type { StoredContest } from '#storage/contests/contests.ts';
import { type Lead, leadOf } from './lead.ts';
import { phaseOf, type ShownRow, shownUntil, unveiledRows } from './phases.ts';
import { type Marked, type Placed, ranking, type TeamMarks, teamRanking } from './ranking.ts';
import { rulesCode } from './rules-hash.ts';
import { type KnownRounds, type Standings, standingsOf } from './standings.ts';

type Needs = ResultsNeeds & { clock: Pick<Clock, 'now'> };

type Places = { rows: readonly Placed<Marked>[]; teams: readonly Placed<TeamMarks>[]; lead: Lead | null };

export type ContestBoards = {
  /** What everybody may see, with what is the viewer's own. */
  board(contest: StoredContest, principal: Principal): Promise<ContestBoard>;
  /** As it stands now, for the host and for the end. */
  live(contest: StoredContest, principal: Principal): Promise<Pick<ContestBoard, 'rows' | 'teams'>>;
  /** The places of the end, with their drills: for files, certificates and replays. */
  final(contest: StoredContest): Promise<readonly Placed<Marked>[]>;
  standings(contest: StoredContest): Promise<Standings>;
  /** What is kept of a contest is read anew next time. */
  forget(id: string): void;
};

/**
 * For so long all who look share what was read: a reply in a drill costs the board nothing, and a hall full of phones
 * no more than one reading in so many milliseconds. The wall sends four times a second.
 */
export const SHARED_MS = 2_000;
/** Contests whose reading is kept; the longest unused goes first. */
const MOST_KEPT = 50;

export const createContestBoards = (needs: Needs): ContestBoards => {
  const { storage, clock } = needs;
  const kept = new Map<string, { at: number; standings: Promise<Standings> }>();
  const rounds = new Map<string, KnownRounds>();
  const places = new WeakMap<Standings, Map<number, Places>>();
  const schoolNames = async (): Promise<ReadonlyMap<string, string>> =>
    new Map((await storage.people.schools()).map(({ id, name }) => [id, name]));

  const standings = (contest: StoredContest): Promise<Standings> => {
    const now = clock.now();
    const before = kept.get(contest.id);
    if (before !== undefined && now - before.at < SHARED_MS && now >= before.at) return before.standings;
    const known = rounds.get(contest.id) ?? new Map();
    rounds.set(contest.id, known);
    const reading = (async () =>
      await standingsOf(needs, contest, await storage.contests.entries(contest.id), known))();
    kept.delete(contest.id);
    kept.set(contest.id, { at: now, standings: reading });
    reading.catch(() => kept.delete(contest.id));
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) {
      kept.delete(oldest);
      rounds.delete(oldest);
    }
    return reading;
  };

  /** Places are worked out once for all who look at the same reading. */
  const placesIn = async (contest: StoredContest, until: number): Promise<Places> => {
    const read = await standings(contest);
    const ofReading = places.get(read) ?? new Map<number, Places>();
    places.set(read, ofReading);
    const before = ofReading.get(until);
    if (before !== undefined) return before;
    const rows = ranking(read.contestants, contest.rules, until);
    const lead = leadOf(read.contestants, contest.rules, until);
    const worked = { rows, teams: await teamsOf(contest, rows), lead };
    ofReading.set(until, worked);
    return worked;
  };

  const teamsOf = async (contest: StoredContest, rows: readonly Placed<Marked>[]): Promise<Placed<TeamMarks>[]> => {
    const names = await schoolNames();
    return teamRanking(rows, contest.rules, (row) =>
      contest.rules.teamsBy === 'entry'
        ? { key: row.run, team: row.team }
        : { key: row.school, team: row.from ?? names.get(row.school) ?? row.team },
    );
  };

  const shown = (
    contest: StoredContest,
    rows: readonly ShownRow[],
    teams: readonly Placed<TeamMarks>[],
    principal: Principal,
    all: readonly ShownRow[] = rows,
  ): Pick<ContestBoard, 'rows' | 'teams'> => {
    const isTold = contest.openedAt !== null;

    const teamKey = ({ run, school }: Pick<Marked, 'run' | 'school'>): string => {
      return contest.rules.teamsBy === 'entry' ? run : school;
    };

    const ownRuns = new Set(all.filter((row) => isOwnSchool(principal, row) || isOwn(principal, row)).map(teamKey));
    return {
      rows: rows.map((row) => rowFor(row, principal, isTold && contest.rules.replays && row.from === undefined)),
      teams: teams.map(
        ({ key, ...team }, index): ContestTeam => ({ ...team, key: `t${index}`, mine: ownRuns.has(key) }),
      ),
    };
  };

  const final = async (contest: StoredContest): Promise<readonly Placed<Marked>[]> =>
    (await placesIn(contest, Number.POSITIVE_INFINITY)).rows;

  return {
    standings,
    final,
    forget: (id) => void kept.delete(id),
    live: async (contest, principal) => {
      const { rows, teams } = await placesIn(contest, Number.POSITIVE_INFINITY);
      const asTold = rows.map((row) => ({ ...row, told: true }));
      return shown(contest, asTold, teams, principal);
    },
    board: async (contest, principal) => {
      const now = clock.now();
      const phase = phaseOf(contest, now);
      const { entered, playing } = await standings(contest);
      const { rows: seen, teams, lead } = await placesIn(contest, shownUntil(contest, phase));
      const end = await final(contest);
      const isTold = phase === 'told';
      const rows =
        phase === 'unveiling'
          ? unveiledRows(seen, end, contest.unveiled ?? 0)
          : seen.map((row) => ({ ...row, told: isTold }));
      const visible = rows.filter((row) => row.listed || isOwn(principal, row) || isOwnSchool(principal, row));
      return {
        contest: headOf(contest, (await schoolNames()).get(contest.school) ?? ''),
        ...{ phase, now, entered, playing, unlisted: rows.length - visible.length },
        ...shown(contest, visible, teams, principal, rows),
        ...(phase !== 'unveiling' && !isTold && { lead: shownLead(lead, principal) }),
        unveiled: contest.unveiled === null ? null : { done: Math.min(contest.unveiled, end.length), of: end.length },
      };
    },
  };
};

/** Names as the board's rows have them: who chose none is named to their own school and themselves alone (RULES J57). */
const shownLead = (lead: Lead | null, principal: Principal): ContestLead | null => {
  if (lead === null) return null;
  const { leaders, margin, since } = lead;
  const named = leaders.filter((row) => row.listed || isOwn(principal, row) || isOwnSchool(principal, row));
  return { labels: named.map(({ label }) => label), unnamed: leaders.length - named.length, margin, since };
};

/** Whether the viewer is of the contestant's school: its staff, and nobody else. */
const isOwnSchool = ({ person }: Principal, { school }: Pick<Marked, 'school'>): boolean =>
  person !== null && isStaff(person.role) && person.school === school;

const isOwn = ({ guest, person }: Principal, row: Pick<Marked, 'guest' | 'person'>): boolean =>
  (guest !== null && row.guest === guest) || (person !== null && row.person === person.id);

/** Field by field: what isn't named here stays on the server. */
const rowFor = (row: ShownRow, principal: Principal, replay: boolean): ContestRow => {
  const mine = isOwn(principal, row);
  return {
    ...{ key: row.key, place: row.place, label: row.label, team: row.team, told: row.told, mine, listed: row.listed },
    ...{ total: row.total, redLines: row.redLines, firstS: row.firstS, rounds: row.rounds, replay },
    ...((mine || isOwnSchool(principal, row)) && { name: row.name }),
    ...(row.from !== undefined && { from: row.from }),
  };
};

const headOf = ({ id, name, rules }: StoredContest, host: string): ContestHead => ({
  ...{ id, name, host, customers: rules.scenarios.length, rulesCode: rulesCode(rules.hash) },
  ...{ kind: rules.kind, counted: rules.counted, rounds: rules.rounds, minutes: rules.minutes },
  ...{ teamBest: rules.teamBest, teamsBy: rules.teamsBy, opensAt: rules.opensAt, closesAt: rules.closesAt },
  ...{ freezeMinutes: rules.freezeMinutes, lateEntry: rules.lateEntry, replays: rules.replays },
});
