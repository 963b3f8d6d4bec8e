/** The smallest case that plays: a question, a fact withheld, a window, two endings; every figure is the shop's own. */

import type { Shop } from '#engine/model/shop.ts';
import { say } from '#i18n/say.ts';

export type Wanted = {
  /** `type/name` */
  id: string;
  type: string;
  level: number;
  shop: Shop;
  persona: string;
  /** Where the schemas are, as the file's editor finds them. */
  schemas: string;
};

const DILEMMA_LEVEL = 5;
/** A reply to `any` fits whatever the customer said last. */
const ANY = 'any';
const MINUTES: Readonly<Record<number, number>> = { 1: 5, 2: 6, 3: 9, 4: 11, 5: 13 };

/** 45900 → 459, 2390 → 23.9 */
const yuan = (cents: number): string => String(cents / 100);

/** The case's file. */
export const caseText = ({ id, type, level, shop, persona, schemas }: Wanted): string => {
  const product = goodsOf(shop);
  const price = yuan(product.price);
  const other = yuan(product.price + 1000);
  const dilemma = level === DILEMMA_LEVEL ? '\n  dilemma: 【改：两条路各要付什么代价，一句话】' : '';
  const tags = dilemma === '' ? '# tags: {law: [L16]}' : `tags:${dilemma}`;
  const shows = shop.actions.includes('send-product');
  const asked = `for-whom: ${cardSaying(shop, 'c-ask', '推荐东西问给谁用')}`;
  const sent = shows ? `\n  send-product: ${cardSaying(shop, 'c-do', '推荐哪件就发商品卡')}` : '';
  return `# yaml-language-server: $schema=${schemas}scenario.schema.json
# 这份骨架能跑：先 npm run -s scenarios:check，再一处一处换成自己的。
# 【改：…】必须换掉；其余的话也都是样子，照自己的故事改。怎么写见 docs/writing-a-case.md。
id: ${id}
type: ${type}
level: ${level}                     # 1 一条路走对；3 要问出来、要算、跨两张卡；5 两难
title: 【改：题目，十个字以内】
minutes: ${MINUTES[level] ?? 5}                   # 学员大约做几分钟
teaches: 【改：学到什么，一句话】
shop: ${shop.id}                  # 商品、政策卡、话术、权限都从 scenarios/shops/${shop.id} 来
story: {date: "2026-11-12", time: "14:05"}
${tags}             # 法条的行见 scenarios/law.yaml
customer:
  persona: ${persona}
  name: 【改：客户的网名】
  knows:                          # 藏着的事实：客服问到了才说；cues 写一到三个例问
    for-whom:
      says: 给我弟买的 ⏎ 他快生日了
      cues: [给谁买, 自己用还是送人]
      model: 是您自己用还是送人呀？   # 好的客服怎么问
# 订单里的事要订单；金额按分写。下单前的咨询不用。
# order:
#   no: "…0001"
#   paid-on: -2h
#   items: [{product: ${product.id}, price: ${product.price}, paid: ${product.price}}]
#   total: ${product.price}
duties:                           # 结束前该做到的，不拦着故事往下走
  - {ask: for-whom}
${shows ? `  - {do: send-product, with: {product: ${product.id}}}` : '  # - {do: remark, note: 备注里写什么}'}
grounds:                          # 学员从哪句原话知道要问、要办：{哪里: 原话}，照抄，检查会去找
  ${asked}${sent}
reacts:                           # 整个案例里都用得上的反应
  silence: [人呢 ⏎ 还在不在, 是不是下班了呀, 没人我就走了]   # 不理客户：三句
beats:
  - id: asks                      # 第一拍。⏎ 另起一泡；〔product …〕〔order〕独占一泡
    says: 你好 ⏎ 〔product ${product.id}〕 ⏎ 我想问下这个要多少钱
    asks:
      - id: q-price
        question: 这个多少钱        # 报告里的题目
        points:                   # 一个好的回答说到的几件事；must 是非说不可的
          - id: price
            must: true
            ground: ${price}元            # 学员从哪句原话知道：policy 上的字，照抄；别处的写 {哪里: 原话}
            says: 标价是${price}元
            also: [${price}块, 一件${price}元, 卖${price}, 您拍下是${price}元]
            contradicts: [一件${other}元, 卖${other}块]      # 这样说算答错
            ask: 那到底卖几块呀                # 就差这一点没说时，客户追问的话，不说出答案
            check: {right: 页面上那个数没变吧, wrong: 是不是又涨价了}   # 拿不准时核对：正着、反着各一句
            policy: ${product.id}             # 依据：政策卡、商品的 id，订单写 order
        model: 这款现在页面上就是${price}，没有别的费用要补    # 更好的说法，不照抄 says
    reacts:                       # 这一拍里，不同的回答各有各的话
      resolved: 跟页面上一样 ⏎ 那我心里有数了
      vague: 大概是多少嘛 ⏎ 我要算钱的
      evaded: 我问的是价钱呀
      wrong: {price: 咦 ⏎ 页面写的不是这个数}
    then: {resolved: hovers, failed: gone, silent: gone}
  - id: hovers                    # 时机：客户犹豫，好的客服会开口
    says: 嗯 ⏎ 我看看别家再说
    window: {kind: order-prompt, until: 60s, model: 您慢慢比，定下来就点这张卡拍，有拿不准的我帮您看}
    then: {taken: bought, missed: gone}
endings:
  bought: {outcome: paid, sale: ${product.price}, does: {place-order: {product: ${product.id}, pays: true, amount: ${product.price}}}, model: 单子我看到了，东西到了有哪里不对随时来找我}
  gone: {outcome: lost, model: 不打扰您了，想起来要问什么再来找我}
`;
};

/** The testplan beside it: one trainee of each kind the checker asks for. */
export const testplanText = ({ shop, schemas }: Wanted): string => {
  const product = goodsOf(shop);
  const price = yuan(product.price);
  const card = shop.actions.includes('send-product') ? `do: [{action: send-product, product: ${product.id}}], ` : '';
  const pasted = shop.quickReplies.slice(0, 4).map(({ id }) => `    - {to: ${ANY}, after: 5s, quick-reply: ${id}}`);
  return `# yaml-language-server: $schema=${schemas}testplan.schema.json
# 试跑的学员：检查时每人跑一遍，分数要落在 expect.score 里。改了案例，这里跟着改。
# to：客户说完哪一拍；end 是道别。after：隔多久回。
model:                            # 模范：90 到 100
  replies:
    - {to: asks, after: 9s, say: 在的，这款页面上就是${price}元。是您自己用还是送人呀？}
    - {to: hovers, after: 9s, ${card}say: 您比比看，合适就点这张卡拍下，我在这等您}
    - {to: end, after: 8s, say: 谢谢您，东西到了有不对的地方随时来找我}
  expect: {score: [90, 100], absent: [wrong-fact, no-order-prompt, no-goodbye], ending: bought}

second-model:                     # 另一个人，话全是自己的：80 到 100
  replies:
    - {to: asks, after: 11s, say: 您好，这件卖${price}块。方便问下是给谁买吗？}
    - {to: hovers, after: 12s, ${card}say: 没有别的问题的话可以拍下了，今天给您安排}
    - {to: end, after: 10s, say: 感谢光临，收到货有问题您再找我}
  expect: {score: [80, 100], absent: [wrong-fact]}

poor:                             # 踩坑的：60 以下
  replies:
    - {to: asks, after: 65s, say: 价格看页面哦}
    - {to: ${ANY}, after: 70s, say: 应该差不多吧, repeat: true}
  expect: {score: [0, 60]}

silent:                           # 一句不说：15 以下
  replies: []
  expect: {score: [0, 15], ending: gone}

paste-happy:                      # 只会发话术：50 以下
  replies:
${pasted.length === 0 ? '    []' : pasted.join('\n')}
  expect: {score: [0, 50]}
`;
};

/** The shop's card with these words, else the customer's own line: a shop may have no such card yet. */
const cardSaying = ({ policies }: Shop, id: string, words: string): string => {
  const card = policies.find((policy) => policy.id === id && policy.text.includes(words));
  return card === undefined ? '{customer: 我想问下这个要多少钱}' : `{${id}: ${words}}`;
};

/** What the skeleton's customer asks about: the shop's first product. */
const goodsOf = (shop: Shop): Shop['products'][number] => {
  const [first] = shop.products;
  if (first === undefined) throw new Error(say('commands:new.refused.noProducts', { shop: shop.id }));
  return first;
};
