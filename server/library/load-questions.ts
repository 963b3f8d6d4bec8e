/** The question bank: a file for each topic under `scenarios/questions`, and the blueprint beside them. */
import { basename, join } from 'node:path';
import type { QuestionBank } from '#library/questions/question.ts';
import { type Sources, toBank } from '#library/questions/to-bank.ts';
import { type AuthoredFile, readFile, yamlFiles } from '#library/reading/read-file.ts';
import {
  type AuthoredBlueprint,
  type AuthoredQuestions,
  blueprintFile,
  questionsFile,
} from '#library/schema/questions.ts';
import { hashOf } from './hash.ts';

const BLUEPRINT = 'blueprint.yaml';
/** Enough to tell two banks apart, short enough for an address. */
const HASH_CHARS = 12;

/** Reads the files in `dir`. A library without the folder has no questions, and owes none. */
export const questionFiles = (
  dir: string,
): {
  blueprint: AuthoredFile<AuthoredBlueprint> | null;
  questions: AuthoredFile<AuthoredQuestions>[];
} => {
  const files = yamlFiles(dir);
  if (files.length === 0) return { blueprint: null, questions: [] };
  const topics = files.filter((file) => basename(file) !== BLUEPRINT);
  return {
    blueprint: readFile(join(dir, BLUEPRINT), blueprintFile),
    questions: topics.map((file) => readFile(file, questionsFile)),
  };
};

export const questionBank = (files: readonly AuthoredQuestions[], sources: Sources): QuestionBank => {
  const bank = toBank(files, sources);
  return { ...bank, hash: hashOf(bank).slice(0, HASH_CHARS) };
};
