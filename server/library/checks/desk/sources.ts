/** A shop's own files: ids, quick replies against their cards, traps with their source, doubts with their answer, pictures. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sameFigure } from '#language/cards/card-wordings.ts';
import { readText } from '#language/reading/clauses.ts';
import { folded } from '#language/reading/folded.ts';
import { valuesIn } from '#language/reading/values.ts';
import { duplicates, unknown } from '#library/checks/words/mentions.ts';
import type { Fault } from '#library/diagnostics/diagnostics.ts';
import type { Library } from '#library/load.ts';
import type { ShopFiles } from '#library/load-shared-content.ts';
import type { AuthoredQuickReply } from '#library/schema/schema.ts';
import { checkLimits } from './limits.ts';

type FileFaults = { files: 'shop' | 'products' | 'policies' | 'quickReplies'; faults: Fault[] };

/** The faults of each of a shop's files. */
export function checkShop(shop: ShopFiles, library: Library): FileFaults[] {
  const named = (items: readonly { id: string }[] | null) =>
    (items ?? []).map(({ id }, index) => ({ id, path: [index, 'id'] }));
  const { shop: main, products, policies, quickReplies } = shop;
  const about = main.value;
  const cited = (quickReplies.value ?? []).map(({ card }, index) => ({ id: card, path: [index, 'card'] }));
  const goods = [...(products.value ?? []), ...(policies.value ?? [])];
  return [
    {
      files: 'shop',
      faults: about
        ? [
            ...unknown(
              about.actions.map((id, index) => ({ id, path: ['actions', index] })),
              library.actions,
              '操作',
            ),
            ...(about.id === shop.folder
              ? []
              : [{ code: 'id-not-path' as const, path: ['id'], message: `按文件夹应是 ${shop.folder}` }]),
            ...unknown([{ id: about.platform, path: ['platform'] }], [...library.platforms.values()], '平台'),
            ...duplicates(
              about.coupons.map(({ id }, index) => ({ id, path: ['coupons', index, 'id'] })),
              '券',
            ),
            ...checkLimits(about.authority),
          ]
        : [],
    },
    { files: 'products', faults: [...duplicates(named(products.value), '商品'), ...doubts(shop), ...pictures(shop)] },
    { files: 'policies', faults: [...duplicates(named(policies.value), '政策卡'), ...figures(shop)] },
    {
      files: 'quickReplies',
      faults: [
        ...duplicates(named(quickReplies.value), '话术'),
        // Without the cards nothing can be said about what names them.
        ...(products.value && policies.value ? unknown(cited, goods, '政策卡或商品') : []),
        ...phrases(shop),
      ],
    },
  ];
}

function* doubts({ products }: ShopFiles): Iterable<Fault> {
  for (const [index, product] of (products.value ?? []).entries())
    for (const [place, doubt] of product.doubts.entries())
      if (doubt.answer.trim() === '')
        yield {
          code: 'obstacle-without-answer',
          path: [index, 'doubts', place],
          message: `「${doubt.asks}」没有答案：写 answer`,
        };
}

/** Figures nobody can hear, and ways to tell them without a place for the figure, would never be found. */
function* figures({ policies }: ShopFiles): Iterable<Fault> {
  for (const [index, { states, text, title }] of (policies.value ?? []).entries())
    for (const [place, { is, says }] of (states ?? []).entries()) {
      const path = [index, 'states', place];
      for (const figure of is)
        if (valuesIn(folded(figure)).length !== 1)
          yield { code: 'card-figure-unheard', path: [...path, 'is'], message: `「${figure}」不是一个带单位的数` };
      for (const way of says)
        if (way.split('几').length !== 2)
          yield {
            code: 'card-figure-unheard',
            path: [...path, 'says'],
            message: `「${way}」里要有一个 几，代表那个数`,
          };
      if (is.length > 0 && !is.some((figure) => namesFigure(`${title}，${text}`, figure)))
        yield { code: 'card-figure-unheard', path: [...path, 'is'], message: `卡上没有 ${is.join('、')}` };
    }
}

const namesFigure = (card: string, figure: string): boolean => {
  const [value] = valuesIn(folded(figure));
  return value !== undefined && readText(folded(card)).values.some((one) => sameFigure(one, value));
};

/** A picture is named as the server serves it: `/pictures/<shop>/<name>.svg`. */
function* pictures({ folder, products }: ShopFiles): Iterable<Fault> {
  for (const [index, { picture }] of (products.value ?? []).entries()) {
    if (picture === null || picture === undefined) continue;
    const name = /^\/pictures\/([a-z0-9-]+)\/([a-z0-9-]+\.svg)$/.exec(picture);
    const stands = name?.[1] === folder && existsSync(join(dirname(products.file), 'pictures', name[2] ?? ''));
    if (!stands)
      yield {
        code: 'picture-missing',
        path: [index, 'picture'],
        message: `没有这张图：放进 pictures/，写成 /pictures/${folder}/<名>.svg（小写字母、数字、-），没有图写 null`,
      };
  }
}

function* phrases({ quickReplies, policies }: ShopFiles): Iterable<Fault> {
  const cards = new Map((policies.value ?? []).map((card) => [card.id, card.text]));
  for (const [index, phrase] of (quickReplies.value ?? []).entries()) {
    if (phrase.trap && (phrase.trap.source === undefined || phrase.trap.date === undefined))
      yield {
        code: 'trap-without-source',
        path: [index, 'trap'],
        message: '陷阱写 source（法条或卡）和 date：报告要说得出为什么错',
      };
    const denied = phrase.card === undefined ? null : deniedBy(phrase, cards.get(phrase.card));
    if (denied)
      yield {
        code: 'quick-reply-denies-card',
        path: [index, 'text'],
        message: `「${denied}」不在 ${phrase.card} 上：改成卡上的数；有意的就写 trap`,
      };
  }
}

const FIGURE = /(\d+(?:\.\d+)?)(元|块|天|小时|个工作日|点|%|折)/g;

/**
 * A figure in the quick reply of a kind that the card also states, with another value. Narrow on purpose: whether a sentence
 * denies a card in general is beyond an honest check, so a quick reply is only held against the card it names.
 */
function deniedBy(phrase: AuthoredQuickReply, card: string | undefined): string | null {
  if (card === undefined || phrase.trap) return null;
  const stated = [...card.replaceAll('块', '元').matchAll(FIGURE)].map(([, value, unit]) => ({ value, unit }));
  for (const [whole, value, unit] of phrase.text.replaceAll('块', '元').matchAll(FIGURE)) {
    const same = stated.filter((each) => each.unit === unit);
    if (same.length > 0 && !same.some((each) => each.value === value)) return whole;
  }
  return null;
}
