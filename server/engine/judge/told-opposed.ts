/**
 * Clauses that deny what a card or a page affirms, or affirm what it denies: 炸篮进不了洗碗机 where the page has 可以放进洗碗机洗
 * (RULES T185). Only where nearly all that the page says there is said, and nothing that is right in the case says as much.
 */
import type { PreparedCase } from '#engine/prepare/prepared-content.ts';
import { type ShopClaim, type ShopClaims, shopClaimsOf } from '#engine/prepare/shop-claims.ts';
import {
  ALIKE,
  type Claim,
  charsLike,
  claimIn,
  onlyNames,
  type Units,
  unitLike,
} from '#engine/prepare/signed-claims.ts';
import { CONDITION_WORDS, OTHERS_FIGURE } from '#language/cards/card-patterns.ts';
import type { Reading } from '#language/reading/clause.ts';
import { containsAny } from '#language/reading/either.ts';
import { namesOtherGoods } from './other-goods.ts';
import { takesSomethingBack } from './told-otherwise.ts';
import type { WrongFigure } from './wrong-figure.ts';

/**
 * `covered`: share of a page's words that a clause must say; `weight`: of all that it shares with them, and `own`: within
 * itself; `denied`: share of what is denied that the other must affirm; `alibi`: share of the weight that something right may have.
 */
const LEAST = { covered: 0.68, weight: 1.4, own: 1.3, denied: 0.75, alibi: 0.85 } as const;
/** What the clause before names tells a little less. */
const BEFORE = 0.9;

/** Nobody settles anything by such clauses, or they tell what somebody else said, or what is to wait (别直接上脸). */
const UNSETTLED =
  /敢|没法|不好说|说不|保证|包票|不确定|不一定|才|除非|[写讲问查]|[您你他她人]说|(.)[不没]\1|还是不|先[别莫不]|[别不]要?(?:直接|马上|立刻|急着|一下子)|(?:马上|赶紧|立刻|快)去|暂时|替[她他您你]|别[扔丢]|不(?:太|大)?好[剥拆洗弄打装收切搬取]/;
/** Without one of these a clause that affirms may only name a thing: 防水这块. */
const AFFIRMS = /是|有|带|行|也|都|放心|要|麻烦|请|让|就|得|直接|照/;
/** 有共享屏幕的先关掉, 报过码的马上停: what is to be ended is no more affirmed than by a page that denies it (RULES T250). */
const ENDS = /(?:先|就|都|赶紧|马上|立刻|快|给|要)?(?:关[掉上闭了]|停[掉了下止用]|断[开掉]|退出|撤[掉下回销])/;
/** 铝膜别拆 forbids something, and 管口有铝膜封 only says that it is there (RULES T262). */
const FORBIDS = /[别莫勿]|不要/;
const IS_THERE = /有(?!效|关)/;
/** Characters of which one claim may not have the one and another the other. */
const APART = ['前后', '内外', '上下', '多少', '大小', '早晚', '新旧', '左右', '先后', '买卖'].map((pair) => [...pair]);

const areApart = (a: Units, b: Units): boolean =>
  APART.some(([one = '', other = '']) =>
    [
      [one, other],
      [other, one],
    ].some(([first = '', second = '']) => a.has(first) && !a.has(second) && b.has(second) && !b.has(first)),
  );

type Said = { claim: Claim; all: Units; text: string };
type Shared = { weight: number; covered: number; own: number };

/**
 * What a clause shares with a claim; null where they speak of different things. A character stands for one of the claim's at
 * most: 审 of 不用等审批 is not all three of 报班长 (RULES T273).
 */
const sharedWith = ({ claim, all }: Said, told: Claim): Shared | null => {
  if (areApart(claim.units, told.units)) return null;
  const used = new Set<string>();
  let [weight, total, own] = [0, 0, 0];
  // Those that are said as they stand first: nothing that only means the same takes their place.
  const asItStands = ([char]: readonly [string, unknown]): number => Number(all.has(char));
  for (const [char, unit] of [...told.units].toSorted((a, b) => asItStands(b) - asItStands(a))) {
    total += unit.weight;
    const alike = charsLike(all, char, unit);
    const [first] = alike;
    if (first !== undefined && all.get(first)?.isDenied !== unit.isDenied) return null;
    const like = alike.find((each) => !used.has(each));
    if (like === undefined) continue;
    used.add(like);
    weight += Math.min(unit.weight, (all.get(like)?.weight ?? 0) * (like === char ? 1 : ALIKE));
    if (charsLike(claim.units, char, unit).length > 0) own += unit.weight;
  }
  return { weight, covered: total === 0 ? 0 : weight / total, own };
};

const covers = (part: Units, whole: Units): boolean => {
  let [weight, total] = [0, 0];
  for (const [char, unit] of part) {
    total += unit.weight;
    if (unitLike(whole, char, unit)) weight += unit.weight;
  }
  return total > 0 && weight >= total * LEAST.denied;
};

/** Whether one of two claims denies what the other affirms; a bare 不建议 is affirmed by a word that allows. */
const isOpposite = ({ claim: said, text }: Said, told: Claim): boolean => {
  if (said.sign === told.sign || (said.sign > 0 && ENDS.test(text))) return false;
  const [denied, affirmed] = said.sign < 0 ? [said, told] : [told, said];
  if (denied.manner === 'needless' && affirmed.manner === 'allowed') return false;
  const isTold = denied.denied.size === 0 ? affirmed.manner === 'allowed' : covers(denied.denied, affirmed.units);
  if (!isTold || told.isEvent || (said.sign > 0 && said.manner === 'bare' && !AFFIRMS.test(text))) return false;
  // Of a thing affirmed the last word is what must be denied, wherever something stands behind the denial.
  const denying = said.sign < 0 && said.denied.size > 0 ? said.denied : said.units;
  const head = told.head === null ? undefined : told.units.get(told.head);
  return told.head === null || head === undefined || unitLike(denying, told.head, head) !== null;
};

/** Whether a claim that is right says the same as a clause, or what comes near it. */
const isAlibi = (said: Said, right: Claim, accused: Shared): boolean => {
  if (right.sign !== said.claim.sign) return false;
  const shared = sharedWith(said, right);
  if (shared === null) return false;
  const isSameDenial = right.sign > 0 || right.denied.size === 0 || covers(right.denied, said.claim.units);
  return isSameDenial && shared.own > 0 && shared.weight >= accused.weight * LEAST.alibi;
};

const saidIn = (reading: Reading, index: number): Said | null => {
  const { start, end, ...clause } = reading.clauses[index] as Reading['clauses'][number];
  const text = reading.text.slice(start, end);
  const { isQuestion, isConditional, isOfOtherCase, isRetracted, isHedged, payer } = clause;
  if (isQuestion || isConditional || isOfOtherCase || isRetracted || isHedged || payer !== null) return null;
  if (reading.values.some(({ clauseIndex }) => clauseIndex === index)) return null;
  if (UNSETTLED.test(text) || containsAny(text, CONDITION_WORDS) || containsAny(text, OTHERS_FIGURE)) return null;
  const claim = claimIn(reading, index);
  if (claim.isEvent || claim.isTwofold) return null;
  const before = reading.clauses[index - 1];
  if (!before || before.isConditional || !onlyNames(reading.text.slice(before.start, before.end)))
    return { claim, all: claim.units, text };
  const named = [...claimIn(reading, index - 1).units].map(
    ([char, unit]) => [char, { ...unit, weight: unit.weight * BEFORE }] as const,
  );
  return { claim, all: new Map([...named, ...claim.units]), text };
};

const claims = new WeakMap<PreparedCase, ShopClaims>();
const claimsFor = (preparedCase: PreparedCase): ShopClaims => {
  const known = claims.get(preparedCase) ?? shopClaimsOf(preparedCase.scenario, preparedCase.shop);
  claims.set(preparedCase, known);
  return known;
};

/** Whether another clause of the turn says just what a card says: 出了库不能改城市，能做的是拦截下来重发苏州 denies nothing of it (RULES T265). */
const isSaidAsWell = (all: readonly (Said | null)[], { claim }: ShopClaim): boolean =>
  all.some((said) => said?.claim.sign === claim.sign && (sharedWith(said, claim)?.covered ?? 0) >= LEAST.covered);

/**
 * The clauses of a turn that say the opposite of a card or a page; `toldRight`: cards and goods of which the same turn tells
 * a point right, which nobody denies by how they say it (RULES T276).
 */
export const toldOpposed = (
  reading: Reading,
  preparedCase: PreparedCase,
  toldRight: ReadonlySet<string> = new Set(),
): WrongFigure[] => {
  if (takesSomethingBack(reading.text)) return [];
  const { told, right } = claimsFor(preparedCase);
  const said = reading.clauses.map((_, index) => saidIn(reading, index));
  return said.flatMap((each, index): WrongFigure[] => {
    if (each === null) return [];
    const against = told
      .filter(({ card }) => !toldRight.has(card) && !namesOtherGoods(each.text, preparedCase.shop, card))
      .flatMap((line) => {
        const isOther = FORBIDS.test(each.text) && line.claim.sign > 0 && IS_THERE.test(line.words);
        const shared = !isOther && isOpposite(each, line.claim) ? sharedWith(each, line.claim) : null;
        const { weight, covered, own } = shared ?? { weight: 0, covered: 0, own: 0 };
        const isSure = covered >= LEAST.covered && weight >= LEAST.weight && own >= LEAST.own;
        return shared !== null && isSure && !isSaidAsWell(said, line) ? [{ line, shared }] : [];
      })
      .toSorted((a, b) => b.shared.weight - a.shared.weight)[0];
    if (against === undefined || right.some((claim) => isAlibi(each, claim, against.shared))) return [];
    const { start, end } = reading.clauses[index] as Reading['clauses'][number];
    return [{ card: against.line.card, right: against.line.words, start, end }];
  });
};
