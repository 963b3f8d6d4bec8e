/** Every customer who may come to a rush, at each of its minutes: their story, papers and pictures are of that minute. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stagingAt } from '#drills/catalog/rush-round.ts';
import type { Scenario } from '#engine/model/content.ts';
import { stagedPlain, stagedVariantFor } from '#library/reading/staged-scenario.ts';
import { momentOf } from '#library/variations/moments.ts';
import type { Staging } from '#library/variations/story-time.ts';
import { library } from '#tests/support/library.ts';

const MINUTES = Array.from({ length: 16 }, (_, minute) => minute);
const STAMP = /(\d{2}-\d{2}) (\d{2}:\d{2})/g;
const PICTURES = 'scenarios/pictures';

type Papers = { story: { date: string; time: string }; order?: unknown; orders?: unknown; before?: unknown };

/** What lies ahead in the papers of a customer: times of today, and hours that a note tells as over when it was written. */
const aheadIn = ({ story, order, orders, before }: Papers): string[] => {
  const today = story.date.slice(5);
  const stamps = [...JSON.stringify([order, orders, before]).matchAll(STAMP)];
  const notes = [...JSON.stringify([order, orders]).matchAll(/\{"on":"(\d{2}-\d{2}) (\d{2}:\d{2})","note":"([^"]+)"/g)];
  return [
    ...stamps.filter(([, day, clock = '']) => day === today && clock > story.time).map(([words]) => words),
    ...notes.flatMap(([, day, written = '', note = '']) =>
      [...note.matchAll(/(\d{2}:\d{2})已/g)].flatMap(([, told = '']) =>
        day === today && told > written ? [`${written} tells of ${told}`] : [],
      ),
    ),
  ];
};

const allStagings = library.rush.profiles.flatMap((profile) =>
  MINUTES.map((minute) => ({ profile, minute, staging: stagingAt(profile, minute * 60_000) })),
);

describe('the clock of a rush', () => {
  test('[J160] short customers come at its minute, whatever their card, and tell nothing that lies ahead', () => {
    const faults: string[] = [];
    for (const { template } of library.short.values()) {
      if (momentOf(template) !== null) continue;
      const isThere = (staging: Staging, card = 0) =>
        stagedVariantFor(template, library.shopFacts, { staging, card: { deck: '', card }, isWanted: false });
      for (const { profile, minute, staging } of allStagings) {
        if (isThere(stagingAt(profile, 0)) === null || isThere(stagingAt(profile, 900_000)) === null) continue;
        const variant = isThere(staging, minute);
        if (variant === null) {
          faults.push(`${template.id} can't come at ${staging.time}`);
          continue;
        }
        const papers = variant.scenario.value as Papers;
        if (papers.story.time !== staging.time)
          faults.push(`${template.id} says ${papers.story.time} at ${staging.time}`);
        faults.push(...aheadIn(papers).map((words) => `${template.id} at ${staging.time}: ${words}`));
      }
    }
    expect(faults).toEqual([]);
  });

  test('[J160] who asks after the shop’s offer has papers of this minute, none from before it began', () => {
    for (const { profile, minute, staging } of allStagings.filter(({ profile: { offer } }) => offer !== undefined))
      for (const { template } of library.short.values()) {
        if (momentOf(template) === null) continue;
        const variant = stagedVariantFor(template, library.shopFacts, {
          ...{ staging, card: { deck: '', card: minute }, isWanted: true },
        });
        const papers = variant?.scenario.value as Papers;
        expect(papers.story.time, template.id).toBe(staging.time);
        expect(aheadIn(papers), template.id).toEqual([]);
        const begins = stagingAt(profile, (profile.offer?.at ?? 0) * 1000).time;
        const isAsked = /^(un)?protected$/.test(momentOf(template) ?? '') && minute >= 12;
        const [told] = [
          ...JSON.stringify(papers.order ?? '').matchAll(/\{"on":"\d{2}-\d{2} (\d{2}:\d{2})","note":"[^"]*限时立减/g),
        ];
        if (isAsked) expect((told?.[1] ?? '') >= begins, `${template.id}: ${told?.[1]} of ${begins}`).toBe(true);
      }
  });

  test('[J160] nobody whose words read a clock of their own comes at another', () => {
    const { template } = library.short.get('promotion/deadline-suibu') ?? expect.fail('no such case');
    const at2004 = (one: typeof template) =>
      stagedVariantFor(one, library.shopFacts, {
        ...{ staging: { date: '2026-11-10', time: '20:04' }, card: { deck: '', card: 0 }, isWanted: false },
      });
    expect(at2004(template)).not.toBeNull();
    expect(at2004({ ...template, body: { ...template.body, title: '现在【这会】' } })).toBeNull();
  });

  test('[J161] a case that doesn’t vary has its latest notes as long before its clock as it was written', () => {
    const scam = library.scenarios.get('account-security/scam-call') as Scenario;
    const staged = stagedPlain(scam, { date: '2026-11-10', time: '20:04' });
    expect(JSON.stringify(staged?.orders)).toContain('11-10 20:04');
    expect(JSON.stringify(staged?.orders)).not.toContain('16:52');
    const order = scam.orders[0] ?? expect.fail('no order');
    const early = { ...scam, orders: [{ ...order, placed: '11-12 15:00' }] };
    expect(stagedPlain(early, { date: '2026-11-10', time: '13:04' })).toBeNull();
  });

  test('[J233] a note tells of a new price from the minute its announcement comes, at whatever clock', () => {
    const noted: string[] = [];
    for (const [id, { template }] of library.short)
      if (id.startsWith('complaint-escalation/price-dropped'))
        for (const { staging, minute } of allStagings) {
          const variant = stagedVariantFor(template, library.shopFacts, {
            ...{ staging, card: { deck: '', card: minute }, isWanted: false },
          });
          const papers = JSON.stringify((variant?.scenario.value as Papers | undefined)?.order ?? '');
          const [, told = 'no note'] = /\{"on":"([^"]+)","note":"[^"]*今天起调到/.exec(papers) ?? [];
          noted.push(`${id} ${staging.date.slice(5)} ${staging.time}: ${told}`);
        }
    expect(noted.length).toBeGreaterThan(200);
    expect(noted.filter((line) => !/ (\d{2}-\d{2} \d{2}:\d{2}): \1$/.test(line))).toEqual([]);
  });

  test('[J234] nobody announces a price that ends while the desk is served', () => {
    const { template } = library.short.get('promotion/deadline-suibu') ?? expect.fail('no such case');
    const ends = (rushEnds: string) =>
      MINUTES.flatMap((card) => {
        const staging = { date: '2026-11-10', time: '19:58', ends: rushEnds };
        const variant = stagedVariantFor(template, library.shopFacts, {
          ...{ staging, card: { deck: '', card }, isWanted: false },
        });
        const { incident } = Object(variant?.scenario.value) as Scenario;
        return incident?.changes ? [/到今天(\d{2}:\d{2})/.exec(incident.notice ?? '')?.[1] ?? ''] : [];
      });
    expect(ends('19:59')).toContain('20:00');
    expect(ends('20:16')).not.toContain('20:00');
  });

  test('[J161] a customer’s picture shows no clock of its own, unless its case tells of that very hour', () => {
    const alts = readFileSync(join(PICTURES, 'pictures.yaml'), 'utf8');
    const clocks = readdirSync(PICTURES)
      .filter((file) => file.endsWith('.svg'))
      .flatMap((file) =>
        [...readFileSync(join(PICTURES, file), 'utf8').matchAll(/>([^<]*\d{2}:\d{2}[^<]*)</g)]
          .map(([, words = '']) => words)
          .filter((words) => !/\d{2}-\d{2} |通话/.test(words) && !alts.includes(`时间 ${words}`))
          .map((words) => `${file}: ${words}`),
      );
    expect(clocks).toEqual([]);
  });
});
