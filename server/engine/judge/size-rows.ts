/** A row of a page's size table told with another size: 170到175穿XL, where the page has L for these (RULES T113). */
import { goodsOf } from '#engine/prepare/known-figure-sources.ts';
import type { PreparedCase } from '#engine/prepare/prepared-content.ts';
import type { Reading } from '#language/reading/clause.ts';
import { folded } from '#language/reading/folded.ts';
import type { WrongFigure } from './wrong-figure.ts';

const UNIT = '(?:cm|厘米|公分|kg|公斤|斤)?';
const RANGE = `(\\d{2,3})${UNIT}[到至~-](\\d{2,3})${UNIT}`;
const SIZE = '([a-z]{1,4}|\\dx?l)';
/** 170到175穿XL, and XL的话170到175. */
const RANGE_FIRST = new RegExp(`${RANGE}(?:之间)?的?[都就]?[穿选拿]${SIZE}(?![a-z])`, 'g');
const SIZE_FIRST = new RegExp(`(?<![a-z])${SIZE}码?(?:的话|适合|对应|给|是|就是)?${RANGE}`, 'g');
/** Words for whom a size more is right, in the sentence. */
const LARGER = /毛衣|大一号|大一码|宽松|套厚|拿大/;
const SENTENCE = /[^。;!?\n]*/y;
/** 170到175穿XL吗 asks. */
const ASKED = /^[^,。;!\n ]{0,4}[吗么?]/;

type Row = { from: string; to: string; size: string; start: number; end: number };
const rowsIn = (text: string): Row[] => [
  ...[...text.matchAll(RANGE_FIRST)].map(({ 0: row, 1: from = '', 2: to = '', 3: size = '', index }) => ({
    ...{ from, to, size },
    start: index,
    end: index + row.length,
  })),
  ...[...text.matchAll(SIZE_FIRST)].map(({ 0: row, 1: size = '', 2: from = '', 3: to = '', index }) => ({
    ...{ from, to, size },
    start: index,
    end: index + row.length,
  })),
];

/** Whether the sentence of a row speaks of somebody who takes a size more. */
const isLarger = (text: string, { start, end }: Row): boolean => {
  const first = Math.max(...['。', ';', '!', '?', '\n'].map((stop) => text.lastIndexOf(stop, start - 1))) + 1;
  SENTENCE.lastIndex = end;
  return LARGER.test(text.slice(first, start) + (SENTENCE.exec(text)?.[0] ?? ''));
};

/** Rows of a turn that the page of one of the case's goods has with another size, and no page of them has as told. */
export const wrongSizeRows = ({ text }: Reading, { scenario, shop }: PreparedCase): WrongFigure[] => {
  const told = rowsIn(text).filter((row) => !isLarger(text, row));
  if (told.length === 0) return [];
  const goods = goodsOf(scenario);
  const known = shop.products
    .filter(({ id }) => goods.has(id))
    .flatMap(({ id, facts, doubts }) =>
      [...facts, ...doubts.map(({ answer }) => answer)].flatMap((page) =>
        rowsIn(folded(page)).map((row) => ({ ...row, card: id })),
      ),
    );
  return told.flatMap(({ from, to, size, start, end }) => {
    const same = known.filter((row) => row.from === from && row.to === to);
    const [right] = same;
    if (right === undefined || same.some((row) => row.size === size) || ASKED.test(text.slice(end))) return [];
    return [{ card: right.card, right: right.size.toUpperCase(), start, end }];
  });
};
