/** Every finding with its words underlined in the message they stand in, why, and a better wording. */
import { HeadingLevel, type Paragraph, type TextRun, UnderlineType } from 'docx';
import { dayOf } from '#classroom/exports/local-time.ts';
import type { Report, ReportFinding } from '#contract/report.ts';
import { say } from '#i18n/say.ts';
import { marks, minusMarks } from './figures.ts';
import { faultNumbers, inPageOrder, isMerit } from './numbering.ts';
import { gap, heading, paragraph, textRuns } from './parts.ts';
import { COLORS, STYLE } from './styles.ts';

/** Underlines of quoted words, as on the page. Thick, dashed and single lines can be told apart without colour, too. */
const LINES = {
  grave: { type: UnderlineType.THICK, color: COLORS.bad },
  mild: { type: UnderlineType.DASH, color: COLORS.warn },
  merit: { type: UnderlineType.SINGLE, color: COLORS.good },
} as const;
export const findingsPart = (report: Report): Paragraph[] => {
  const ordered = inPageOrder(report);
  const numbers = faultNumbers(ordered);
  const faults = ordered.filter((finding) => !isMerit(finding));
  const merits = ordered.filter(isMerit);
  return [
    heading(say('exports:word.findings.title'), HeadingLevel.HEADING_1),
    heading(faultsHead(faults.length), HeadingLevel.HEADING_2),
    ...faults.flatMap((finding) => findingPart(report, finding, numbers)),
    ...(merits.length === 0
      ? []
      : [heading(say('exports:word.findings.merits', { n: merits.length }), HeadingLevel.HEADING_2)]),
    ...merits.flatMap((finding) => findingPart(report, finding, numbers)),
  ];
};

const findingPart = (report: Report, finding: ReportFinding, numbers: ReadonlyMap<string, number>): Paragraph[] => {
  const number = isMerit(finding) ? undefined : numbers.get(finding.id);
  const shownAt = numbers.get(finding.betterIn ?? '');
  const { title, customer, why, ruling, conversation } = finding;
  const name = report.conversations.find((occurrence) => occurrence.conversation === conversation)?.name ?? '';
  const basis = citationLine(finding);
  return [
    heading(`${number === undefined ? '' : `${number} `}${title}${costOf(finding)}`, HeadingLevel.HEADING_3),
    ...(customer === ''
      ? []
      : [labelled(say('exports:word.findings.customer', { name }), textRuns(customer.replaceAll('\n', '　')), true)]),
    labelled(say('exports:word.findings.trainee'), traineesWords(report, finding), true),
    labelled(say('exports:word.findings.why'), textRuns(why)),
    ...betterWording(finding, shownAt),
    ...(ruling === null ? [] : [labelled(say('exports:word.findings.ruling'), textRuns(ruledText(ruling)))]),
    paragraph([say(`exports:word.findings.severity.${finding.severity}`), ...basis].join(gap()), { style: STYLE.meta }),
  ];
};

/** What could have been said; where an earlier finding has the same words, that one's number. */
const betterWording = ({ better, family }: ReportFinding, shownAt: number | undefined): Paragraph[] => {
  if (better === null) return [];
  if (shownAt !== undefined)
    return [
      labelled(say('exports:word.findings.better'), textRuns(say('exports:word.findings.same', { number: shownAt }))),
    ];
  const label = say(family === 'operation' ? 'exports:word.findings.deed' : 'exports:word.findings.better');
  return [labelled(label, textRuns(better, { color: COLORS.good }))];
};

const labelled = (label: string, runs: readonly TextRun[], keepsNext = false) =>
  paragraph([...textRuns(label, { bold: true }), ...runs], { keepNext: keepsNext });

/** The whole message with the quoted words underlined; of a silence, what was seen instead. */
const traineesWords = ({ transcript }: Report, { quoteAt, quote, severity }: ReportFinding): TextRun[] => {
  const line = quoteAt === null ? undefined : transcript.find(({ id }) => id === quoteAt.message);
  const text = line?.text;
  const struck = line?.isWithdrawn === true ? { strike: true } : {};
  if (quoteAt === null) return textRuns(say('exports:word.findings.seen', { words: quote }));
  const underline = LINES[severity];
  if (text === undefined) return textRuns(quote, { underline });
  return [
    ...textRuns(text.slice(0, quoteAt.start), struck),
    ...textRuns(text.slice(quoteAt.start, quoteAt.end), { underline, ...struck }),
    ...textRuns(text.slice(quoteAt.end), struck),
  ];
};

const faultsHead = (count: number): string =>
  count === 0 ? say('exports:word.findings.nothing') : say('exports:word.findings.faults', { n: count });

const ruledText = ({ verdict, reason, by, at }: NonNullable<ReportFinding['ruling']>): string =>
  say(`exports:word.findings.${verdict}`, { reason, by, date: dayOf(at) });

/** What the finding cost, to stand behind its title. The English message begins with a space, the Chinese one needs none. */
const costOf = ({ unsure, ruling, marks: cost }: ReportFinding): string => {
  if (ruling !== null && ruling.was !== cost) {
    const to = cost > 0 ? minusMarks(cost) : marks(0);
    return say('exports:word.findings.costRuled', { from: minusMarks(ruling.was), to });
  }
  if (unsure && ruling === null) return say('exports:word.findings.costUnsure');
  return cost > 0 ? say('exports:word.findings.cost', { marks: minusMarks(cost) }) : '';
};

const citationLine = ({ basis }: ReportFinding): string[] => {
  if (basis === null) return [];
  const { kind, title, text, source } = basis;
  return kind === 'rule'
    ? [say('exports:word.findings.rule', { source })]
    : [say('exports:word.findings.basis', { title, text, source })];
};
