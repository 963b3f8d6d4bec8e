/** 政策解读 over HTTP: the key stays on the server until an answer is judged. */
import { describe, expect, test } from 'vitest';
import { readingMenuSchema, readingVerdictSchema } from '#contract/practice/policy-readings.ts';
import { readPolicyReadings } from '#library/policy-readings/load.ts';
import { ask, codeOf, testServer, valueIn } from '#tests/http/support/test-server.ts';
import { shippedCatalog } from '#tests/sockets/shipped-cases.ts';

const server = () => testServer({ catalog: shippedCatalog });
const readings = [...readPolicyReadings().values()];

describe('policy readings over HTTP', () => {
  test('[G8] nothing of points, wordings, model or wrong answers leaves the server before an answer is judged', async () => {
    const { url } = await server();
    const menu = readingMenuSchema.parse(valueIn(await ask(`${url}/api/policy-readings`)));
    expect(menu.readings.map(({ id }) => id)).toEqual(readings.map(({ id }) => id));
    // What stands on the shop's own card is open to anybody.
    const open = menu.readings.map(({ card, customer }) => card.text + card.title + customer).join();
    const wire = JSON.stringify(menu);
    const keys = readings.flatMap(({ model, wrong, points }) => [
      ...[model, wrong],
      ...points.flatMap(({ says, also, contradicts }) => [says, ...also, ...contradicts]),
    ]);
    expect(keys.filter((key) => wire.includes(key) && !open.includes(key))).toEqual([]);
    for (const field of ['points', 'model', 'wrong', 'also']) expect(wire).not.toContain(`"${field}":`);
  });

  test('[G8] an answer is judged sentence by sentence against the card, and nothing of it is stored', async () => {
    const { url } = await server();
    const answer = async (id: string, text: string) =>
      await ask(`${url}/api/policy-readings/${id}/answers`, { method: 'POST', body: { text } });
    const right = readings.find(({ id }) => id === 's-price-guard');
    const passed = readingVerdictSchema.parse(valueIn(await answer('s-price-guard', right?.model ?? '')));
    expect(passed).toMatchObject({ credit: 1, model: right?.model });
    const failed = readingVerdictSchema.parse(valueIn(await answer('s-price-guard', '我们价保7天。')));
    expect(failed.credit).toBe(0);
    expect(failed.sentences[0]?.against[0]).toMatchObject({ said: '我们价保7天', title: '价保15天', surely: true });
    expect(failed.points.map(({ state }) => state)).toContain('missed');
    const offsite = readingVerdictSchema.parse(
      valueIn(await answer('s-price-guard', '您加我微信，差价我私下转给您。')),
    );
    expect(offsite.sentences[0]?.redLines[0]?.name).toContain('红线');
    expect(codeOf(await answer('no-such-reading', '您好'))).toBe('unknown-reading');
    expect(codeOf(await answer('s-price-guard', ' '))).toBe('bad-request');
    expect(codeOf(await answer('s-price-guard', '好'.repeat(301)))).toBe('bad-request');
  });
});
