/** What a contest is played and counted by. Times are epoch milliseconds. */
import { z } from 'zod';
import { DAY_MS, MINUTE_MS } from '#contract/wire/spans.ts';

const time = z.number().int().min(0).max(4_102_444_800_000);
const scenarioId = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/);

/** `arena`: as many rounds as one likes within the window. `sitting`: one. */
export const CONTEST_KINDS = ['arena', 'sitting'] as const;
/** What a row of the team board is: a run that entered, or all runs of a school. */
export const TEAMS_BY = ['entry', 'school'] as const;
export const MOST_COUNTED = 5;
export const MOST_ROUNDS = 20;
export const MOST_ENTRIES = 40;
/** A window is no longer than this, so that a slip of the year is noticed. */
export const LONGEST_CONTEST_MS = 31 * DAY_MS;

const ruleFields = {
  /** Customers of each round, one each; every contestant's round of one number has the same, to the second. */
  scenarios: z.array(scenarioId).min(1).max(3),
  /** How long a round may take. */
  minutes: z.number().int().min(2).max(60),
  arrivals: z.enum(['spaced', 'together', 'ladder']),
  /** From which all variants and customers are drawn: two servers with the same words have the same contest. */
  seed: z.string().trim().min(1).max(40),
  kind: z.enum(CONTEST_KINDS),
  /** How many of the best rounds are added up; a sitting has one. */
  counted: z.number().int().min(1).max(MOST_COUNTED),
  /** Most rounds in an arena; null: as many as the window allows. */
  rounds: z.number().int().min(1).max(MOST_ROUNDS).nullable(),
  /** How many of a team's best make its mean. */
  teamBest: z.number().int().min(1).max(20),
  teamsBy: z.enum(TEAMS_BY),
};
const windowFields = {
  opensAt: time,
  closesAt: time,
  /** The last minutes of the window that the public board doesn't show; 0: none. */
  freezeMinutes: z.number().int().min(0).max(240),
  /** Whether somebody may take a place once it has begun. */
  lateEntry: z.boolean(),
  /** Whether everybody with the board's address may watch the counted rounds afterwards. */
  replays: z.boolean(),
};

/** What two servers must have alike to be on one board; the window may differ. */
export const playRulesSchema = z.strictObject(ruleFields);
export type PlayRules = z.infer<typeof playRulesSchema>;

export const newContestSchema = z
  .strictObject({ name: z.string().trim().min(1).max(40), ...ruleFields, ...windowFields })
  .refine(({ opensAt, closesAt }) => closesAt > opensAt && closesAt - opensAt <= LONGEST_CONTEST_MS, {
    path: ['closesAt'],
  })
  .refine(({ opensAt, closesAt, freezeMinutes }) => freezeMinutes * MINUTE_MS < closesAt - opensAt, {
    path: ['freezeMinutes'],
  })
  .refine(({ kind, counted, rounds }) => kind === 'arena' || (counted === 1 && rounds === 1), { path: ['rounds'] })
  .refine(({ counted, rounds }) => rounds === null || rounds >= counted, { path: ['counted'] });
export type NewContest = z.infer<typeof newContestSchema>;

/** `hash`: of the rules to play by, the versions of the cases and the rubric. */
export type ContestRules = Omit<NewContest, 'name'> & { hash: string };

/** When the public board stands still; null: it never does. */
export const freezeAtOf = ({
  closesAt,
  freezeMinutes,
}: Pick<NewContest, 'closesAt' | 'freezeMinutes'>): number | null =>
  freezeMinutes === 0 ? null : closesAt - freezeMinutes * MINUTE_MS;
