import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createChecker } from '#authoring/checker.ts';
import { inLanguage, type Language } from '#i18n/language.ts';
import { VALID } from '#tests/library/fixture.ts';
import { top } from '#tests/sockets/shipped-cases.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';

/** A library of one case: the thread reads a whole library at its start, and the shipped one takes three seconds. */
const smallLibrary = (): string => {
  const folder = tempFolder();
  cpSync(VALID, folder, { recursive: true });
  cpSync(join(top, 'scenarios/rubrics'), join(folder, 'rubrics'), { recursive: true });
  return folder;
};
const text = (yaml: string) => ({ file: { name: 'own.yaml', text: yaml }, testplan: null, taken: {} });

test('two checks asked for at once are answered in turn by the same thread', async () => {
  const checker = createChecker(smallLibrary());
  onTestFinished(() => checker.close());
  const [first, second] = await Promise.all([checker.check(text('a: 1')), checker.check(text('[1]'))]);
  expect(first?.diagnostics.map(({ message }) => message)).toContain('不认识的键 a：改成 SCENARIO 里有的键，或删掉');
  expect(second?.diagnostics).toHaveLength(1);
});

test('a check’s findings are in the language of whoever asked for it, even when two people ask at once', async () => {
  const checker = createChecker(smallLibrary());
  onTestFinished(() => checker.close());
  const mini = (ending: string) => readFileSync(join(VALID, `cases/product-advice/mini${ending}`), 'utf8');
  const testplan = mini('.testplan.yaml').replace('score: [0, 15]', 'score: [15, 15]');
  const upload = { ...text(mini('.yaml')), testplan: { name: 'own.testplan.yaml', text: testplan } };
  const told = async (language: Language) =>
    (await inLanguage(language, () => checker.check(upload)))?.diagnostics.map(({ message }) => message);
  const [zh, en, again] = await Promise.all([told('zh'), told('en'), told('zh')]);
  expect(zh).toContainEqual(expect.stringMatching(/^silent：得分 \d+，不在 15–15 之内$/));
  expect(en).toContainEqual(expect.stringMatching(/^silent: the score is \d+, not within 15–15$/));
  expect(again).toEqual(zh);
});

test('a check that takes too long is given up, and the checks behind it go on', async () => {
  const checker = createChecker(smallLibrary(), 1);
  onTestFinished(() => checker.close());
  const long = text('- {a: 1}\n'.repeat(20_000));
  expect(await Promise.all([checker.check(long), checker.check(long)])).toEqual([null, null]);
});

test('the time its thread takes to start doesn’t count against a check’s limit', async () => {
  const other = createChecker(smallLibrary());
  onTestFinished(() => other.close());
  const before = performance.now();
  await other.check(text('a: 1'));
  // Starting the thread takes nearly all of that time: if it counted, half of it would be too short a limit.
  const checker = createChecker(smallLibrary(), (performance.now() - before) / 2);
  onTestFinished(() => checker.close());
  expect(await checker.check(text('a: 1'))).not.toBeNull();
});

test('a check that still waits when the server stops is answered with null', async () => {
  const checker = createChecker(smallLibrary());
  const waiting = checker.check(text('a: 1'));
  await Promise.resolve();
  checker.close();
  expect(await waiting).toBeNull();
});
