/** What to practise next: cases that offer most of what was weakest, near the level just played. */
import type { Report } from '#contract/report.ts';
import type { Scenario } from '#engine/content.ts';

const MOST = 3;

const beatsWith = (s: Scenario, test: (b: Scenario['beats'][number]) => boolean): number => s.beats.filter(test).length;

/** How much a case gives to practise against each family of fault. */
const OFFERS: Readonly<Record<string, { of: (s: Scenario) => number; why: string }>> = {
  late: { of: (s) => beatsWith(s, (b) => b.asks.length > 0) / 4, why: '连着几问，练一句先碰到问题' },
  'quick-replies': { of: (s) => s.customer.knows.length, why: '要先问再答，短语照发行不通' },
  'not-valuing': { of: (s) => beatsWith(s, (b) => b.window !== null), why: '有几个时机，练答完再开口' },
  evading: {
    of: (s) => s.beats.flatMap((b) => b.asks.flatMap((q) => q.points.filter((p) => p.must))).length / 2,
    why: '每一问都要一个准数',
  },
  wrong: {
    of: (s) => s.beats.flatMap((b) => b.asks.flatMap((q) => q.points.filter((p) => p.policy !== null))).length / 2,
    why: '答案都在卡片上，练先查再答',
  },
  operation: {
    of: (s) => s.duties.length + s.forbids.length + beatsWith(s, (b) => b.needs.some((n) => n.do !== null)),
    why: '有先后、有禁做，练先核对再点',
  },
  manner: {
    of: (s) => (s.customer.mood !== null && s.customer.mood <= 40 ? 3 : 0) + s.level / 3,
    why: '客户带着火来，练先接住再办',
  },
};

/** How much a case gives to practise against a family of fault; a family not known asks for level. */
export const offerAgainst = (family: string, scenario: Scenario): number =>
  OFFERS[family]?.of(scenario) ?? scenario.level;

export function nextCases(
  available: readonly Scenario[],
  played: readonly string[],
  weakest: string | null,
): Report['next'] {
  const levels = available.filter((s) => played.includes(s.id)).map((s) => s.level);
  const level = levels.length === 0 ? 1 : Math.max(...levels);
  const offer = OFFERS[weakest ?? ''] ?? { of: (s: Scenario) => s.level, why: '比这一场难一级' };
  // With nothing left to mend the next case is a harder one.
  const wanted = weakest === null ? level + 1 : level;
  return available
    .filter((s) => !played.includes(s.id) && s.incident === null)
    .map((s) => ({ s, fit: offer.of(s) - Math.abs(s.level - wanted) * 1.5 }))
    .sort((a, b) => b.fit - a.fit || (a.s.id < b.s.id ? -1 : 1))
    .slice(0, MOST)
    .map(({ s }) => ({ scenario: s.id, why: `${s.teaches}。${offer.why}` }));
}
