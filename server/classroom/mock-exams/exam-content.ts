/** What an exam's parts are made of, stored when it is set. */
import type { NewPart } from '#contract/exams/parts.ts';
import type { TextsOfExam } from '#drills/typing/seat-texts.ts';
import type { Rates } from '#drills/typing/typing-mark.ts';
import type { Storage } from '#storage/storage.ts';

export type ExamContent = {
  parts: readonly NewPart[];
  /** Texts and speeds of that day; null: nothing is typed. */
  typing: (TextsOfExam & { rates: Rates }) | null;
};

export const contentOf = async ({ exams }: Pick<Storage, 'exams'>, run: string): Promise<ExamContent | null> => {
  const stored = await exams.exam(run);
  return stored === null ? null : contentIn(stored.body);
};

const contentIn = (body: string): ExamContent => {
  return JSON.parse(body);
};

export const partOf = <K extends NewPart['kind']>(
  parts: readonly NewPart[],
  kind: K,
): Extract<NewPart, { kind: K }> | undefined =>
  parts.find((part): part is Extract<NewPart, { kind: K }> => part.kind === kind);
