/** Teams of a term, each for a brand: who is in them, what their drills came to, how they rank. */
import { z } from 'zod';
import type { Indicator, IndicatorRule } from './sheet.ts';
import type { TeamShop, TermRow } from './term.ts';

export const SHIFTS = ['early', 'late'] as const;
export type Shift = (typeof SHIFTS)[number];

const MOST_TEAMS = 12;
/** A class has fewer people. */
const MOST_MEMBERS = 300;
/** Yuan. */
const MOST_AWARD = 1_000_000;

const isEachOnce = (values: readonly string[]): boolean => new Set(values).size === values.length;

const teamMemberSchema = z.strictObject({
  person: z.string().max(64),
  /** 班组长 */
  leader: z.boolean(),
  shift: z.enum(SHIFTS).nullable(),
});
export type TeamMember = z.infer<typeof teamMemberSchema>;
const teamSchema = z
  .strictObject({
    /** The brand's. */
    name: z.string().trim().min(1).max(20),
    /** The shop that it stands for, by its id; absent: none. */
    shop: z.string().max(64).optional(),
    members: z.array(teamMemberSchema).max(MOST_MEMBERS),
  })
  .refine(({ members }) => members.filter(({ leader }) => leader).length <= 1, { path: ['members'] });
export type Team = z.infer<typeof teamSchema>;

/**
 * All teams of a term at once. `version`: the one that was read, so that a colleague's change isn't written over.
 * `awards`: whole yuan by place, none higher than the one before. A name and a trainee stand in one team only.
 */
export const teamsChangeSchema = z
  .strictObject({
    version: z.int().min(0),
    awards: z.array(z.int().min(0).max(MOST_AWARD)).max(MOST_TEAMS),
    teams: z.array(teamSchema).max(MOST_TEAMS),
  })
  .refine(({ awards }) => awards.every((award, place) => award <= (awards[place - 1] ?? award)), { path: ['awards'] })
  .refine(({ teams }) => isEachOnce(teams.map(({ name }) => name)), { path: ['teams'] })
  .refine(({ teams }) => isEachOnce(teams.flatMap(({ members }) => members.map(({ person }) => person))), {
    path: ['teams'],
  });
export type TeamsChange = z.infer<typeof teamsChangeSchema>;

type Listed = { person: string; no: string; name: string };
/** `value`: the mean of the members' own figures, in the indicator's unit; null: nothing to measure. */
export type TeamFigure = { id: Indicator; value: number | null; measured: number };
/**
 * `score`: the mean of the members' marks out of 100; null: nobody has one, and there is neither rank nor award.
 * `measured`: how many have one. `shared`: another team has the same rank. `award`: whole yuan.
 */
export type RankedTeam = {
  name: string;
  /** Absent: it stands for none. */
  shop?: TeamShop;
  members: (Listed & Omit<TeamMember, 'person'>)[];
  figures: TeamFigure[];
  score: number | null;
  measured: number;
  rank: number | null;
  shared: boolean;
  award: number | null;
};
/** `score`: the mark by the indicators of the term's sheet, out of 100; null: nothing to measure, and no rank. */
export type RankedPerson = {
  person: string;
  name: string;
  team: string | null;
  score: number | null;
  rank: number | null;
  shared: boolean;
};
/**
 * `teams`: in the order in which they were saved. `roster`: the class in its own order. `waiting`: lessons and homework
 * that have begun and count nowhere yet. `indicators`: what a score goes by. `askedLittle`: members' role plays without a mark, as
 * too little was asked in them (RULES J118); absent: there is none. `people`: who joined the individual ranks.
 * `shops`: those that a team may stand for.
 */
export type TermTeams = {
  class: { id: string; name: string };
  term: TermRow;
  version: number;
  awards: number[];
  indicators: IndicatorRule[];
  teams: RankedTeam[];
  roster: Listed[];
  waiting: number;
  askedLittle?: { name: string; run: string; day: string; put: number; of: number }[];
  people: RankedPerson[];
  shops: TeamShop[];
};
