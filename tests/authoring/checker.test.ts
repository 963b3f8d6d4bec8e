import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createChecker } from '#authoring/checker.ts';
import { top } from '#tests/sockets/shipped-cases.ts';

const SCENARIOS = join(top, 'scenarios');
const text = (yaml: string) => ({ file: { name: 'own.yaml', text: yaml }, testplan: null, taken: {} });

test('one after the other is answered in its turn, in the same thread', async () => {
  const checker = createChecker(SCENARIOS);
  onTestFinished(() => checker.close());
  const [first, second] = await Promise.all([checker.check(text('a: 1')), checker.check(text('[1]'))]);
  expect(first?.diagnostics.map(({ message }) => message)).toContain('不认识的键 a：改成 SCENARIO 里有的键，或删掉');
  expect(second?.diagnostics).toHaveLength(1);
});

test('what takes too long is given up, and keeps nobody waiting behind it', async () => {
  const checker = createChecker(SCENARIOS, 1);
  onTestFinished(() => checker.close());
  const long = text('- {a: 1}\n'.repeat(20_000));
  expect(await Promise.all([checker.check(long), checker.check(long)])).toEqual([null, null]);
});

test('the time the thread takes to start is not the case’s', async () => {
  const other = createChecker(SCENARIOS);
  onTestFinished(() => other.close());
  const before = performance.now();
  await other.check(text('a: 1'));
  // Starting takes nearly all of that on a machine of any speed: were it counted, half would not be enough.
  const checker = createChecker(SCENARIOS, (performance.now() - before) / 2);
  onTestFinished(() => checker.close());
  expect(await checker.check(text('a: 1'))).not.toBeNull();
});

test('who still waits when the server stops is told so', async () => {
  const checker = createChecker(SCENARIOS);
  const waiting = checker.check(text('a: 1'));
  await Promise.resolve();
  checker.close();
  expect(await waiting).toBeNull();
});
