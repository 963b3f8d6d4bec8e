/** A word on a main button stands in the locale files alone: tests ask for it by name (`tests/support/labels.ts`). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLIENT_AREAS, sentencesOf } from '#scripts/messages/types-text.ts';
import { BUTTON, DESK, PRACTICE, PUZZLE, REPORT, RUN, SEAT, WALL } from '#tests/support/labels.ts';
import { sources, under } from '#tests/support/sources.ts';

const zh = sentencesOf('zh');
const en = sentencesOf('en');
/**
 * By button the sentences in which its word stands: other pages' buttons for the same thing, help, refusals. `among`:
 * the word is so common that others have it, too.
 */
type Mentions = readonly string[] | { among: readonly string[] };
const mentions: Readonly<Record<string, Mentions>> = JSON.parse(
  readFileSync(join(import.meta.dirname, 'i18n/button-mentions.json'), 'utf8'),
);
const namingOf = (named: Mentions): readonly string[] => ('among' in named ? named.among : named);

/** The kit of controls is tried with words of its own. */
const OWN_WORDS = ['tests/client/ui/kit.test.tsx'];

it('no test and no script of pictures writes a main button’s word itself', () => {
  const words = new Set(
    [BUTTON, PUZZLE, DESK, WALL, SEAT, PRACTICE, RUN, REPORT].flatMap((group) => Object.values(group)),
  );
  const pictures = sources.filter(({ path }) => /^scripts\/.*screenshots\.mjs$/.test(path));
  const written = ['browser', 'client', 'client-desk', 'start']
    .flatMap((folder) => under(`tests/${folder}`))
    .concat(pictures)
    .filter(({ path }) => !OWN_WORDS.includes(path))
    .flatMap(({ path, raw }) =>
      [...raw.matchAll(/(?:\bname: ?|\btabTo\(page, )'([^']+)'/g)].map(([, word = '']) => ({ path, word })),
    )
    .filter(({ word }) => words.has(word));
  expect(written).toEqual([]);
});

/** Keys that say a common button's words of something else, with the reason. */
const OTHER_SENSE: Readonly<Record<string, string>> = {
  'account:login.title': 'a heading',
  'attendance:own.title': 'the heading of the page that the buttons lead to',
  'desk:help.keys.send': 'a row of the list of keys',
  'desk:reply.withdraw': 'takes back a message the customer has seen, an operation of the platforms',
  'puzzles:again': 'answers the same puzzle anew; the common one asks the server again',
};

it('a common button’s words stand under its key in ui.json alone', () => {
  const common = [...zh].filter(([key, text]) => key.startsWith('ui:') && Object.values(BUTTON).includes(text));
  const again = common.flatMap(([common, text]) =>
    [...zh.keys()].filter((key) => key !== common && zh.get(key) === text && en.get(key) === en.get(common)),
  );
  expect(again.toSorted()).toEqual(Object.keys(OTHER_SENSE).toSorted());
});

const inEnglish = (key: string): RegExp => {
  const words = (en.get(key) ?? '').split(' ').map((word) => `\\b${word.replace(/\W/g, '\\$&')}`);
  return new RegExp(words.join('.*'), 'i');
};

/** Main buttons whose words sentences have in passing, of something else than the button. */
const IN_PASSING = ['desk-dialogs:end.stay', 'practice:now.goBack', 'puzzles:again'];
/** Shorter words stand in too many sentences that don't name a button (取消, 保存). */
const LEAST_CHARACTERS = 3;

it('a main button whose word other sentences have in both languages is listed with those that name it', () => {
  const source = readFileSync(join(import.meta.dirname, 'support/labels.ts'), 'utf8');
  const asked = [...source.matchAll(/label\('([^']+)'\)/g)].map(([, key = '']) => key);
  const buttons = [...new Set([...asked, ...[...zh.keys()].filter((key) => key.endsWith('.button'))])].filter(
    (key) => !/[:.](title|label)$/.test(key) && (zh.get(key) ?? '').length >= LEAST_CHARACTERS,
  );
  expect(buttons.length).toBeGreaterThan(25);
  const named = buttons.filter((button) => {
    const word = zh.get(button) ?? '';
    const english = inEnglish(button);
    return [...zh].some(([key, text]) => text !== word && text.includes(word) && english.test(en.get(key) ?? ''));
  });
  // Else a new word leaves the old one standing in help, titles and refusals, and nothing says so.
  expect(named.filter((button) => !(button in mentions)).toSorted()).toEqual(IN_PASSING);
});

describe.each(Object.entries(mentions))('the word of the button %s', (button, named) => {
  it('stands in every Chinese sentence that names it', () => {
    const word = zh.get(button) ?? '';
    const naming = [...zh].filter(([key, text]) => key !== button && text.includes(word)).map(([key]) => key);
    const listed = namingOf(named);
    // A sentence missing here still has the button's old word, in messages/zh and, by its key, in messages/en.
    const counted = 'among' in named ? naming.filter((key) => listed.includes(key)) : naming;
    expect(counted.toSorted()).toEqual(listed.toSorted());
  });

  it('stands in every English sentence that names it, other words perhaps between', () => {
    const naming = inEnglish(button);
    const without = namingOf(named).filter((key) => !naming.test(en.get(key) ?? ''));
    expect(without).toEqual([]);
  });
});

describe('a word that a page or a refusal quotes in 「」', () => {
  const reasons: Readonly<Record<string, string>> = JSON.parse(
    readFileSync(join(import.meta.dirname, 'i18n/quoted-words.json'), 'utf8'),
  );
  const bare = (text = ''): string => text.replace(/[：:]\s*$/, '');
  const quotes = [...zh]
    .filter(([key]) => ['errors', ...CLIENT_AREAS].includes(key.slice(0, key.indexOf(':'))))
    .flatMap(([key, text]) => [...text.matchAll(/「([^」{]+)」/g)].map(([, word = '']) => ({ key, word })))
    .map((quote) => ({ ...quote, saidBy: [...zh.keys()].filter((key) => bare(zh.get(key)) === quote.word) }));

  it('is what a button, tab or heading says, or something else with a reason', () => {
    const others = quotes.filter(({ saidBy }) => saidBy.length === 0);
    expect(others.filter(({ key }) => !(key in reasons))).toEqual([]);
    const idle = Object.keys(reasons).filter((key) => others.every((other) => other.key !== key));
    expect(idle).toEqual([]);
  });

  it('is named in English by the English word', () => {
    const lacking = quotes.filter(({ key, saidBy }) => {
      const sentence = en.get(key)?.toLowerCase() ?? '';
      return saidBy.length > 0 && !saidBy.some((one) => sentence.includes(bare(en.get(one)).toLowerCase()));
    });
    expect(lacking).toEqual([]);
  });
});
