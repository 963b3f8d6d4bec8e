/** A school's own conditions of the learning path, and evaluations of trainees. Times are epoch milliseconds. */
import type { PathSettingsBody } from '#contract/practice/learning-path.ts';

/** One saving. `version` counts from 1 within a school; `body` null: what ships. `by`: a person's id. */
export type StoredPathSettings = {
  school: string;
  version: number;
  body: PathSettingsBody | null;
  by: string;
  at: number;
};
/** `by`, `withdrawn.by`: a person's id. */
export type StoredEvaluation = {
  id: string;
  school: string;
  person: string;
  mark: number;
  note: string;
  by: string;
  at: number;
  withdrawn: { at: number; by: string; why: string } | null;
};

export type LearningPathStorage = {
  /** False where the version is taken: somebody else has saved meanwhile, and nothing is stored. */
  putSettings(settings: StoredPathSettings): Promise<boolean>;
  /** The newest; null: a school that has changed nothing. */
  settings(school: string): Promise<StoredPathSettings | null>;
  addEvaluation(evaluation: StoredEvaluation): Promise<void>;
  /** Oldest first, withdrawn ones included. */
  evaluations(person: string): Promise<StoredEvaluation[]>;
  /** False where there is none such of the person, or it was withdrawn already. */
  withdrawEvaluation(id: string, person: string, withdrawn: { at: number; by: string; why: string }): Promise<boolean>;
};
