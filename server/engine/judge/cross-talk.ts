/** Whether a turn's words were meant for another customer at the desk (RULES T9). */

import type { JudgeAnswer, JudgeRequest } from '#engine/model/judge-request.ts';
import { preparedCaseIn } from '#engine/prepare/prepare.ts';
import type { Content, PreparedCase } from '#engine/prepare/prepared-content.ts';
import { judgedPoints } from '#language/judge.ts';
import type { Judgement } from '#language/judgement.ts';
import type { ReadReply } from '#language/reading/read-reply.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';

/** A turn of fewer characters (好的, 39码) may be meant for anybody. */
const MIN_CHARS = 6;

const HAN_PAIR = /(?=(\p{Script=Han}{2}))/gu;

/** Pairs of characters of the goods that somebody came with or ordered. */
const goodsPairsOf = ({ scenario: { orders, customer }, shop }: PreparedCase): Set<string> => {
  const ids = new Set([customer.enters, ...orders.flatMap(({ items }) => items.map(({ product }) => product))]);
  const names = shop.products.filter(({ id }) => ids.has(id)).map(({ name }) => name);
  return new Set(names.flatMap((name) => [...name.matchAll(HAN_PAIR)].map(([, pair]) => pair ?? '')));
};

/** 冰箱48小时内发出 to whoever ordered one: their own goods are named, which the other customer has nothing to do with (RULES T212). */
const namesOwnGoods = (text: string, own: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  [...text.matchAll(HAN_PAIR)].some(([, pair]) => pair !== undefined && own.has(pair) && !other.has(pair));

/** 看到您付款成功啦, 您拍下的这单: what a customer has just bought, said to them. */
const TELLS_OF_BUYING = /付(?:款成功|款了|上了|好了|过了|完)|(?:付款|收款).{0,3}(?:到|成功)|[拍下](?:下|单|好)了/;

const HAN = /\p{Script=Han}/gu;

const charactersOf = (text: string): Set<string> => new Set(text.match(HAN) ?? []);

/** Characters of all that a case holds, by case: it is asked for only where another customer's point was told. */
const charactersOfCase = new WeakMap<PreparedCase, ReadonlySet<string>>();

const allCharactersOf = (preparedCase: PreparedCase): ReadonlySet<string> => {
  const known = charactersOfCase.get(preparedCase);
  if (known !== undefined) return known;
  const characters = charactersOf(JSON.stringify(preparedCase.scenario));
  charactersOfCase.set(preparedCase, characters);
  return characters;
};

/** 霉的没吃就挑出来扔 to who wrote 发霉嘞: the word is theirs, and nowhere in what the other customer is about (RULES T242). */
const takesUpOwnWord = (text: string, said: ReadonlySet<string>, other: PreparedCase): boolean =>
  [...charactersOf(text)].some((character) => said.has(character) && !allCharactersOf(other).has(character));

/**
 * The other customer whose points the turn surely tells, and those points; null where it is meant for this one or can't
 * be told. `reply`: the turn's words, already read. Shown in tests/engine/reactions/reactions.test.ts.
 */
export const crossTalkIn = (
  content: Content,
  {
    words,
    scenario,
    customer,
    owner,
    others,
    hasActedHere = false,
    hasBoughtHere = false,
    doneHere = [],
  }: JudgeRequest,
  judged: Judgement,
  reply: ReadReply,
): JudgeAnswer['crossTalk'] => {
  const tellsThisCase = judged.points.some(
    ({ state, confidence }) =>
      state === 'covered' || (state === 'wrong' && confidence >= VERDICT_THRESHOLDS.wrong.told),
  );
  // A size is a figure like the sum asked for here, and may still be meant for a customer who asked for a size. That is
  // assumed only where the other customer waits for the point and no point of this case is anywhere near.
  const mayBeEither = judged.questions.some(({ touch }) => touch === 'content');
  if (mayBeEither && judged.points.some(({ state }) => state === 'not-recognised')) return null;
  // 付款卡发您，点卡片就能付; 换上了，您看一眼 right after changing the address: who clicks here speaks to whom it is done for (RULES T248).
  if (hasActedHere) return null;
  // 安全上报做了，也报了主管: what was done here is told to whom it was done for (RULES T184).
  if (judged.claims.some(({ deeds }) => deeds.some((deed) => doneHere.includes(deed)))) return null;
  // 看到您付款成功啦，明天发货 to who has paid is for them, whoever else waits for the day (RULES T261).
  if (hasBoughtHere && TELLS_OF_BUYING.test(words.text)) return null;
  // Parting words (到了不合适随时找我) fit every customer.
  if (tellsThisCase || words.text.length < MIN_CHARS || judged.acts.includes('goodbye')) return null;
  const surelyToldOf = (preparedCase: PreparedCase): string[] =>
    judgedPoints(
      { reply: words.text, points: [...preparedCase.points.values()].map(({ compiled }) => compiled) },
      reply,
    )
      .filter(({ state, confidence }) => state === 'covered' && confidence >= VERDICT_THRESHOLDS.volunteered.told)
      .map(({ id }) => id);
  const ownGoods = goodsPairsOf(preparedCaseIn(content, scenario));
  const said = charactersOf(`${customer}\n${owner?.told ?? ''}`);
  for (const other of others) {
    const otherCase = preparedCaseIn(content, other.scenario);
    if (namesOwnGoods(words.text, ownGoods, goodsPairsOf(otherCase))) continue;
    const points = surelyToldOf(otherCase);
    // 不急，您慢慢想，现货足 isn't for whoever asked about stock before and has their answer.
    if (!points.some((id) => other.waits.includes(id))) continue;
    if (takesUpOwnWord(words.text, said, otherCase)) continue;
    // Two cases may share a fact (包邮): said ahead of its question here, it is no mix-up.
    return surelyToldOf(preparedCaseIn(content, scenario)).length > 0
      ? null
      : { conversation: other.conversation, points };
  }
  return null;
};
