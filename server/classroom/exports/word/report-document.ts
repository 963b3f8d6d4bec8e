/** The report as a Word file: A4, Word's own headings, table heads repeated, rows to sign. */
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  type Paragraph,
  TextRun,
} from 'docx';
import { minuteOf } from '#classroom/exports/local-time.ts';
import { gradeName } from '#classroom/exports/said.ts';
import type { Report } from '#contract/report.ts';
import type { ReportFile } from '#contract/report-file.ts';
import { joined, listed, say } from '#i18n/say.ts';
import type { FindingCode } from '#scoring/facts/codes.ts';
import { auditPart } from './audit.ts';
import { marks } from './figures.ts';
import { findingsPart } from './findings.ts';
import { faultNumbers, inPageOrder } from './numbering.ts';
import { gap, heading, paragraph, textRuns } from './parts.ts';
import { rushPart } from './rush.ts';
import { COLORS, PAGE, STYLE, styles } from './styles.ts';
import { type Block, dimensionsTable, measuresTable, platformsTable, signatureTable } from './tables.ts';

/** The file's bytes. */
export const reportDocument = (file: ReportFile): Promise<Buffer> => {
  const { report } = file;
  const numbers = faultNumbers(inPageOrder(report));
  const title = say('exports:word.title');
  const children: Block[] = [
    paragraph(title, { heading: HeadingLevel.TITLE }),
    ...aboutPart(file),
    ...scorePart(report),
    ...firstPart(report, numbers),
    ...rushPart(report),
    heading(say('exports:word.dimensions.title'), HeadingLevel.HEADING_1),
    paragraph(say('exports:word.dimensions.rubric', { id: report.rubric.id, date: report.rubric.date }), {
      style: STYLE.meta,
    }),
    dimensionsTable(report, numbers),
    ...findingsPart(report),
    heading(say('exports:word.measures.title'), HeadingLevel.HEADING_1),
    measuresTable(report),
    ...(report.anatomy.brought?.said ?? []).map((sentence) => paragraph(sentence)),
    ...(report.platforms.length === 0
      ? []
      : [heading(say('exports:word.platforms.title'), HeadingLevel.HEADING_1), platformsTable(report)]),
    ...auditPart(file),
    heading(say('exports:word.sign.title'), HeadingLevel.HEADING_1),
    signatureTable(),
    paragraph(say('exports:word.log', { drill: file.drill, content: file.contentHash }), {
      style: STYLE.meta,
      spacing: { before: 160 },
    }),
  ];
  const document = new Document({
    title,
    creator: say('exports:word.creator'),
    styles: styles(),
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { top: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin, right: PAGE.margin },
          },
        },
        headers: { default: new Header({ children: [paragraph(headOf(file), { style: STYLE.meta })] }) },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children,
      },
    ],
  });
  return Packer.toBuffer(document);
};

const ownerOf = ({ seat }: ReportFile): string => `${seat?.no ?? ''} ${seat?.name ?? ''}`.trim();

const headOf = (file: ReportFile): string =>
  [say('exports:word.title'), ownerOf(file), minuteOf(file.openedAt)].filter((part) => part !== '').join(gap());

const modeName = (mode: string): string =>
  mode === 'practice' || mode === 'lesson' || mode === 'exam' ? say(`exports:mode.${mode}`) : mode;

const FIELDS = new RegExp(`(${PageNumber.CURRENT}|${PageNumber.TOTAL_PAGES})`);

/** The page's sentence cut into parts: Word fills its two numbers only when each is a part of its own. */
const pageParts = (): string[] =>
  say('exports:word.page', { page: PageNumber.CURRENT, pages: PageNumber.TOTAL_PAGES })
    .split(FIELDS)
    .filter((part) => part !== '');

const pageNumber = (): Paragraph =>
  paragraph([new TextRun({ children: pageParts() })], {
    style: STYLE.meta,
    alignment: AlignmentType.CENTER,
  });

const aboutPart = (file: ReportFile): Paragraph[] => {
  const customers = listed(
    file.report.conversations.map(({ name, title }) => say('exports:word.about.customer', { name, title })),
  );
  const about: [string, string][] = [
    [say('exports:word.about.trainee'), ownerOf(file)],
    [say('exports:word.about.run'), file.seat?.run ?? ''],
    [say('exports:word.about.date'), minuteOf(file.openedAt)],
    [say('exports:word.about.mode'), modeName(file.mode)],
    [say('exports:word.about.customers'), customers],
  ];
  return about
    .filter(([, value]) => value !== '')
    .map(([label, value]) => paragraph(say('exports:word.field', { label, value }), { style: STYLE.meta }));
};

const scorePart = (report: Report): Paragraph[] => {
  const { score, grade, ruled, machineScore } = report;
  if (report.unjudged)
    return [
      paragraph(say('exports:word.score.none'), { style: STYLE.score, spacing: { before: 160 } }),
      paragraph(report.verdict, { style: STYLE.verdict }),
    ];
  const notes = [
    ...rangeNote(report),
    ...capNote(report),
    ...(ruled === null
      ? []
      : [say('exports:word.score.ruled', { by: ruled.by, score: marks(machineScore), reason: ruled.reason })]),
    ...(ruled === null && machineScore !== score
      ? [say('exports:word.score.machine', { score: marks(machineScore) })]
      : []),
  ];
  return [
    paragraph(
      [
        ...textRuns(marks(score)),
        ...textRuns(say('exports:word.score.of', { grade: gradeName(grade) }), {
          size: 21,
          bold: false,
          color: COLORS.quiet,
        }),
      ],
      { style: STYLE.score, spacing: { before: 160 } },
    ),
    ...notes.map((note) => paragraph(note, { style: STYLE.meta })),
    paragraph(report.verdict, { style: STYLE.verdict }),
  ];
};

/** What the total may still become when doubts are ruled on, or could have become had the drill been finished. */
const rangeNote = ({ range: [lowest, highest], doubts, cappedBy }: Report): string[] => {
  if (lowest === highest) return [];
  const ends = { low: marks(lowest), high: marks(highest) };
  const reason = { ...ends, n: doubts };
  if (cappedBy === 'unfinished') {
    return [doubts > 0 ? say('exports:word.score.unfinishedToo', reason) : say('exports:word.score.unfinished', ends)];
  }
  return [doubts > 0 ? say('exports:word.score.rangeWhy', reason) : say('exports:word.score.range', ends)];
};

/** Messages for caps on the total that have their own sentence; any other cap is named by its finding's title. */
const CAPS = {
  'ended-early': 'ended-early',
  unfinished: 'unfinished',
  'customer-left': 'alone',
  'walked-out': 'alone',
  impatient: 'rude',
  hostile: 'rude',
} as const satisfies { [Code in FindingCode | 'unfinished']?: string };

const isCap = (code: string): code is keyof typeof CAPS => code in CAPS;

const capNote = ({ cappedBy, capAt, capBites, findings }: Report): string[] => {
  if (cappedBy === null) return [];
  const line = findings.find(({ code }) => code === cappedBy)?.title ?? cappedBy;
  const reason = isCap(cappedBy) ? say(`exports:word.cap.${CAPS[cappedBy]}`) : say('exports:word.cap.line', { line });
  return [
    capBites
      ? say('exports:word.cap.bites', { why: reason, at: capAt ?? '' })
      : say('exports:word.cap.free', { why: reason }),
  ];
};

const firstPart = ({ first }: Report, numbers: ReadonlyMap<string, number>): Paragraph[] => {
  if (first === null) return [];
  const places = first.findings
    .flatMap((id) => numbers.get(id) ?? [])
    .toSorted((a, b) => a - b)
    .map((number) => say('exports:word.first.place', { number }));
  const cost = first.marks >= 1 ? say('exports:word.first.cost', { marks: Math.round(first.marks) }) : '';
  return [
    heading(say('exports:word.first.title'), HeadingLevel.HEADING_1),
    paragraph(textRuns(first.title, { bold: true })),
    paragraph(first.advice),
    paragraph(joined([cost, first.goal])),
    ...(places.length === 0
      ? []
      : [paragraph(say('exports:word.first.in', { places: listed(places) }), { style: STYLE.meta })]),
  ];
};
