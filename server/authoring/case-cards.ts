/** The cards of a stored version, for its teachers: what is right on each stands in them. */
import { CARDS_A_PAGE, type CaseCards } from '#contract/authored.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { Catalogs } from '#drills/catalog/catalog.ts';
import { cardsShown } from '#library/variations/cards-shown.ts';
import { type CaseTemplate, layOut } from '#library/variations/case-template.ts';
import { lruCache } from '#library/variations/lru-cache.ts';
import type { Storage } from '#storage/storage.ts';

type Needs = { storage: Pick<Storage, 'authored'>; catalogs: Pick<Catalogs, 'factsByShop'> };

/** Laying a template out takes up to a second, and its pages are leafed through: a version never changes. */
const MAX_TEMPLATES = 16;

/** `from`: the number of the first card. */
export const createCaseCards = ({ storage: { authored }, catalogs }: Needs) => {
  const kept = lruCache<CaseTemplate>(MAX_TEMPLATES);
  return async (caseId: string, version: string, from: number): Promise<Reply<CaseCards>> => {
    const found = await authored.version(caseId, version);
    if (found === null) return refused('unknown-version');
    if (found.template === null) return { ok: true, value: { varies: false, all: 0, from: 0, cards: [] } };
    // The stored template is one that the library made (check-text.ts).
    const stored = found.template as CaseTemplate;
    const template = kept(`${caseId} ${version}`, () => stored);
    const shop = catalogs.factsByShop[template.shops[0] ?? ''];
    if (shop === undefined) return refused('unknown-shop', found.scenario.shop);
    const layout = layOut(template, shop);
    const cards = cardsShown(layout, from, CARDS_A_PAGE);
    return { ok: true, value: { varies: true, all: layout.legal.length, from, cards } };
  };
};
