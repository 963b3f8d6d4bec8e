/** Markings of one transcript side by side (RULES I2): made only once the reader has handed in their own. */
import { type ErrorCode, type Reply, refused } from '#contract/errors.ts';
import type { Comparison, Marking, PartyMarks } from '#contract/practice/inspections.ts';
import type { Report } from '#contract/report.ts';
import type { ContentData } from '#engine/model/content.ts';
import type { Complaint } from '#library/schema/complaints.ts';
import { agreementOf } from './agreement.ts';
import { complaintJudged } from './complaints.ts';
import { figuresOf, isOf, isWhole, marksOfPerson, marksOfProgram } from './party-marks.ts';
import { scorecardForm } from './scorecard-form.ts';

/** What is marked, with what the program made of it. `conversation` null: all of a drill, whose marks are of all its customers. */
export type Inspected = {
  content: Pick<ContentData, 'rubric' | 'scenarios' | 'shops'>;
  report: Report;
  conversation: string | null;
  complaint: Complaint | null;
};

export const linesOf = (report: Report, conversation: string | null): Report['transcript'] =>
  report.transcript.filter((line) => conversation === null || line.conversation === conversation);

/** Why a marking can't be one of this transcript; null: it can. It need not be whole. */
export const markingFault = ({ content, report, conversation }: Inspected, marking: Marking): ErrorCode | null => {
  const lines = new Set(
    linesOf(report, conversation).flatMap(({ id, by }) => (by === 'trainee' || by === 'action' ? [id] : [])),
  );
  return isOf(marking, scorecardForm(content.rubric), lines) ? null : 'bad-request';
};

/** What a whole marking comes to, or why it can't be handed in. `others`: of people who handed in before. */
export const comparisonOf = (inspected: Inspected, own: Marking, others: readonly PartyMarks[]): Reply<Comparison> => {
  const { content, report, complaint } = inspected;
  const fault = markingFault(inspected, own);
  if (fault !== null) return refused(fault);
  if (!isWhole(own, complaint !== null)) return refused('marking-incomplete');
  const scorecard = scorecardForm(content.rubric);
  const parties = [
    marksOfPerson(scorecard, own, { by: 'own', name: null }),
    marksOfProgram(scorecard, report),
    ...others,
  ];
  const { ruled } = report;
  return {
    ok: true,
    value: {
      ...{ marking: own, parties },
      agreements: parties.flatMap((first, a) =>
        parties.slice(a + 1).map((second, b) => ({
          pair: [a, a + 1 + b] as [number, number],
          agreement: agreementOf(figuresOf(first), figuresOf(second)),
        })),
      ),
      ruled: ruled === null ? null : { score: ruled.score, by: ruled.by, reason: ruled.reason },
      complaint:
        complaint === null || own.complaint === null
          ? null
          : complaintJudged(complaint, policiesOf(inspected), own.complaint),
    },
  };
};

const policiesOf = ({ content, report, conversation }: Inspected): ContentData['shops'][number]['policies'] => {
  const row = report.conversations.find((one) => one.conversation === conversation);
  const shop = content.scenarios.find(({ id }) => id === row?.scenario)?.shop;
  return content.shops.find(({ id }) => id === shop)?.policies ?? [];
};
