/** 五阶: the five stages of the learning path, what each asks for, and where somebody stands. Times are epoch milliseconds. */
import { z } from 'zod';
import type { Suggestion } from '#contract/portfolio.ts';

/** What a condition is measured by. Of `response-mean` less is better; the two means may fall with a further result. */
export const PATH_MEASURES = [
  'awareness-best',
  'paper-best',
  'exam-best',
  'drills-done',
  'conversion-mean',
  'response-mean',
  'typing-best',
  'certificates',
  'evaluation',
] as const;
export type PathMeasure = (typeof PATH_MEASURES)[number];

/** `share`: percent of a class that should meet it; null: none is asked for. */
export type ConditionRule = { id: string; name: string; measure: PathMeasure; needs: number; share: number | null };
/** `weeks`: how long it is planned to last. */
export type StageRule = { id: string; name: string; about: string; weeks: number; conditions: ConditionRule[] };

/** Where a figure comes from. `id`: of the drill, the seat of a paper or an exam, the certificate's code or the evaluation. */
export type PathSource = {
  kind: 'drill' | 'paper' | 'exam' | 'certificate' | 'evaluation';
  id: string;
  title: string;
  at: number;
  value: number;
};
/** `figure` null: nothing counts yet. `metAt`: since when it has been met. `sources`: the newest, of `of` in all. */
export type ConditionPosition = ConditionRule & {
  figure: number | null;
  met: boolean;
  metAt: number | null;
  sources: PathSource[];
  of: number;
};
export type StagePosition = Omit<StageRule, 'conditions'> & { met: boolean; conditions: ConditionPosition[] };
/** `current`: place of the first stage that isn't met; null: all are. `since`: when the stage before it was met. */
export type PathPosition = { stages: StagePosition[]; current: number | null; since: number | null };

export type OwnPath = PathPosition & {
  /** Null: a device whose trainee nobody knows. */
  name: string | null;
  /** `practice`: no class work counts yet, so the figures are of one's own practice and decide nothing. */
  basis: 'class' | 'practice';
  /** Figures with one's own practice added, by condition, where they differ. */
  withPractice: Record<string, number>;
  /** Ended drills and papers whose results aren't published yet. */
  waiting: number;
  signedIn: boolean;
  /** The first open condition and, where it is practised by cases, the case that fits best. */
  next: { condition: string; suggestion: Suggestion | null } | null;
};

/** What somebody at work or at school thinks of a trainee, out of a hundred. It is never changed, only withdrawn. */
export type Evaluation = {
  id: string;
  mark: number;
  note: string;
  by: string;
  at: number;
  withdrawn: { at: number; by: string; why: string } | null;
};
export type ClassPathRow = PathPosition & { person: string; no: string; name: string; evaluations: Evaluation[] };
export type ClassPath = {
  class: { id: string; name: string };
  rules: StageRule[];
  rows: ClassPathRow[];
  /** Of the whole class, by condition. */
  shares: { condition: string; met: number; of: number }[];
};

export const evaluationSchema = z.strictObject({
  mark: z.int().min(0).max(100),
  note: z.string().trim().min(2).max(300),
});
export const withdrawEvaluationSchema = z.strictObject({ why: z.string().trim().min(2).max(200) });

/** A school's own words and thresholds; what isn't named stays as it ships. */
/** Conditions that a school may add. */
export const MOST_ADDED = 20;
export const pathSettingsSchema = z.strictObject({
  /** The version that was read: somebody else's change meanwhile isn't overwritten. */
  version: z.int().min(0),
  stages: z.record(
    z.string().max(60),
    z.strictObject({ name: z.string().trim().min(1).max(20), about: z.string().trim().max(100) }),
  ),
  conditions: z.record(
    z.string().max(60),
    z.strictObject({
      name: z.string().trim().min(1).max(30),
      needs: z.number().min(0).max(1000),
      share: z.int().min(1).max(100).nullable(),
    }),
  ),
  /** Conditions of the school's own, in their stage's order behind those that ship. Left out: none. */
  added: z
    .array(
      z.strictObject({
        stage: z.string().max(60),
        /** Chosen by the page; no id that ships begins so. */
        id: z.string().regex(/^own-[a-z0-9]{1,20}$/),
        name: z.string().trim().min(1).max(30),
        measure: z.enum(PATH_MEASURES),
        needs: z.number().min(0).max(1000),
        share: z.int().min(1).max(100).nullable(),
      }),
    )
    .max(MOST_ADDED)
    .optional(),
  /** Conditions that ship and don't hold at the school. */
  removed: z.array(z.string().max(60)).max(100).optional(),
});
export type PathSettingsBody = Pick<z.infer<typeof pathSettingsSchema>, 'stages' | 'conditions' | 'added' | 'removed'>;
export const restorePathSchema = z.strictObject({ version: z.int().min(0) });
/** `version` 0: never changed. `own`: differs from what ships. `by`: who changed it last. */
export type PathSettings = {
  version: number;
  own: boolean;
  by: string | null;
  at: number | null;
  rules: StageRule[];
  /** Ids of what ships and was removed. */
  removed: string[];
};
