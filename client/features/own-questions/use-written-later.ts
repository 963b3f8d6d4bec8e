import { useState } from 'react';
import type { OwnQuestion, QuestionRow } from '#contract/practice/own-questions.ts';

/** What a question of another program's file may lack. */
export const LATER = ['why', 'basis', 'unit'] as const;
export type LaterField = (typeof LATER)[number];
type Words = Partial<Record<LaterField, string>>;

export type WrittenLater = {
  /** How many questions of the file lack something. */
  drafts: number;
  /** Those that have everything now, as they are sent. */
  whole: OwnQuestion[];
  /** Lines of those that still lack something. */
  open: number[];
  isWhole: (line: number) => boolean;
  /** What is written for every question that lacks it and has no words of its own. */
  forAll: Words;
  /** What is written for the question of a line. */
  ofLine: (line: number) => Words;
  writeForAll: (field: LaterField, words: string) => void;
  write: (line: number, field: LaterField, words: string) => void;
};

/** What the file of a question lacks of these. */
export const lacksOf = ({ draft }: Pick<QuestionRow, 'draft'>): LaterField[] =>
  draft === null ? [] : LATER.filter((field) => draft[field] === '');

/** Explanations, sources and units that are written while a file is looked over: for all rows, or for one. */
export const useWrittenLater = (rows: readonly QuestionRow[]): WrittenLater => {
  const [forAll, setForAll] = useState<Words>({});
  const [own, setOwn] = useState<ReadonlyMap<number, Words>>(new Map());
  const ofLine = (line: number): Words => own.get(line) ?? {};
  const drafts = rows.filter(({ draft }) => draft !== null);
  const filled = drafts.flatMap((row) => {
    if (row.draft === null) return [];
    const words = lacksOf(row).map((field): [LaterField, string] => [
      field,
      (ofLine(row.line)[field] || forAll[field] || '').trim(),
    ]);
    const isWhole = words.every(([, said]) => said !== '');
    return [{ line: row.line, isWhole, question: { ...row.draft, ...Object.fromEntries(words) } }];
  });
  return {
    drafts: drafts.length,
    whole: filled.flatMap(({ isWhole, question }) => (isWhole ? [question] : [])),
    open: filled.flatMap(({ isWhole, line }) => (isWhole ? [] : [line])),
    isWhole: (line) => filled.some((one) => one.isWhole && one.line === line),
    ...{ forAll, ofLine },
    writeForAll: (field, words) => setForAll((now) => ({ ...now, [field]: words })),
    write: (line, field, words) => setOwn((now) => new Map(now).set(line, { ...now.get(line), [field]: words })),
  };
};
