/** What a case gives to practise against each family of fault: how much of it, and in its own figures what it is. */
import type { Scenario } from '#engine/model/content.ts';
import { WINDOW_NAMES } from '#scoring/opportunities/windows.ts';

type Offer = { much: (s: Scenario) => number; figure: (s: Scenario) => string; practise: string };

const questions = (s: Scenario) => s.beats.flatMap((b) => b.asks);
const points = (s: Scenario) => questions(s).flatMap((q) => q.points);
const musts = (s: Scenario): number => points(s).filter((p) => p.must).length;
const onCards = (s: Scenario): number => points(s).filter((p) => p.policy !== null).length;
const windows = (s: Scenario) => s.beats.flatMap((b) => b.window ?? []);
const deeds = (s: Scenario): number =>
  s.duties.length + s.beats.filter((b) => b.needs.some((n) => n.do !== null)).length;
/** docs/trade.md §1: who comes in at or below this is hard to talk to from the first line. */
const GRUMPY = 40;

const OFFERS: Readonly<Record<string, Offer>> = {
  late: {
    much: (s) => s.beats.filter((b) => b.asks.length > 0).length / 4,
    figure: (s) => `${questions(s).length} 问接着来`,
    practise: '练一句先碰到问题',
  },
  'quick-replies': {
    much: (s) => s.customer.knows.length,
    figure: (s) => (s.customer.knows.length === 0 ? '问得具体' : `${s.customer.knows.length} 件事客户不问不说`),
    practise: '短语照发对不上',
  },
  'not-valuing': {
    much: (s) => windows(s).length,
    figure: (s) => {
      const names = [...new Set(windows(s).map(({ kind }) => WINDOW_NAMES[kind]))];
      return names.length === 0 ? '道别要自己开口' : `有${names.join('、')}的时机`;
    },
    practise: '练答完再开口',
  },
  evading: { much: (s) => musts(s) / 2, figure: (s) => `${musts(s)} 个要点都要准话`, practise: '练问什么答什么' },
  wrong: { much: (s) => onCards(s) / 2, figure: (s) => `${onCards(s)} 个答案写在卡片上`, practise: '练先查再答' },
  operation: {
    much: (s) => s.forbids.length + deeds(s),
    figure: (s) => {
      const { length } = s.forbids;
      return length === 0 ? `${deeds(s)} 步操作` : `${deeds(s)} 步操作、${length} 样不能做`;
    },
    practise: '练先核对再点',
  },
  manner: {
    much: (s) => (s.customer.mood !== null && s.customer.mood <= GRUMPY ? 3 : 0) + s.level / 3,
    figure: (s) =>
      s.customer.mood !== null && s.customer.mood <= GRUMPY
        ? `客户进来心情只有 ${s.customer.mood}`
        : `来回 ${s.beats.length} 段话`,
    practise: '练先接住再办',
  },
};

/** How much a case gives to practise against a family of fault; a family not known asks for level. */
export const offerAgainst = (family: string, scenario: Scenario): number =>
  OFFERS[family]?.much(scenario) ?? scenario.level;

/** The same in words, with the case's own figures. */
export const offerSaid = (family: string, scenario: Scenario): string =>
  OFFERS[family]?.figure(scenario) ?? `${questions(scenario).length} 问`;

/** What one does better by practising against a family; empty for a family not known. */
export const practiseAgainst = (family: string): string => OFFERS[family]?.practise ?? '';

/** The family a case asks most against, those `told` already left out while there is any other. */
export function hardestOf(scenario: Scenario, told: ReadonlySet<string>): string {
  const families = Object.keys(OFFERS).filter((family) => offerAgainst(family, scenario) > 0);
  const fresh = families.filter((family) => !told.has(family));
  const [hardest] = (fresh.length > 0 ? fresh : families).toSorted(
    (a, b) => offerAgainst(b, scenario) - offerAgainst(a, scenario),
  );
  return hardest ?? 'late';
}
