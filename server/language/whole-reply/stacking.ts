import type { Reading } from '#language/reading/clause.ts';
import { SIMILARITY_THRESHOLDS } from '#language/terms/thresholds.ts';
import type { PointVerdict } from '#language/terms/verdicts.ts';

/** A list of keywords has at least so many clauses and different words; a keyword is a clause of so few characters. */
const KEYWORD_LIST = { minClauses: 5, minWords: 5, maxKeywordChars: 5 } as const;
/** A heap names so many of `POLICIES`. An answer is no longer, or tells more points for each question asked. */
const POLICY_HEAP = { minPolicies: 6, maxAnswerChars: 60, maxPointsEach: 3 } as const;
/** With so many verbs for what is done with money and goods a reply is an account of sums. */
const MIN_ACCOUNT_VERBS = 2;
const ACCOUNT_VERBS = /[扣付收退赔补发]/g;

/**
 * Whether a reply heaps up keywords without a sentence, or unrelated policies (RULES T3). A dense answer of a few facts
 * with sums is neither: its clauses have verbs and particles, and it stays with what was asked. `questionCount`: questions asked.
 */
export const isKeywordStuffing = (
  reading: Reading,
  covered: readonly PointVerdict[],
  questionCount: number,
): boolean => {
  const { minClauses, minWords, maxKeywordChars } = KEYWORD_LIST;
  const clauses = reading.clauses.filter((clause) => clause.end > clause.start);
  if (clauses.length < minClauses) return false;
  // 扣一份，35块9，发一箱 is an account of what is paid and sent: one sentence with commas, not a heap of keywords.
  const isAccount = (reading.text.match(ACCOUNT_VERBS) ?? []).length >= MIN_ACCOUNT_VERBS;
  const isInAccount = (from: number, to: number) =>
    isAccount &&
    (reading.text.charAt(from - 1) === ',' || reading.text.charAt(to) === ',') &&
    reading.values.some(({ start, end }) => start < to && end > from);
  const keywords = clauses.filter(({ start, end }) => end - start <= maxKeywordChars && !isInAccount(start, end));
  const isKeywordList =
    keywords.length / clauses.length >= SIMILARITY_THRESHOLDS.stacked &&
    !COLLOQUIAL.test(reading.text) &&
    new Set(reading.tokens.map((token) => token.id)).size >= minWords;
  if (isKeywordList) return true;
  const { minPolicies, maxAnswerChars, maxPointsEach } = POLICY_HEAP;
  if (reading.text.length <= maxAnswerChars || covered.length > Math.max(questionCount, 1) * maxPointsEach)
    return false;
  return POLICIES.filter((policy) => policy.test(reading.text)).length >= minPolicies;
};

/** Pronouns, particles and small verbs: words of a sentence that somebody says. */
const COLLOQUIAL = /[您你我咱俺他她它的了呢哦嘛吧吗呀啊哈请是给帮就都也才没这那啥谁咋怎]|可以|不能/;
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
