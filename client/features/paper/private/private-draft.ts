/** The choices of a mock exam sat alone, and what is asked of the server for them. */
import { proposal } from '#client/features/paper/model/proposal.ts';
import type { NewPrivateExam } from '#contract/exams/private.ts';
import type { QuestionMenu } from '#contract/questions.ts';

export const LEVELS = ['any', '1', '3', '5'] as const;
export type Level = (typeof LEVELS)[number];
export type PrivateDraft = {
  questions: number;
  level: Level;
  /** Null: all. */
  topic: string | null;
  set: 'long' | 'short';
  customers: number;
};
export const FIRST_DRAFT: PrivateDraft = { questions: 25, level: 'any', topic: null, set: 'long', customers: 2 };
export const QUESTIONS = [10, 25, 50] as const;
/** Fewer make no paper. */
const LEAST_QUESTIONS = 5;

/** The menu without what wasn't chosen. */
const chosenMenu = (menu: QuestionMenu, { level, topic }: PrivateDraft): QuestionMenu => ({
  ...menu,
  topics: menu.topics
    .filter(({ id }) => topic === null || id === topic)
    .map((one) => ({ ...one, levels: one.levels.filter((of) => level === 'any' || String(of.level) === level) })),
});

/** Null: the bank has too few questions of this choice. */
export const privateExamOf = (draft: PrivateDraft, menu: QuestionMenu): NewPrivateExam | null => {
  const cells = proposal(chosenMenu(menu, draft), draft.questions);
  if (cells.reduce((sum, { count }) => sum + count, 0) < LEAST_QUESTIONS) return null;
  const level = draft.level === 'any' ? null : LEVEL_OF[draft.level];
  return { cells, set: draft.set, customers: draft.customers, level };
};

const LEVEL_OF = { '1': 1, '3': 3, '5': 5 } as const;
