import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkText } from '#authoring/check-text.ts';
import { top } from '#tests/sockets/shipped-cases.ts';
import { library } from '#tests/support/library.ts';

const fixture = (ending: string): string =>
  readFileSync(join(top, 'tests', 'fixtures', 'authored', `own-fit${ending}`), 'utf8');
const shared = { catalogue: library, files: library.files };
const text = (yaml: string) => ({
  ...{
    file: { name: 'own.yaml', text: yaml },
    testplan: { name: 'own.testplan.yaml', text: fixture('.testplan.yaml') },
  },
  taken: {},
});

test('where the time is too short the usual card is judged and played, and the rest is said to be left [K7]', () => {
  const short = checkText(shared, text(fixture('.yaml')), () => false);
  expect(short.diagnostics).toEqual([]);
  expect(short.cards).toEqual({ all: 6, covering: 6, judged: 1, played: 1, allWritten: false });
  // The cards are written out in the first part of the time, and found to be open where nobody has played them.
  const open = fixture('.yaml').replace('⏎ 这【行.货.unit】选哪个', '⏎ 这【没有】选哪个');
  let asked = 0;
  const written = checkText(shared, text(open), (share) => share < 1 && ++asked > 0);
  expect(asked).toBeGreaterThan(6);
  expect(written.cards).toEqual({ all: 6, covering: 6, judged: 1, played: 1, allWritten: true });
  expect(written.diagnostics.map(({ code }) => code)).toEqual(['unknown-slot']);
});

test('a deck of more than a thousand cards is refused at its draws [K7]', () => {
  const numbers = (count: number): string => `[${[...Array(count).keys()].join(', ')}]`;
  const drawing = (count: number): string =>
    fixture('.yaml')
      .replace('    脾气:', `    甲: ${numbers(count)}\n    脾气:`)
      .replace('answer: [码]', 'answer: [码, 甲]');
  const codes = (count: number) => checkText(shared, text(drawing(count)), () => false).diagnostics;
  expect(codes(166)).toEqual([]);
  expect(codes(167)).toMatchObject([
    { code: 'too-many-variants', severity: 'error', line: 10, message: expect.stringContaining('1002') },
  ]);
});

test('what in a case that varies does nothing is told once, and a plain case has no cards [K7]', () => {
  const idle = checkText(shared, text(fixture('.yaml').replace('脾气 = hurried', '脾气 = plain')), () => false);
  expect(new Set(idle.diagnostics.map(({ code }) => code))).toContain('when-constant');
  expect(idle.template?.id).toBe('product-advice/own-fit');
  const plain = fixture('.yaml').replace(/^vary:[\s\S]+?(?=^grounds:)/m, '');
  expect(checkText(shared, text(plain))).toMatchObject({ template: null, cards: null });
});
