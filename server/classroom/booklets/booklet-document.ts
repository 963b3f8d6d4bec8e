/** A case booklet as a Word file: A4, by family of faults, poor and good side by side. */
import { Document, HeadingLevel, Packer } from 'docx';
import { gap, heading, paragraph, table, textRuns } from '#classroom/exports/word/parts.ts';
import { COLORS, PAGE, STYLE, styles } from '#classroom/exports/word/styles.ts';
import type { Block } from '#classroom/exports/word/tables.ts';
import type { Booklet, BookletPair, BookletShows, BookletTurn } from '#contract/terms/booklet.ts';
import { say } from '#i18n/say.ts';

/** The file's bytes: the chosen pairs by family, in the order in which they were chosen. */
export const bookletDocument = ({ term, title, items, pairs }: Booklet): Promise<Buffer> => {
  const chosen = items.flatMap(({ run, code, turn, shows, sentence }) => {
    const pair = pairs.find((one) => one.run === run && one.code === code && one.turn === turn);
    return pair === undefined ? [] : [{ pair, shows, sentence }];
  });
  const families = [...new Set(chosen.map(({ pair }) => pair.family))];
  const children: Block[] = [
    paragraph(title, { heading: HeadingLevel.TITLE }),
    paragraph(say('booklets:about', { term, n: chosen.length }), { style: STYLE.meta }),
    ...families.flatMap((family) => {
      const own = chosen.filter(({ pair }) => pair.family === family);
      return [
        heading(own[0]?.pair.familyName ?? '', HeadingLevel.HEADING_1),
        ...own.flatMap(({ pair, shows, sentence }) => pagePart(pair, shows, sentence)),
      ];
    }),
  ];
  const { width, height, margin } = PAGE;
  const page = { size: { width, height }, margin: { top: margin, bottom: margin, left: margin, right: margin } };
  return Packer.toBuffer(
    new Document({
      title,
      creator: say('exports:word.creator'),
      styles: styles(),
      sections: [{ properties: { page }, children }],
    }),
  );
};

const pagePart = (
  { title, caseTitle, poor, good, better, why, basis }: BookletPair,
  shows: BookletShows,
  sentence: string,
): Block[] => {
  const columns = [
    ...(shows === 'good' ? [] : [{ head: say('booklets:poor'), words: wordsOf(poor) }]),
    ...(shows === 'poor'
      ? []
      : [{ head: say('booklets:good'), words: good === null ? (better ?? say('booklets:noGood')) : wordsOf(good) }]),
  ];
  const meta = [
    say('booklets:case', { title: caseTitle }),
    basis === null ? '' : say('booklets:basis', { card: basis }),
  ];
  return [
    heading(title, HeadingLevel.HEADING_2),
    paragraph(meta.filter((part) => part !== '').join(gap()), { style: STYLE.meta }),
    ...poor.customer.map((line) => paragraph(say('booklets:said', { line }))),
    table(
      columns.map(({ head }) => ({ head, share: 1 / columns.length })),
      [columns.map(({ words }) => words)],
    ),
    ...(shows === 'good' ? [] : [paragraph(why)]),
    ...(sentence === '' ? [] : [paragraph(textRuns(sentence, { bold: true, color: COLORS.accent }))]),
  ];
};

const wordsOf = ({ reply, instead, seconds }: BookletTurn): string =>
  [reply === '' ? (instead ?? '') : reply, seconds === null ? '' : say('booklets:after', { seconds })]
    .filter((part) => part !== '')
    .join('\n');
