import { describe, expect, it } from 'vitest';
import { runTestplans } from '#authoring/testplan.ts';
import { checkLibrary } from '#library/checks/check-library.ts';
import { play } from '#tests/learning/support/play.ts';
import { diagnostics, library } from '#tests/support/library.ts';

const said = ({ file, line, code, message }: (typeof diagnostics)[number]) => `${file}:${line} ${code} ${message}`;

describe('the shipped content', () => {
  // The whole library is played by all its trainees: 18 s alone on two cores, more beside other tests.
  it('gives the checker nothing to report', () => {
    expect([...diagnostics, ...checkLibrary(library)].map(said)).toEqual([]);
  });

  it.each([...library.scenarios.keys()])('%s: has every trainee of its testplan end as the author expects', (id) => {
    const plan = library.testplans.get(id) ?? {};
    expect(Object.keys(plan)).toEqual(
      expect.arrayContaining(['model', 'second-model', 'poor', 'silent', 'paste-happy']),
    );
    expect(runTestplans(library, id, (replies) => play([id], replies)).map(said)).toEqual([]);
  });

  it.each([...library.scenarios.values()].map((s) => [s.id, s] as const))(
    '%s has at least three beats, a fact to ask for, an operation and two windows, or one in a short incident',
    (_, s) => {
      expect(s.beats.length).toBeGreaterThanOrEqual(3);
      expect(s.customer.knows.length).toBeGreaterThanOrEqual(1);
      const needs = [...s.beats.flatMap((b) => b.needs), ...s.duties];
      expect(needs.some((n) => n.do !== null)).toBe(true);
      expect(s.beats.filter((b) => b.window !== null).length).toBeGreaterThanOrEqual(s.incident === null ? 2 : 1);
      expect(s.beats.some((b) => new Set(Object.values(b.then).filter((to) => to !== null)).size > 1)).toBe(true);
    },
  );

  it.each([...library.shops.values()].map((s) => [s.id, s] as const))(
    '%s has at least 8 products, 12 cards and 40 quick replies to look things up in',
    (_, shop) => {
      expect(shop.products.length).toBeGreaterThanOrEqual(8);
      expect(shop.policies.length).toBeGreaterThanOrEqual(12);
      expect(shop.quickReplies.length).toBeGreaterThanOrEqual(40);
    },
  );
});
