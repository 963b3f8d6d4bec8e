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
import type { Report } from '#contract/report.ts';
import type { ReportFile } from '#contract/report-file.ts';
import { auditPart } from './audit.ts';
import { marks } from './figures.ts';
import { findingsPart } from './findings.ts';
import { faultNumbers, inPageOrder } from './numbering.ts';
import { heading, paragraph, textRuns } from './parts.ts';
import { COLORS, PAGE, STYLE, styles } from './styles.ts';
import { type Block, dimensionsTable, measuresTable, platformsTable, signatureTable } from './tables.ts';

const GRADES = { excellent: '优秀', pass: '及格', fail: '不及格' } as const;
const MODES: Readonly<Record<string, string>> = { practice: '练习', lesson: '课堂', exam: '考试' };
const TITLE = '改进报告';

/** The file's bytes. */
export function reportDocument(file: ReportFile): Promise<Buffer> {
  const { report } = file;
  const numbers = faultNumbers(inPageOrder(report));
  const children: Block[] = [
    paragraph(TITLE, { heading: HeadingLevel.TITLE }),
    ...aboutPart(file),
    ...scorePart(report),
    ...firstPart(report, numbers),
    heading('六个方面', HeadingLevel.HEADING_1),
    paragraph(`评分标准 ${report.rubric.id}，${report.rubric.date}`, { style: STYLE.meta }),
    dimensionsTable(report, numbers),
    ...findingsPart(report),
    heading('指标', HeadingLevel.HEADING_1),
    measuresTable(report),
    ...(report.anatomy.brought?.said ?? []).map((sentence) => paragraph(sentence)),
    ...(report.platforms.length === 0
      ? []
      : [heading('同一份对话，各平台怎么算', HeadingLevel.HEADING_1), platformsTable(report)]),
    ...auditPart(file),
    heading('签字', HeadingLevel.HEADING_1),
    signatureTable(),
    paragraph(`由事件日志算出，演练编号 ${file.drill}，内容 ${file.contentHash}。`, {
      style: STYLE.meta,
      spacing: { before: 160 },
    }),
  ];
  const document = new Document({
    title: TITLE,
    creator: '客服练兵场',
    styles,
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
}

const whose = ({ seat }: ReportFile): string => `${seat?.no ?? ''} ${seat?.name ?? ''}`.trim();

const headOf = (file: ReportFile): string =>
  [TITLE, whose(file), minuteOf(file.openedAt)].filter((part) => part !== '').join('　');

const pageNumber = (): Paragraph =>
  paragraph([new TextRun({ children: ['第 ', PageNumber.CURRENT, ' 页，共 ', PageNumber.TOTAL_PAGES, ' 页'] })], {
    style: STYLE.meta,
    alignment: AlignmentType.CENTER,
  });

function aboutPart(file: ReportFile): Paragraph[] {
  const customers = file.report.conversations.map(({ name, title }) => `${name}（${title}）`).join('、');
  const about: [string, string][] = [
    ['学员', whose(file)],
    ['场次', file.seat?.run ?? ''],
    ['日期', minuteOf(file.openedAt)],
    ['方式', MODES[file.mode] ?? file.mode],
    ['客户', customers],
  ];
  return about
    .filter(([, value]) => value !== '')
    .map(([label, value]) => paragraph(`${label}：${value}`, { style: STYLE.meta }));
}

function scorePart(report: Report): Paragraph[] {
  const { score, grade, ruled, machineScore } = report;
  const notes = [
    ...rangeNote(report),
    ...capNote(report),
    ...(ruled === null ? [] : [`总分由${ruled.by}改判，机器给 ${marks(machineScore)} 分：${ruled.reason}`]),
    ...(ruled === null && machineScore !== score ? [`改判前机器给 ${marks(machineScore)} 分`] : []),
  ];
  return [
    paragraph(
      [
        ...textRuns(marks(score)),
        ...textRuns(`  满分 100，${GRADES[grade]}`, { size: 21, bold: false, color: COLORS.quiet }),
      ],
      { style: STYLE.score, spacing: { before: 160 } },
    ),
    ...notes.map((note) => paragraph(note, { style: STYLE.meta })),
    paragraph(report.verdict, { style: STYLE.verdict }),
  ];
}

/** What the total may still become: once what is doubtful is ruled on, or had the drill been gone through. */
function rangeNote({ range: [low, high], doubts, cappedBy }: Report): string[] {
  if (low === high) return [];
  const ends = `${marks(low)}–${marks(high)}`;
  if (cappedBy === 'unfinished') return [`走完可能 ${ends}${doubts > 0 ? `，${doubts} 句待核` : ''}`];
  return [`待核定下来后 ${ends}${doubts > 0 ? `，因为 ${doubts} 句待核` : ''}`];
}

const CAPS: Readonly<Record<string, string>> = {
  'ended-early': '没做完的一场不算及格',
  unfinished: '没做完：走到的太少，不给及格',
  'customer-left': '有客户后来没人理',
  'walked-out': '有客户后来没人理',
  impatient: '有难听的话',
  hostile: '有难听的话',
};

function capNote({ cappedBy, capAt, capBites, findings }: Report): string[] {
  if (cappedBy === null) return [];
  const line = findings.find(({ code }) => code === cappedBy)?.title ?? cappedBy;
  return [`${CAPS[cappedBy] ?? `碰了${line}`}${capBites ? `，总分封顶 ${capAt}` : ''}。`];
}

function firstPart({ first }: Report, numbers: ReadonlyMap<string, number>): Paragraph[] {
  if (first === null) return [];
  const places = first.findings
    .flatMap((id) => numbers.get(id) ?? [])
    .toSorted((a, b) => a - b)
    .map((number) => `第 ${number} 条`);
  return [
    heading('先改这一件', HeadingLevel.HEADING_1),
    paragraph(textRuns(first.title, { bold: true })),
    paragraph(`${first.advice}${first.marks >= 1 ? `这件约 ${Math.round(first.marks)} 分。` : ''}`),
    paragraph(first.goal),
    ...(places.length === 0 ? [] : [paragraph(`在${places.join('、')}`, { style: STYLE.meta })]),
  ];
}
