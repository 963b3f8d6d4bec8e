/**
 * Sentences a person reads: code names the key and the values, the catalogues `messages/<language>/<area>.json` have
 * the words.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import i18next, { type i18n } from 'i18next';
import type { Messages } from './keys.ts';
import { LANGUAGES, type Language, language } from './language.ts';

/** `area:key` of a catalogue. */
export type MessageKey = keyof Messages;
/** What each `{{name}}` of a sentence is filled with. */
export type MessageValues<K extends MessageKey> = Readonly<Record<Messages[K], string | number>>;
type ValueArguments<K extends MessageKey> = [Messages[K]] extends [never] ? [] : [values: MessageValues<K>];

const FOLDER = join(import.meta.dirname, '../../messages');

/** The sentence of a key in the language of the request. `{{n, plural(one: …; other: …)}}` is a number that a word agrees with, `{{n, spelled(1: …; 2: …)}}` one that is written as a word. */
export const say = <K extends MessageKey>(key: K, ...[values]: ValueArguments<K>): string => {
  const lng = language();
  const parts = partsOf(lng, key);
  return parts === null ? catalogues().t(key, { ...values, lng }) : fillIn(parts, values);
};

/** A sentence cut at its gaps: texts at even places, names of values at odd ones. */
type Parts = readonly string[];
const partsByKey: Record<Language, Map<string, Parts | null>> = { zh: new Map(), en: new Map() };
/** `{{name}}`, and nothing about its form. */
const PLACEHOLDER = /\{\{(\w+)\}\}/;

/**
 * Kept for each key, for a report says hundreds of sentences and i18next looks for options, plurals and nesting in each anew: a tenth
 * of the time of a report. Null: the sentence has a form (`{{n, plural(…)}}`) or isn't there, which i18next deals with.
 */
const partsOf = (lng: Language, key: string): Parts | null => {
  const cached = partsByKey[lng].get(key);
  if (cached !== undefined) return cached;
  const [area = '', ...rest] = key.split(':');
  const text: unknown = catalogues().getResource(lng, area, rest.join(':'));
  const parts = typeof text === 'string' ? text.split(PLACEHOLDER) : null;
  const plainParts = parts?.every((part, i) => i % 2 === 1 || !/\{\{|\$t\(/.test(part)) ? parts : null;
  partsByKey[lng].set(key, plainParts);
  return plainParts;
};

const fillIn = (parts: Parts, values: Readonly<Record<string, string | number>> = {}): string =>
  parts.map((part, i) => (i % 2 === 0 ? part : String(values[part] ?? ''))).join('');

/** 甲、乙、丙 in Chinese, “a, b, c” in English. */
export const listed = (parts: readonly string[]): string => parts.join(language() === 'zh' ? '、' : ', ');

/** Clauses of one sentence: 甲，乙 in Chinese, “a, b” in English. Empty ones are left out. */
export const joinWithCommas = (clauses: readonly string[]): string =>
  clauses.filter((clause) => clause !== '').join(language() === 'zh' ? '，' : ', ');

/** Sentences one after the other: nothing between two in Chinese, a space in English. */
export const joined = (sentences: readonly string[]): string =>
  sentences.filter((one) => one !== '').join(language() === 'zh' ? '' : ' ');

let loadedCatalogues: i18n | null = null;

/** Read at the first sentence and kept: a file changed later is read by the next process. */
const catalogues = (): i18n => {
  if (loadedCatalogues !== null) return loadedCatalogues;
  const instance = i18next.createInstance();
  void instance.init({
    lng: 'zh',
    fallbackLng: 'zh',
    resources: Object.fromEntries(LANGUAGES.map((one) => [one, areasOf(one)])),
    initAsync: false,
    interpolation: { escapeValue: false },
    parseMissingKeyHandler: (key) => {
      throw new Error(`messages/zh has no ${key}`);
    },
  });
  instance.services.formatter?.add('plural', (value, lng, forms) =>
    String(forms?.[new Intl.PluralRules(lng).select(Number(value))] ?? forms?.other ?? ''),
  );
  instance.services.formatter?.add('spelled', (value, _, words) => String(words?.[String(value)] ?? value));
  loadedCatalogues = instance;
  return instance;
};

const areasOf = (one: string): Record<string, object> => {
  const folder = join(FOLDER, one);
  return Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => [basename(name, '.json'), JSON.parse(readFileSync(join(folder, name), 'utf8')) as object]),
  );
};
