/** Which dimension weighs what, once each fault is charged in one place only (RULES M15, M18). */
import type { Dimension, FindingRule, Rubric } from '#engine/model/rubric.ts';
import { sum } from '#scoring/log/arithmetic.ts';
import type { Opportunity } from '#scoring/opportunities/opportunity.ts';
import { unreachedOpportunities } from './charge-once.ts';
import { totalWorth } from './shares.ts';

const chargedElsewhere = (
  opportunities: readonly Opportunity[],
  where: NonNullable<Opportunity['chargedElsewhere']>,
): readonly Opportunity[] => opportunities.filter((opportunity) => opportunity.chargedElsewhere === where);

/** Dimensions of how something is said: a loss charged in another dimension takes its weight along (RULES M15). */
const DIMENSIONS_OF_WORDS: readonly Dimension[] = ['expression', 'manner'];

/**
 * Weight of a dimension by what it still offers. 响应时效 keeps that of waits charged elsewhere, else missed opportunities
 * would make slowness cheaper, and hands over that of replies in time whose words are charged. `offered`: those of `all`
 * its opportunities that are charged here.
 */
export const baseWeightOf = (
  weight: number,
  id: Dimension,
  offered: readonly Opportunity[],
  all: readonly Opportunity[],
): number => {
  if (offered.length === 0) return weight;
  const gone = [...chargedElsewhere(all, 'ahead'), ...chargedElsewhere(all, 'words')];
  const offeredShare = DIMENSIONS_OF_WORDS.includes(id)
    ? totalWorth(offered) / totalWorth(all)
    : 1 - totalWorth(gone) / totalWorth(all);
  return weight * offeredShare;
};

/**
 * Weight that the dimensions of how something is said, and replies in time with wrong words, hand to 问题解决, where the
 * losses are charged. If it went to all
 * dimensions, it would raise the marks already earned. The weight that a dimension keeps for its deductions alone
 * (`weightNow`) isn't handed over.
 */
const weightHandedOver = (
  rubric: Rubric,
  opportunities: readonly Opportunity[],
  weightNow: (id: Dimension) => number,
): number => {
  return sum(
    [...DIMENSIONS_OF_WORDS, 'response' as const].map((id) => {
      const all = opportunities.filter((opportunity) => opportunity.dimension === id);
      const handedOver = chargedElsewhere(all, id === 'response' ? 'words' : 'dearer');
      if (handedOver.length === 0) return 0;
      const keptWeight = all.every((opportunity) => opportunity.chargedElsewhere) ? weightNow(id) : 0;
      return Math.max(0, (rubric.weights[id] * totalWorth(handedOver)) / totalWorth(all) - keptWeight);
    }),
  );
};

/**
 * The weight of 问题解决 with what the dimensions of words hand over, and the opportunities that a lost customer left
 * unreached, which it loses whole. `weightNow`: a dimension's weight before this.
 */
export const solvingTakeover = (
  rubric: Rubric,
  solving: { baseWeight: number; offered: readonly Opportunity[] },
  opportunities: readonly Opportunity[],
  weightNow: (id: Dimension) => number,
): { baseWeight: number; unreached: Opportunity[] } => {
  const baseWeight = solving.baseWeight + weightHandedOver(rubric, opportunities, weightNow);
  const unreached = unreachedOpportunities(rubric, opportunities);
  const worthPerWeight = totalWorth(solving.offered) / baseWeight;
  return {
    baseWeight: baseWeight + sum(unreached.map(({ weight }) => weight)),
    unreached: unreached.map(({ of, weight }) => ({
      ...of,
      dimension: 'solving',
      worth: weight * worthPerWeight,
      credit: 0,
    })),
  };
};

/** Customers up to whom a fault deducts all that the rubric says. */
const USUAL_CUSTOMERS = 3;

/** Worth below which what little 平台操作 or 销售转化 had to offer carries no full weight among many; as many as customers, where these are more. */
const FULL_WORTH = 6;
/** Dimensions that may have little to offer among many customers. */
const FEW_CHANCES: readonly Dimension[] = ['operation', 'sales'];

/**
 * The share of its points that a fault deducts among so many customers (RULES M166): one coupon sent early took two
 * thirds of 平台操作 from who had served 34. A mild one shrinks as its customer's part of the drill does (RULES M253): one
 * goodbye left out took more of 服务素养 by its points than by the chance. A red line weighs the same whoever else was served.
 */
export const deductedShare = (
  { code, severity }: Pick<FindingRule, 'code' | 'severity'>,
  customers: number,
): number => {
  if (customers <= USUAL_CUSTOMERS || code.startsWith('red-line:')) return 1;
  const part = USUAL_CUSTOMERS / customers;
  return severity === 'mild' ? part : Math.sqrt(part);
};

/**
 * The share of its weight that a dimension keeps which offered little among more than three customers (RULES M229): one
 * pause in which nobody was asked to order took 4.4 marks from who had served 33, four times a false sentence.
 */
export const fewChancesShare = (id: Dimension, offered: readonly Opportunity[], customers: number): number =>
  customers <= USUAL_CUSTOMERS || offered.length === 0 || !FEW_CHANCES.includes(id)
    ? 1
    : Math.min(1, totalWorth(offered) / Math.max(FULL_WORTH, customers));

/**
 * How much more a fault that is no mild one deducts where its dimension has little weight because many were served: what the
 * chances lose by their number (RULES M253) makes no money given back unasked any cheaper.
 */
export const graveAmong = (
  id: Dimension,
  { severity }: Pick<FindingRule, 'severity'>,
  offered: readonly Opportunity[],
  customers: number,
): number => {
  if (customers <= USUAL_CUSTOMERS || severity === 'mild' || offered.length === 0 || !FEW_CHANCES.includes(id))
    return 1;
  return Math.min(1, totalWorth(offered) / FULL_WORTH) / fewChancesShare(id, offered, customers);
};
