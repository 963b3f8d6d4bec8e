/** A wrong sum may be in the customer's favour: what they say to it doubts or holds to it, and asks for no other sum. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

const ROOT = join(import.meta.dirname, '../../scenarios');
/** Words that only somebody says who has been told too little, or who wants less than they were told. */
const ONE_WAY = /不对吧|不能吧|算错|少算|再(?:算|乘|减|加|按)一?遍|再(?:算算|减减|加加)|吃亏|坏了有赔/u;

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

/** What a customer says to a wrong sum: a persona's lines, and those of points that are a sum of money. */
const saidToWrongSums = (document: Authored, isPersona: boolean): string[] => {
  if (isPersona) return isMap(document.reacts) ? texts(document.reacts.wrong) : [];
  return mapsIn(document.beats).flatMap((beat) => {
    const wrong = isMap(beat.reacts) ? beat.reacts.wrong : undefined;
    const sums = mapsIn(beat.asks).flatMap(({ id, value }) =>
      isMap(value) && value.kind === 'amount' && typeof id === 'string' ? [id] : [],
    );
    return isMap(wrong) ? [...new Set(sums)].flatMap((id) => texts(wrong[id])) : [];
  });
};

const read = (file: string): Authored => parse(readFileSync(join(ROOT, file), 'utf8'));
const files = ['personas', 'short', 'cases'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml') && !file.includes('testplan'))
    .map((file) => join(folder, file)),
);

it('nobody insists on a sum to their own loss: lines on a wrong sum fit one too high and one too low [T67]', () => {
  const said = files.flatMap((file) =>
    saidToWrongSums(read(file), file.startsWith('personas')).map((line) => ({ file, line })),
  );
  expect(said.length).toBeGreaterThan(60);
  expect(said.filter(({ line }) => ONE_WAY.test(line))).toEqual([]);
});
