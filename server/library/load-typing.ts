/** Texts to type: a file for each shop under `scenarios/typing`, and `phrases.yaml` beside them. */
import { basename, join } from 'node:path';
import type { Shop } from '#engine/model/shop.ts';
import { type AuthoredFile, readFile, yamlFiles } from '#library/reading/read-file.ts';
import type { AuthoredRubric } from '#library/schema/schema.ts';
import { type AuthoredPhrases, type AuthoredTyping, phrasesFile, typingFile } from '#library/schema/typing.ts';

const PHRASES = 'phrases.yaml';

export type TypingText = { id: string; title: string; shop: string; shopName: string; text: string };

/** All that can be typed, and from how many characters a minute it passes. Plain JSON: a catalog keeps it. */
export type TypingLibrary = {
  /** Characters a minute; null: the rubric has none. */
  rates: { pass: number; excellent: number } | null;
  long: readonly TypingText[];
  short: readonly TypingText[];
  /** Long texts of a class's exams alone; no page gives them for practice (RULES Y21). */
  exam: readonly TypingText[];
  phrases: AuthoredPhrases | null;
};
export const NO_TYPING: TypingLibrary = { rates: null, long: [], short: [], exam: [], phrases: null };

export type TypingFiles = {
  /** Null where the library has no texts. */
  phrases: AuthoredFile<AuthoredPhrases> | null;
  typing: AuthoredFile<AuthoredTyping>[];
};

/** Reads the files in `dir`. A library without the folder has no texts, and owes none. */
export const typingFiles = (dir: string): TypingFiles => {
  const files = yamlFiles(dir);
  if (files.length === 0) return { phrases: null, typing: [] };
  return {
    phrases: readFile(join(dir, PHRASES), phrasesFile),
    typing: files.filter((file) => basename(file) !== PHRASES).map((file) => readFile(file, typingFile)),
  };
};

/** `rubric`: the newest one. Texts of a shop that can't be read are left out. */
export const typingLibrary = (
  { phrases, typing }: TypingFiles,
  shops: ReadonlyMap<string, Shop>,
  rubric: AuthoredRubric | undefined,
): TypingLibrary => {
  const textsOf = (kind: 'long' | 'short' | 'exam'): TypingText[] =>
    typing.flatMap(({ value }) => {
      const shop = value === null ? undefined : shops.get(value.shop);
      if (value === null || shop === undefined) return [];
      return value[kind].map(({ id, title, text }) => ({ id, title, shop: shop.id, shopName: shop.name, text }));
    });
  return {
    rates: rubric?.typing ?? null,
    long: textsOf('long'),
    short: textsOf('short'),
    exam: textsOf('exam'),
    phrases: phrases?.value ?? null,
  };
};
