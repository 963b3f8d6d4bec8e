/** 成长档案: every drill of a person or a device in short, what each report set as the next goal, and what to practise today. */
import { z } from 'zod';
import type { DimensionId, Report } from './report.ts';
import type { FamilyCount, GoalMet } from './report-goal.ts';
import type { FaultCount } from './results.ts';

/** The fault that a report says to change first, kept as the next drill's goal (RULES M5). `codes`: the faults it rests on. */
export type SetGoal = { family: string; title: string; advice: string; codes: string[] };

/** One ended drill in short, made from its report alone and made again after each ruling. Times are epoch milliseconds. */
export type PortfolioEntry = {
  drill: string;
  endedAt: number;
  mode: 'practice' | 'lesson' | 'exam';
  /** The run it belongs to; null: practice. */
  run: string | null;
  /** The cases as they were when the drill was opened; `type` is an id, `level` 1–5. */
  cases: { id: string; type: string; typeName: string; level: number; title: string }[];
  score: number;
  range: [number, number];
  grade: Report['grade'];
  rubric: { id: string; date: string };
  /** `weight`: the dimension's share of the total; `marks`: won of it, null without an opportunity. */
  dimensions: { id: DimensionId; name: string; weight: number; marks: number | null }[];
  families: FamilyCount[];
  faults: FaultCount[];
  figures: {
    firstResponseS: number | null;
    firstEffectiveS: number | null;
    meanResponseS: number | null;
    charactersPerMinute: number | null;
    /** 0–100. */
    satisfaction: number | null;
    /** Star rating, where the report gives one. */
    stars: number | null;
    mostAtOnce: number | null;
  };
  goal: SetGoal | null;
  /** A person played the customer. Absent in entries of a case's own customer, and in those made before it was kept. */
  rolePlay?: true;
  /** 询单转化率 in percent; null: nobody could have bought. Absent in entries made before it was kept. */
  conversion?: number | null;
};

/** As shown: with the name of its run, and whether the goal it was begun with was met, as its report says. */
export type PortfolioRow = PortfolioEntry & { runName: string | null; reached: GoalMet | null };

/** One type of cases by level, with one's own best score and its grade. `cases`: how many there are today. */
export type SkillRow = {
  type: string;
  name: string;
  stage: 'before' | 'during' | 'after';
  levels: { level: number; cases: number; done: number; best: number | null; grade: Report['grade'] | null }[];
};

/** Practice on this device that has no person yet, and the person who may claim it. */
export type ClaimOffer = {
  person: { id: string; name: string };
  drills: { drill: string; endedAt: number; titles: string[]; score: number }[];
};

export type PortfolioBody = {
  /** The person's name; null: a device's own portfolio. */
  name: string | null;
  /** Newest first. */
  entries: PortfolioRow[];
  /** Ended drills whose results aren't published yet. */
  waiting: number;
  map: SkillRow[];
  suggestion: Suggestion | null;
  claim: ClaimOffer | null;
};

/** Today's ten minutes: the case and what it was chosen for. `of`: how many of the latest drills were looked at. */
export type Suggestion = {
  scenario: string;
  title: string;
  typeName: string;
  level: number;
  minutes: number;
  reason:
    | { kind: 'new' }
    | { kind: 'clean'; of: number }
    | { kind: 'weak'; family: string; name: string; count: number; of: number; lastAt: number };
};

/** For the home page. `claim`: the person who may claim the device's practice, and the drills' ids. */
export type Today = { suggestion: Suggestion | null; claim: { person: string; name: string; drills: string[] } | null };

export const claimSchema = z.strictObject({
  person: z.string().min(1).max(100),
  drills: z.array(z.string().min(1).max(100)).min(1).max(500),
});
export type Claimed = { claimed: number };
