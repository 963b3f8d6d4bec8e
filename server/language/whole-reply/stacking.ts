import type { Reading } from '#language/reading/clause.ts';
import { LIKENESS } from '#language/terms/policy.ts';
import type { PointVerdict } from '#language/terms/verdicts.ts';

/** Verbs for what is done with money and goods. */
const DEALT = /[扣付收退赔补发]/g;

/**
 * Keyword lists without a sentence, or a heap of unrelated policies (RULES T3). A dense answer of a few facts with sums
 * is neither: its clauses have verbs and particles, and it stays with what was asked.
 */
export function isStacking(reading: Reading, covered: readonly PointVerdict[], asked: number): boolean {
  const spoken = reading.clauses.filter((clause) => clause.end > clause.start);
  if (spoken.length < 5) return false;
  // 扣一份，35块9，发一箱 is an account of what is paid and sent: one sentence with commas, not a heap of keywords.
  const isAccount = (reading.text.match(DEALT) ?? []).length >= 2;
  const isInAccount = (from: number, to: number) =>
    isAccount &&
    (reading.text.charAt(from - 1) === ',' || reading.text.charAt(to) === ',') &&
    reading.values.some(({ start, end }) => start < to && end > from);
  const short = spoken.filter(({ start, end }) => end - start <= 5 && !isInAccount(start, end)).length;
  const isKeywordList =
    short / spoken.length >= LIKENESS.stacked &&
    !SPOKEN.test(reading.text) &&
    new Set(reading.tokens.map((token) => token.id)).size >= 5;
  if (isKeywordList) return true;
  if (reading.text.length <= 60 || covered.length > Math.max(asked, 1) * 3) return false;
  return POLICIES.filter((policy) => policy.test(reading.text)).length >= 6;
}

const SPOKEN = /[您你我咱俺他她它的了呢哦嘛吧吗呀啊哈请是给帮就都也才没这那啥谁咋怎]|可以|不能/;
const POLICIES = [
  /无理由/,
  /运费|邮费/,
  /保修|质保/,
  /发票/,
  /优惠券|满减|活动价/,
  /小时内发货|发货时间|当天发/,
  /质量问题/,
  /赠品|礼物/,
  /尺码|码数/,
  /正品/,
  /退款.{0,6}到账|原路/,
  /价保|差价/,
  /快递|物流/,
];
