/** 优秀学员: trainees whom a school recommends to its enterprise, only with their own consent on record. */
import { z } from 'zod';
import type { TermRow } from './term.ts';

/** `asked`, `taken-back`: by a teacher. `agreed`, `declined`, `withdrawn`: by the trainee; `withdrawn` after `agreed`. */
export const RECOMMENDATION_STEPS = ['asked', 'agreed', 'declined', 'withdrawn', 'taken-back'] as const;
export type RecommendationStep = (typeof RECOMMENDATION_STEPS)[number];

export const recommendationSchema = z.strictObject({ person: z.string().max(64), recommended: z.boolean() });
export const consentSchema = z.strictObject({ agrees: z.boolean() });

/** `by`: a name. */
export type RecommendationRecord = { step: RecommendationStep; by: string; at: number };
/** `state` null: nobody has asked. `steps`: oldest first. `account`: signs in, without which nobody can consent. */
export type RecommendedRow = {
  person: string;
  no: string;
  name: string;
  total: number | null;
  account: boolean;
  state: RecommendationStep | null;
  steps: RecommendationRecord[];
};
/** A mentor has those who agreed, and nobody else. `mayAsk`: whoever reads is a teacher. */
export type TermRecommended = {
  class: { id: string; name: string };
  term: TermRow;
  mayAsk: boolean;
  rows: RecommendedRow[];
};
/** A trainee's own. */
export type OwnRecommendation = {
  term: { id: string; name: string };
  className: string;
  state: RecommendationStep | null;
  steps: RecommendationRecord[];
};
