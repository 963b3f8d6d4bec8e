/**
 * The pages' sentences: code names the key and the values, the catalogues have the words, as on the server (`say` of
 * `server/i18n`). What the catalogues use of i18next is done here in a twentieth of its size; a test holds both equal
 * on every sentence.
 */
import { LANGUAGE, type Language } from './language.ts';
import { plural, spelled } from './plural.ts';

export type Strings = { readonly [key: string]: string | Strings };
/** What each `{{name}}` of a sentence is filled with; `defaultValue` is said where there is no such key. */
export type Values = Readonly<Record<string, unknown>>;
/** Says a sentence of one area, or of another by `area:key`. */
export type TFunction<Area extends string = string> = {
  (key: string, values?: Values): string;
  readonly area?: Area;
};

type Gap = { name: string; form: 'plural' | 'spelled' | null; words: Readonly<Record<string, string>> };
/** A sentence cut at its gaps. */
type Parts = readonly (string | Gap)[];

/** `{{name}}`, `{{n, plural(one: reply; other: replies)}}`, `{{n, spelled(1: 一)}}`. */
const GAP = /\{\{(\w+)(?:, (plural|spelled)\(([^{}]*)\))?\}\}/;
const FORMS = { plural, spelled };

const catalogues: Record<Language, Map<string, Strings>> = { zh: new Map(), en: new Map() };
const known: Record<Language, Map<string, Parts | null>> = { zh: new Map(), en: new Map() };
let language: Language = LANGUAGE;

/** The language sentences are said in. */
export const languageSaid = (): Language => language;

/** A page keeps its language until it is loaded again: this is for tests. */
export const sayIn = (other: Language): void => {
  language = other;
};

/** Adds an area's sentences in a language to those that are there. */
export const addArea = (to: Language, area: string, strings: Strings): void => {
  catalogues[to].set(area, { ...catalogues[to].get(area), ...strings });
  known[to].clear();
};

const wordsOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    text.split(';').map((form) => {
      const [name = '', ...word] = form.split(':');
      return [name.trim(), word.join(':').trim()];
    }),
  );

/** `split` gives four pieces a gap: the text before it, name, form and words. */
const partsOf = (text: string): Parts => {
  const pieces: readonly (string | undefined)[] = text.split(GAP);
  return pieces.flatMap((piece = '', i): Parts => {
    if (i % 4 === 0) return [piece];
    if (i % 4 !== 1) return [];
    const form = pieces[i + 1];
    const isForm = form === 'plural' || form === 'spelled';
    return [{ name: piece, form: isForm ? form : null, words: wordsOf(pieces[i + 2] ?? '') }];
  });
};

const find = (inLanguage: Language, area: string, key: string): Parts | null => {
  let found: string | Strings | undefined = catalogues[inLanguage].get(area);
  for (const step of key.split('.')) found = typeof found === 'object' ? found[step] : undefined;
  return typeof found === 'string' ? partsOf(found) : null;
};

/** Kept for each key, as most are asked for at each render. */
const sentence = (inLanguage: Language, area: string, key: string): Parts | null => {
  const id = `${area}:${key}`;
  const kept = known[inLanguage].get(id);
  if (kept !== undefined) return kept;
  const parts = find(inLanguage, area, key);
  known[inLanguage].set(id, parts);
  return parts;
};

const filled = ({ name, form, words }: Gap, values: Values | undefined, inLanguage: Language): string => {
  const value = values?.[name];
  if (value === undefined || value === null) return '';
  return form === null ? String(value) : FORMS[form](value, inLanguage, words);
};

/** A sentence by area and key in a language; Chinese where that one lacks it, its own key where both do. */
const said = (inLanguage: Language, area: string, key: string, values?: Values): string => {
  const parts = sentence(inLanguage, area, key) ?? sentence('zh', area, key);
  if (parts === null) return String(values?.defaultValue ?? key);
  let text = '';
  for (const part of parts) text += typeof part === 'string' ? part : filled(part, values, inLanguage);
  return text;
};

/** Says sentences of `area` in the page's language, or in the one that is given. */
export const sayOf = <Area extends string>(area: Area, always?: Language): TFunction<Area> => {
  return (key, values) => {
    const colon = key.indexOf(':');
    const inLanguage = always ?? language;
    return colon < 0
      ? said(inLanguage, area, key, values)
      : said(inLanguage, key.slice(0, colon), key.slice(colon + 1), values);
  };
};

/** Says the sentence of `area:key`. */
export const say: TFunction = sayOf<string>('ui');
