import type { PaperAnswer, PaperQuestion } from '#contract/papers/papers.ts';

export type AnswerState = 'answered' | 'part' | 'open';

/** How far a question is answered: an order counts once every step has its place. */
export const answerState = (
  { kind, options }: PaperQuestion,
  answer: PaperAnswer['answer'] | undefined,
): AnswerState => {
  if (answer === undefined || answer === null) return 'open';
  if ('figure' in answer) return 'answered';
  if (answer.chosen.length === 0) return 'open';
  return kind === 'order' && answer.chosen.length < options.length ? 'part' : 'answered';
};

/** Of all questions: how many are answered, partly or not at all, and flagged. */
export const countsOf = (
  questions: readonly PaperQuestion[],
  answers: ReadonlyMap<string, PaperAnswer>,
): Record<AnswerState | 'flagged', number> => {
  const counts = { answered: 0, part: 0, open: 0, flagged: 0 };
  for (const question of questions) {
    const given = answers.get(question.id);
    counts[answerState(question, given?.answer)] += 1;
    if (given?.flagged === true) counts.flagged += 1;
  }
  return counts;
};

/** The questions kind by kind, each with its number in the paper. */
export const byKind = (
  questions: readonly PaperQuestion[],
): { kind: PaperQuestion['kind']; items: { question: PaperQuestion; at: number }[] }[] =>
  questions.reduce<{ kind: PaperQuestion['kind']; items: { question: PaperQuestion; at: number }[] }[]>(
    (groups, question, at) => {
      const last = groups.at(-1);
      if (last?.kind === question.kind) last.items.push({ question, at });
      else groups.push({ kind: question.kind, items: [{ question, at }] });
      return groups;
    },
    [],
  );
