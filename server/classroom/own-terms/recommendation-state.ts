import { RECOMMENDATION_STEPS, type RecommendationStep } from '#contract/terms/recommended.ts';
import type { StoredRecommendation } from '#storage/evaluation.ts';

/** The last step on record; null: nobody has asked. */
export const recommendationState = (steps: readonly Pick<StoredRecommendation, 'step'>[]): RecommendationStep | null =>
  RECOMMENDATION_STEPS.find((step) => step === steps.at(-1)?.step) ?? null;
