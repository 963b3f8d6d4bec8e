/** The shipped question bank, read without the cases: they take seconds, and no question needs them. */
import { resolve } from 'node:path';
import { factsOf } from '#library/load.ts';
import { loadSharedContent } from '#library/load-shared-content.ts';
import type { FactsByShop } from '#library/questions/draw-paper.ts';

export const SCENARIOS = resolve(import.meta.dirname, '../../scenarios');
export const shared = loadSharedContent(SCENARIOS);
export const { bank } = shared.catalogue;
export const shopFacts = factsOf(shared.files.shops);
export const factsByShop: FactsByShop = Object.fromEntries(shopFacts);
