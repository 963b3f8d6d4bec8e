/** A person's marking and the program's report in one form, to be held side by side. */
import type { InspectionScorecard, Level, Marking, PartyMarks } from '#contract/practice/inspections.ts';
import type { Report } from '#contract/report.ts';
import { DIMENSIONS } from '#scoring/marks/scorecard.ts';
import { type Marks, PERCENT_OF, RED_LINE } from './agreement.ts';
import { isRedLineCode } from './scorecard-form.ts';

type DimensionMarks = PartyMarks['dimensions'][number];

/**
 * Whether a marking may be handed in: every dimension has a level, one that isn't 达到 names what was missed, and the
 * red lines are judged. `asksComplaint`: the three questions of 投诉判定 are answered, too.
 */
export const isWhole = ({ dimensions, redLine, complaint }: Marking, asksComplaint: boolean): boolean => {
  const isJudged = DIMENSIONS.every((id) => {
    const mark = dimensions[id];
    if (mark.level === null) return false;
    return mark.level === 'full' || mark.level === 'na' || mark.faults.length > 0;
  });
  const isAnswered = !asksComplaint || (complaint !== null && Object.values(complaint).every((one) => one !== null));
  return isJudged && redLine !== null && (!redLine.crossed || redLine.code !== null) && isAnswered;
};

/** Whether faults, red lines and quoted lines are those of this transcript and its rubric. */
export const isOf = (
  marking: Marking,
  { dimensions, redLines }: InspectionScorecard,
  lines: ReadonlySet<string>,
): boolean => {
  const isLine = (line: string | null): boolean => line === null || lines.has(line);
  const areFaults = dimensions.every(({ id, faults }) => {
    const seen = marking.dimensions[id].faults;
    const codes = seen.map(({ code }) => code);
    if (new Set(codes).size !== codes.length) return false;
    return seen.every(({ code, line }) => faults.some((fault) => fault.code === code) && isLine(line));
  });
  const { redLine } = marking;
  const isRedLine =
    redLine === null ||
    (isLine(redLine.line) && (redLine.code === null || redLines.some(({ code }) => code === redLine.code)));
  return areFaults && isRedLine;
};

/** A whole marking as a party. */
export const marksOfPerson = (
  scorecard: InspectionScorecard,
  { dimensions, redLine }: Marking,
  who: Pick<PartyMarks, 'by' | 'name'>,
): PartyMarks => {
  const marked = scorecard.dimensions.map(({ id, faults }): DimensionMarks => {
    const mark = dimensions[id];
    return {
      ...{ id, level: mark.level ?? 'na', exact: null },
      faults: mark.faults.flatMap(({ code, line }) => {
        const rule = faults.find((fault) => fault.code === code);
        if (rule === undefined) return [];
        return [{ code, title: rule.title, dimension: id, line, unsure: false, why: rule.why }];
      }),
    };
  });
  const crossed = redLine?.crossed === true;
  return {
    ...who,
    total: totalOf(scorecard, marked, crossed),
    dimensions: marked,
    redLine: {
      crossed,
      titles: crossed ? scorecard.redLines.flatMap(({ code, title }) => (code === redLine?.code ? [title] : [])) : [],
      lines: crossed && redLine.line !== null ? [redLine.line] : [],
    },
  };
};

/** The report as a party: its marks put into levels by the rubric's lines; dismissed findings are none. */
export const marksOfProgram = (scorecard: InspectionScorecard, report: Report): PartyMarks => {
  const counted = report.findings.filter(
    ({ severity, ruling }) => severity !== 'merit' && ruling?.verdict !== 'dismissed',
  );
  const lineOf = new Map(report.transcript.map(({ id }) => [id, id]));
  const redLines = counted.filter(({ code, unsure }) => isRedLineCode(code) && !unsure);
  return {
    ...{ by: 'program', name: null, total: report.score },
    dimensions: scorecard.dimensions.map(({ id }): DimensionMarks => {
      const row = report.dimensions.find((one) => one.id === id);
      const exact = row == null || row.marks === null || row.weight === 0 ? null : (row.marks / row.weight) * 100;
      const faults = counted.filter(({ dimension, code }) => dimension === id && !isRedLineCode(code));
      return {
        ...{ id, level: levelOf(scorecard, exact), exact: exact === null ? null : Math.round(exact) },
        faults: oncePerCode(faults).map(({ code, ruleTitle, title, quoteAt, unsure, why }) => ({
          ...{ code, title: ruleTitle ?? title, dimension: id, unsure, why },
          line: quoteAt === null ? null : (lineOf.get(quoteAt.message) ?? null),
        })),
      };
    }),
    redLine: {
      crossed: redLines.length > 0,
      titles: [...new Set(redLines.map(({ ruleTitle, title }) => ruleTitle ?? title))],
      lines: redLines.flatMap(({ quoteAt }) => (quoteAt === null ? [] : [quoteAt.message])),
    },
  };
};

/** A fault told twice is one fault seen; one that is certain stands for those in doubt. */
const oncePerCode = (findings: Report['findings']): Report['findings'] => {
  const byCode = new Map<string, Report['findings'][number]>();
  for (const finding of findings) {
    const before = byCode.get(finding.code);
    if (before === undefined || (before.unsure && !finding.unsure)) byCode.set(finding.code, finding);
  }
  return [...byCode.values()];
};

const levelOf = ({ fullFrom, partFrom }: InspectionScorecard, exact: number | null): Level => {
  if (exact === null) return 'na';
  if (exact >= fullFrom) return 'full';
  return exact >= partFrom ? 'part' : 'none';
};

/** Marks by the weights of what applies; a crossed red line caps them. */
const totalOf = (scorecard: InspectionScorecard, marked: readonly DimensionMarks[], crossed: boolean): number => {
  let earned = 0;
  let offered = 0;
  for (const { id, level } of marked) {
    if (level === 'na') continue;
    const weight = scorecard.dimensions.find((one) => one.id === id)?.weight ?? 0;
    earned += weight * PERCENT_OF[level];
    offered += weight;
  }
  const total = offered === 0 ? 0 : Math.round(earned / offered);
  return crossed ? Math.min(total, scorecard.cap) : total;
};

/** A party's marks as figures need them. What is in doubt counts as seen by nobody. */
export const figuresOf = ({ dimensions, redLine }: PartyMarks): Marks => ({
  lines: new Map<string, Level>([
    ...dimensions.map(({ id, level }) => [id, level] as const),
    [RED_LINE, redLine.crossed ? 'none' : 'full'],
  ]),
  faults: new Set(dimensions.flatMap(({ faults }) => faults.flatMap(({ code, unsure }) => (unsure ? [] : [code])))),
});
