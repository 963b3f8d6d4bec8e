import { expect, it } from 'vitest';
import { playDrill } from '#authoring/play-drill.ts';
import type { ContentData } from '#engine/model/content.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { contentFor } from '#library/load.ts';
import { cardOfSeed } from '#library/variations/card.ts';
import { makeReport } from '#scoring/report.ts';
import { rushOf } from '#scripts/play/rush.ts';
import { traineeReplies } from '#scripts/play/trainee-replies.ts';
import { library } from '#tests/support/library.ts';

const SEED = 3;

const played = async (
  level: 1 | 3,
  capacity: number | null,
  trainee: string,
): Promise<{ log: DrillEvent[]; report: ReturnType<typeof makeReport>; data: ContentData }> => {
  const rush = await rushOf(library, { profile: 'd11-open', shop: 'suibu', level, capacity, seed: SEED });
  if (typeof rush === 'string') throw new Error(rush);
  const scenarios = rush.customers.map(({ scenario }) => scenario);
  const { data, hash } = contentFor(library, [...new Set(scenarios)], cardOfSeed(SEED), rush.deals);
  const replies = traineeReplies(library, scenarios, trainee, SEED, rush.deals) ?? expect.fail('no such trainee');
  const log = playDrill(prepare(data), { scenarios, replies, seed: SEED, mode: 'practice', contentHash: hash, rush });
  return { log, report: makeReport(data, log), data };
};

const cameAt = (log: readonly DrillEvent[]): string[] => {
  const [opened] = log;
  if (opened?.kind !== 'drill-opened') throw new Error('no drill');
  const scenarios = new Map(opened.customers.map(({ conversation, scenario }) => [conversation, scenario]));
  // Who comes back stands in the queue once more, and has come once.
  const first = new Map(
    log
      .filter(({ kind }) => kind === 'customer-queued' || kind === 'customer-arrived')
      .flatMap((event) => ('conversation' in event ? [[event.conversation, event.at] as const] : []))
      .toReversed(),
  );
  return [...first].map(([conversation, at]) => `${at} ${scenarios.get(conversation)}`);
};

it('[C9] a level’s customers come to a higher one at the same milliseconds, with another trainee and another capacity', async () => {
  const low = cameAt((await played(1, null, 'model')).log);
  const high = cameAt((await played(3, 2, 'poor')).log);
  expect(low.length).toBeGreaterThan(3);
  expect(high).toEqual(expect.arrayContaining(low));
});

it('[Q4] a rush of shipped cases ends, and its report accounts for everybody who came', async () => {
  const { log, report } = await played(3, 2, 'poor');
  expect(log.at(-1)).toMatchObject({ kind: 'drill-ended' });
  expect(log.at(-1)?.at).toBeLessThanOrEqual(20 * 60_000);
  const { rush } = report;
  expect(rush?.came).toBe(cameAt(log).length);
  expect(rush?.colleague).toBeGreaterThan(0);
  expect(rush?.queue?.longestS).toBeLessThanOrEqual(90);
  const { served = 0, leftQueue = 0, leftDesk = 0, transferred = 0, colleague = 0, unserved = 0 } = rush ?? {};
  expect(served + leftQueue + leftDesk + transferred + colleague + unserved).toBeLessThanOrEqual(rush?.came ?? 0);
  expect(rush?.broke?.todo).not.toBe('');
});

it('[Q73] it is played on its day as at the desk, and the model trainee knows that day’s figures', async () => {
  const { data, log, report } = await played(1, 12, 'model');
  expect(new Set(data.scenarios.map(({ story }) => story?.date))).toEqual(new Set(['2026-11-10']));
  expect(log.filter(({ kind }) => kind === 'turn-judged').length).toBeGreaterThan(5);
  const wrong = report.findings.filter(({ code }) => code === 'wrong-fact' || code === 'wrong-amount');
  expect(wrong.map(({ quote }) => quote)).toEqual([]);
});

it('a profile or a shop that isn’t there is named', async () => {
  const asked = { profile: 'd11-open', shop: 'suibu', level: 1, capacity: null, seed: 1 } as const;
  expect(await rushOf(library, { ...asked, profile: 'nope' })).toContain('unknown-rush');
  expect(await rushOf(library, { ...asked, shop: 'nope' })).toContain('unknown-shop');
});
