/** Five cards on a shop, right or wrong, from its own data and a number. Nothing is stored and nothing is counted. */

import type { Rubric } from '#engine/model/rubric.ts';
import type { Shop } from '#engine/model/shop.ts';
import { chance, choose, inTurn, shuffledCopy } from '#library/questions/pick.ts';
import type { QuickReplyRemark } from '#library/reading/quick-reply-remarks.ts';
import { authority } from './authority.ts';
import {
  type CitedText,
  facts,
  policies,
  prices,
  quickReplySubjects,
  type Statement,
  type Subject,
} from './subjects.ts';

export type SelfTestItem = { statement: Statement; holds: boolean; because: string | null; basis: CitedText };

/** The next five cards have the next seed, so seeds are whole numbers. */
export const HIGHEST_SEED = 999_999;
const CARDS = 5;
const FEWEST_TRUE = 2;

/**
 * The five cards of a seed (0 to `HIGHEST_SEED`): goods, a policy, a quick reply, authority, and one more of the first
 * three in turn; two or three are true. Fewer where a shop has too little to ask. The next seed draws others.
 */
export const selfTest = (
  { shop, marks, findings }: { shop: Shop; marks: readonly QuickReplyRemark[]; findings: Rubric['findings'] },
  seed: number,
): SelfTestItem[] => {
  const ownSubjects = marks.filter((mark) => mark.shop === shop.id);
  const price = prices(shop);
  const fact = facts(shop);
  const rule = policies(shop, ownSubjects);
  const phrase = quickReplySubjects(shop, ownSubjects, findings);
  const goods = seed % 3 === 0 ? price : fact;
  const more = [rule, phrase, goods === price ? fact : price][seed % 3] ?? rule;
  const trues = FEWEST_TRUE + Math.floor(chance(seed, 'how many') * 2);
  const truths = shuffledCopy(
    Array.from({ length: CARDS }, (_, index) => index < trues),
    seed,
    'which',
  );

  const picked = new Set<string>();
  const items = [goods, rule, phrase, authority(shop), more].flatMap((pool, index): SelfTestItem[] => {
    const isTrue = truths[index] ?? true;
    // Where a kind has nothing left to ask this way, product facts replace it, then policies: every shop has goods.
    const drawnSubjects =
      draw(pool, isTrue, seed, picked) ?? draw(fact, isTrue, seed, picked) ?? draw(rule, isTrue, seed, picked);
    if (drawnSubjects === null) return [];
    picked.add(drawnSubjects.subject.key);
    const { because, basis } = drawnSubjects.subject;
    return [{ statement: drawnSubjects.statement, holds: isTrue, because: isTrue ? null : because, basis }];
  });
  return shuffledCopy(items, seed, 'order');
};

const draw = (
  pool: readonly Subject[],
  isTrue: boolean,
  seed: number,
  picked: ReadonlySet<string>,
): { subject: Subject; statement: Statement } | null => {
  const kinds = (subject: Subject) => (isTrue ? subject.trues : subject.wrongs);
  const usable = pool.filter((subject) => kinds(subject).length > 0);
  const subject = inTurn(usable, seed, String(isTrue), picked);
  const statement = subject && choose(kinds(subject), seed, subject.key);
  return subject === undefined || statement === undefined ? null : { subject, statement };
};
