/** Fonts, sizes and headings of the Word file: Word's own styles, so that a reader may change them all at once. */
import type { IRunOptions, IStylesOptions } from 'docx';
import { language } from '#i18n/language.ts';
import { say } from '#i18n/say.ts';

type Font = NonNullable<Extract<IRunOptions['font'], { readonly eastAsia?: string }>>;

/** Fonts that every Word in China has. Where one is missing, the program takes its own Chinese font. */
const SERIF: Font = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体', cs: 'Times New Roman' };
const SANS: Font = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '微软雅黑', cs: 'Arial' };

/** The page's colours in light mode, because paper is white. */
export const COLORS = {
  ink: '1A1D23',
  quiet: '474E5C',
  line: 'C6CBD3',
  head: 'E9EBEF',
  good: '14694A',
  warn: '855000',
  bad: 'B31C29',
  accent: '2A50C8',
} as const;

/** A4 and its margins, and the width they leave for text, in twentieths of a point. */
export const PAGE = { width: 11_906, height: 16_838, margin: 1_134 } as const;
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;

/** Paragraph styles by id. */
export const STYLE = {
  meta: 'ReportMeta',
  score: 'ReportScore',
  verdict: 'ReportVerdict',
  cell: 'ReportCell',
} as const;

const heading = (size: number, before: number) => ({
  run: { font: SANS, size, bold: true, color: COLORS.ink },
  paragraph: { spacing: { before, after: 80 }, keepNext: true, keepLines: true },
});
const named = (id: string, name: string, run: IRunOptions, after: number) => ({
  id,
  name,
  basedOn: 'Normal',
  run,
  paragraph: { spacing: { after, line: 300 } },
});

/** By the names Word lists them under. */
export const styles = (): IStylesOptions => ({
  default: {
    document: {
      run: {
        font: SERIF,
        size: 21,
        color: COLORS.ink,
        language: { value: language() === 'zh' ? 'zh-CN' : 'en-GB', eastAsia: 'zh-CN' },
      },
      paragraph: { spacing: { after: 80, line: 320 } },
    },
    title: { run: { font: SANS, size: 36, bold: true, color: COLORS.ink }, paragraph: { spacing: { after: 60 } } },
    heading1: heading(28, 320),
    heading2: heading(24, 240),
    heading3: heading(21, 200),
  },
  paragraphStyles: [
    named(STYLE.meta, say('exports:word.style.meta'), { font: SANS, size: 18, color: COLORS.quiet }, 40),
    named(STYLE.score, say('exports:word.style.score'), { font: SANS, size: 44, bold: true }, 60),
    named(STYLE.verdict, say('exports:word.style.verdict'), { font: SANS, size: 26, bold: true }, 80),
    named(STYLE.cell, say('exports:word.style.cell'), { font: SANS, size: 18 }, 0),
  ],
});
