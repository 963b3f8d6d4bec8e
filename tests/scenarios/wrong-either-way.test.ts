/** A wrong sum or day may be in the customer's favour: what they say to it doubts or holds to it, and asks for no other. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

const ROOT = join(import.meta.dirname, '../../scenarios');
/** Words that only somebody says who has been told too little, or who wants less than they were told. */
const ONE_WAY = /不对吧|不能吧|算错|少算|再(?:算|乘|减|加|按)一?遍|再(?:算算|减减|加加)|吃亏|坏了有赔/u;

/** The same of a day, which nobody who gains by it counts anew. */
const COUNTS_ANEW = /不对吧|数着不对|再数|掰指头/u;

type Authored = { [key: string]: Authored | Authored[] | string | number | boolean | null };
const isMap = (value: unknown): value is Authored =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const texts = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : Array.isArray(value)
      ? value.flatMap(texts)
      : isMap(value)
        ? Object.entries(value).flatMap(([key, inner]) => (key === 'when' ? [] : texts(inner)))
        : [];
const mapsIn = (value: unknown): Authored[] =>
  Array.isArray(value) ? value.flatMap(mapsIn) : isMap(value) ? [value, ...Object.values(value).flatMap(mapsIn)] : [];

/** What a customer says to a wrong figure: a persona's lines, and those of points whose answer is of that kind. */
const saidToWrong = (kind: 'amount' | 'date', document: Authored, isPersona: boolean): string[] => {
  if (isPersona) return isMap(document.reacts) ? texts(document.reacts.wrong) : [];
  return mapsIn(document.beats).flatMap((beat) => {
    const wrong = isMap(beat.reacts) ? beat.reacts.wrong : undefined;
    const points = mapsIn(beat.asks).flatMap(({ id, value }) =>
      isMap(value) && value.kind === kind && typeof id === 'string' ? [id] : [],
    );
    return isMap(wrong) ? [...new Set(points)].flatMap((id) => texts(wrong[id])) : [];
  });
};

const read = (file: string): Authored => parse(readFileSync(join(ROOT, file), 'utf8'));
const files = ['personas', 'short', 'cases'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml') && !file.includes('testplan'))
    .map((file) => join(folder, file)),
);
const documents = files.map((file) => ({ file, document: read(file) }));

const saidIn = (kind: 'amount' | 'date') =>
  documents.flatMap(({ file, document }) =>
    saidToWrong(kind, document, file.startsWith('personas')).map((line) => ({ file, line })),
  );

it('nobody insists on a sum to their own loss: lines on a wrong sum fit one too high and one too low [T67]', () => {
  const said = saidIn('amount');
  expect(said.length).toBeGreaterThan(60);
  expect(said.filter(({ line }) => ONE_WAY.test(line))).toEqual([]);
});

it('nobody counts a day anew to their own loss: lines on a wrong day fit one too early and one too late [T67]', () => {
  const said = saidIn('date');
  expect(said.length).toBeGreaterThan(40);
  expect(said.filter(({ line }) => COUNTS_ANEW.test(line))).toEqual([]);
});
