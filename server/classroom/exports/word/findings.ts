/** 逐句看: every finding with its words underlined in the message they stand in, why, and a better wording. */
import { HeadingLevel, type Paragraph, type TextRun, UnderlineType } from 'docx';
import { dayOf } from '#classroom/exports/local-time.ts';
import type { Report, ReportFinding } from '#contract/report.ts';
import { lost, marks } from './figures.ts';
import { faultNumbers, inPageOrder, isMerit } from './numbering.ts';
import { heading, paragraph, textRuns } from './parts.ts';
import { COLORS, STYLE } from './styles.ts';

/** A stretch of words' line: solid, dashed or green, as on the page; it tells them apart without colour, too. */
const LINES = {
  grave: { type: UnderlineType.THICK, color: COLORS.bad },
  mild: { type: UnderlineType.DASH, color: COLORS.warn },
  merit: { type: UnderlineType.SINGLE, color: COLORS.good },
} as const;
const GRADES = { grave: '严重', mild: '一般', merit: '做到的' } as const;
const VERDICTS = { dismissed: '不算错，分还回去', upheld: '算错' } as const;

export function findingsPart(report: Report): Paragraph[] {
  const ordered = inPageOrder(report);
  const numbers = faultNumbers(ordered);
  const faults = ordered.filter((finding) => !isMerit(finding));
  const merits = ordered.filter(isMerit);
  return [
    heading('逐句看', HeadingLevel.HEADING_1),
    heading(faults.length === 0 ? '没有要改的' : `要改的 ${faults.length} 条`, HeadingLevel.HEADING_2),
    ...faults.flatMap((finding) => findingPart(report, finding, numbers)),
    ...(merits.length === 0 ? [] : [heading(`做到的 ${merits.length} 条`, HeadingLevel.HEADING_2)]),
    ...merits.flatMap((finding) => findingPart(report, finding, numbers)),
  ];
}

function findingPart(report: Report, finding: ReportFinding, numbers: ReadonlyMap<string, number>): Paragraph[] {
  const number = isMerit(finding) ? undefined : numbers.get(finding.id);
  const shownAt = numbers.get(finding.betterIn ?? '');
  const { title, customer, why, better, ruling, conversation } = finding;
  const name = report.conversations.find((one) => one.conversation === conversation)?.name ?? '';
  const basis = basisOf(finding);
  return [
    heading(`${number === undefined ? '' : `${number} `}${title}${costOf(finding)}`, HeadingLevel.HEADING_3),
    ...(customer === '' ? [] : [told(`${name}：`, textRuns(customer.replaceAll('\n', '　')), true)]),
    told('你：', traineesWords(report, finding), true),
    told('为什么：', textRuns(why)),
    ...(better === null
      ? []
      : shownAt !== undefined
        ? [told('可以说：', textRuns(`同第 ${shownAt} 条`))]
        : [
            told(
              finding.family === 'operation' ? '该这样操作：' : '可以说：',
              textRuns(better, { color: COLORS.good }),
            ),
          ]),
    ...(ruling === null
      ? []
      : [
          told(
            '改判：',
            textRuns(`${VERDICTS[ruling.verdict]}。${ruling.reason}（${ruling.by}，${dayOf(ruling.at)}）`),
          ),
        ]),
    paragraph([GRADES[finding.severity], ...basis].join('　'), { style: STYLE.meta }),
  ];
}

const told = (label: string, said: readonly TextRun[], keepNext = false) =>
  paragraph([...textRuns(label, { bold: true }), ...said], { keepNext });

/** The whole message with the quoted words underlined; where nothing was said, what was seen instead. */
function traineesWords({ transcript }: Report, { quoteAt, quote, severity }: ReportFinding): TextRun[] {
  const text = quoteAt === null ? undefined : transcript.find(({ id }) => id === quoteAt.message)?.text;
  if (quoteAt === null) return textRuns(`（${quote}）`);
  const underline = LINES[severity];
  if (text === undefined) return textRuns(quote, { underline });
  return [
    ...textRuns(text.slice(0, quoteAt.start)),
    ...textRuns(text.slice(quoteAt.start, quoteAt.end), { underline }),
    ...textRuns(text.slice(quoteAt.end)),
  ];
}

function costOf({ unsure, ruling, marks: cost }: ReportFinding): string {
  if (ruling !== null && ruling.was !== cost)
    return `（${lost(ruling.was)} 改判为 ${cost > 0 ? lost(cost) : marks(0)}）`;
  if (unsure && ruling === null) return '（待核，判之前先只算几成）';
  return cost > 0 ? `（${lost(cost)}）` : '';
}

function basisOf({ basis }: ReportFinding): string[] {
  if (basis === null) return [];
  return [basis.kind === 'rule' ? `依据：${basis.source}` : `依据：${basis.title}「${basis.text}」（${basis.source}）`];
}
