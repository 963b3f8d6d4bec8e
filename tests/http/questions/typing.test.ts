import { expect, test } from 'vitest';
import { typingSchema } from '#contract/wire/typing.ts';
import { toyCatalog } from '#tests/drills/support/toy-content.ts';
import { ask, testServer, valueIn } from '#tests/http/support/test-server.ts';
import { shared } from '#tests/support/question-bank.ts';

test('anybody gets the texts to type, the phrases, and how fast is fast', async () => {
  const { typing } = shared.catalogue;
  // Those of exams are nobody's to practise (RULES Y21).
  const { exam: _, ...practice } = typing;
  const { url } = await testServer({ catalog: { ...toyCatalog, typing } });
  const value = valueIn(await ask(`${url}/api/typing`));
  expect(typingSchema.parse(value)).toEqual(practice);
});

test('a library without texts has none, and says so', async () => {
  const { url } = await testServer({ catalog: toyCatalog });
  expect(valueIn(await ask(`${url}/api/typing`))).toEqual({ rates: null, long: [], short: [], phrases: null });
});
