/** A small draw of the fuzz; `npm run -s fuzz` does the hundred thousand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandSchemas } from '#contract/commands.ts';
import { randomOf } from '#scripts/faults/random.ts';
import { mutated, rightValue } from '#scripts/fuzz/generate.ts';
import { runFuzz } from '#scripts/fuzz/run-fuzz.ts';
import { faultsIn } from '#scripts/fuzz/verdict.ts';
import { top } from './child-server.ts';

test('payloads are right by the schema before they are spoilt, and the same for the same seed', () => {
  const words = ['c1', 'm1', 'promotion/coupon-stack'] as const;
  for (const schema of Object.values(commandSchemas)) {
    const random = randomOf(1);
    for (let times = 0; times < 20; times += 1)
      expect(schema.safeParse(rightValue(schema, random, words)).error?.issues).toBeUndefined();
    expect(mutated(rightValue(schema, randomOf(5), words), randomOf(6))).toEqual(
      mutated(rightValue(schema, randomOf(5), words), randomOf(6)),
    );
  }
});

test('no payload of six hundred, of which every target has some, is answered wrongly, ends the server, holds it up or makes it grow [N10]', async () => {
  const figures = await runFuzz({ seed: 1, count: 600 });
  expect(Object.entries(figures.payloads).filter(([, count]) => count === 0)).toEqual([]);
  expect(faultsIn(figures)).toEqual([]);
});

test('the product itself can’t be started with its limits lifted', () => {
  for (const file of ['server/main.ts', 'server/common/config.ts'])
    expect(readFileSync(join(top, file), 'utf8')).not.toMatch(/limits|lifted/i);
});
