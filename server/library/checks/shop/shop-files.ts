/** A shop's own files: ids, quick replies against their cards, traps with their source, doubts with their answer, pictures. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listed, say } from '#i18n/say.ts';
import { isSameFigure } from '#language/cards/card-wordings.ts';
import { readText } from '#language/reading/clauses.ts';
import { folded } from '#language/reading/folded.ts';
import { valuesIn } from '#language/reading/values.ts';
import { duplicateIds, unknownIds } from '#library/checks/ids/id-references.ts';
import { checkLimits } from '#library/checks/money/limits.ts';
import type { Fault } from '#library/diagnostics/diagnostics.ts';
import type { Library } from '#library/load.ts';
import type { ShopFiles } from '#library/load-shared-content.ts';
import type { AuthoredQuickReply } from '#library/schema/schema.ts';

type FileFaults = { files: 'shop' | 'products' | 'policies' | 'quickReplies'; faults: Fault[] };

/** The faults of each of a shop's files. */
export const checkShop = (shop: ShopFiles, library: Library): FileFaults[] => {
  const idsWithPaths = (items: readonly { id: string }[] | null) =>
    (items ?? []).map(({ id }, index) => ({ id, path: [index, 'id'] }));
  const { shop: shopFile, products, policies, quickReplies } = shop;
  const shopFacts = shopFile.value;
  const citedIds = (quickReplies.value ?? []).map(({ card }, index) => ({ id: card, path: [index, 'card'] }));
  const goods = [...(products.value ?? []), ...(policies.value ?? [])];
  return [
    {
      files: 'shop',
      faults: shopFacts
        ? [
            ...unknownIds(
              shopFacts.actions.map((id, index) => ({ id, path: ['actions', index] })),
              library.actions,
              'action',
            ),
            ...(shopFacts.id === shop.folder
              ? []
              : [
                  {
                    code: 'id-not-path' as const,
                    path: ['id'],
                    message: say('checker:shop.folder', { folder: shop.folder }),
                  },
                ]),
            ...unknownIds(
              [{ id: shopFacts.platform, path: ['platform'] }],
              [...library.platforms.values()],
              'platform',
            ),
            ...duplicateIds(
              shopFacts.coupons.map(({ id }, index) => ({ id, path: ['coupons', index, 'id'] })),
              'coupon',
            ),
            ...(policies.value
              ? unknownIds(
                  (shopFacts.reductions ?? []).map(({ card }, index) => ({
                    id: card,
                    path: ['reductions', index, 'card'],
                  })),
                  policies.value,
                  'policy',
                )
              : []),
            ...checkLimits(shopFacts.authority),
          ]
        : [],
    },
    {
      files: 'products',
      faults: [...duplicateIds(idsWithPaths(products.value), 'product'), ...doubtFaults(shop), ...pictureFaults(shop)],
    },
    { files: 'policies', faults: [...duplicateIds(idsWithPaths(policies.value), 'policy'), ...cardFigureFaults(shop)] },
    {
      files: 'quickReplies',
      faults: [
        ...duplicateIds(idsWithPaths(quickReplies.value), 'quick-reply'),
        // Without readable cards and products nothing can be said about the ids that name them.
        ...(products.value && policies.value ? unknownIds(citedIds, goods, 'policy-or-product') : []),
        ...quickReplyFaults(shop),
      ],
    },
  ];
};

function* doubtFaults({ products }: ShopFiles): Iterable<Fault> {
  for (const [index, product] of (products.value ?? []).entries())
    for (const [place, doubt] of product.doubts.entries())
      if (doubt.answer.trim() === '')
        yield {
          code: 'obstacle-without-answer',
          path: [index, 'doubts', place],
          message: say('checker:shop.doubt', { asks: doubt.asks }),
        };
}

/** Figures of cards that the language core can't read, and wordings without 几: no reply would ever match them. */
function* cardFigureFaults({ policies }: ShopFiles): Iterable<Fault> {
  for (const [index, { states, text, title }] of (policies.value ?? []).entries())
    for (const [place, { is, says }] of (states ?? []).entries()) {
      const path = [index, 'states', place];
      for (const figure of is)
        if (valuesIn(folded(figure)).length !== 1)
          yield { code: 'card-figure-unheard', path: [...path, 'is'], message: say('checker:card.figure', { figure }) };
      for (const wording of says)
        if (wording.split('几').length !== 2)
          yield {
            code: 'card-figure-unheard',
            path: [...path, 'says'],
            message: say('checker:card.gap', { way: wording }),
          };
      if (is.length > 0 && !is.some((figure) => namesFigure(`${title}，${text}`, figure)))
        yield {
          code: 'card-figure-unheard',
          path: [...path, 'is'],
          message: say('checker:card.absent', { figures: listed(is) }),
        };
    }
}

const namesFigure = (card: string, figure: string): boolean => {
  const [value] = valuesIn(folded(figure));
  return value !== undefined && readText(folded(card)).values.some((figure) => isSameFigure(figure, value));
};

/** A product's picture must be named as the server serves it: `/pictures/<shop>/<name>.svg`. */
function* pictureFaults({ folder, products }: ShopFiles): Iterable<Fault> {
  for (const [index, { picture }] of (products.value ?? []).entries()) {
    if (picture === null || picture === undefined) continue;
    const name = /^\/pictures\/([a-z0-9-]+)\/([a-z0-9-]+\.svg)$/.exec(picture);
    const hasFile = name?.[1] === folder && existsSync(join(dirname(products.file), 'pictures', name[2] ?? ''));
    if (!hasFile)
      yield {
        code: 'picture-missing',
        path: [index, 'picture'],
        message: say('checker:product.picture', { folder }),
      };
  }
}

function* quickReplyFaults({ quickReplies, policies }: ShopFiles): Iterable<Fault> {
  const cards = new Map((policies.value ?? []).map((card) => [card.id, card.text]));
  for (const [index, quickReply] of (quickReplies.value ?? []).entries()) {
    if (quickReply.trap && (quickReply.trap.source === undefined || quickReply.trap.date === undefined))
      yield {
        code: 'trap-without-source',
        path: [index, 'trap'],
        message: say('checker:quick-reply.trap'),
      };
    const deniedFigure = quickReply.card === undefined ? null : figureDeniedBy(quickReply, cards.get(quickReply.card));
    if (deniedFigure)
      yield {
        code: 'quick-reply-denies-card',
        path: [index, 'text'],
        message: say('checker:quick-reply.denied', { figure: deniedFigure, card: quickReply.card ?? '' }),
      };
  }
}

const FIGURE = /(\d+(?:\.\d+)?)(元|块|天|小时|个工作日|点|%|折)/g;

/**
 * The first figure of a quick reply that its card states with another value in the same unit. Only figures and only the
 * card it names are compared: no check can tell reliably whether a sentence denies a card in general.
 */
const figureDeniedBy = (quickReply: AuthoredQuickReply, card: string | undefined): string | null => {
  if (card === undefined || quickReply.trap) return null;
  const cardFigures = [...card.replaceAll('块', '元').matchAll(FIGURE)].map(([, value, unit]) => ({ value, unit }));
  for (const [figure, value, unit] of quickReply.text.replaceAll('块', '元').matchAll(FIGURE)) {
    const sameUnit = cardFigures.filter((cardFigure) => cardFigure.unit === unit);
    if (sameUnit.length > 0 && !sameUnit.some((cardFigure) => cardFigure.value === value)) return figure;
  }
  return null;
};
