/**
 * 投诉判定: of some cases, who answers for the complaint, by which rule, with what remedy. `scenarios/complaints.yaml`
 * keeps the questions with their keys, which reach a browser only with the comparison (RULES I1, I5).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Comparison, InspectionBody, Marking } from '#contract/practice/inspections.ts';
import { say } from '#i18n/say.ts';
import { type Complaint, complaintsFile, RESPONSIBLE } from '#library/schema/complaints.ts';

type Policy = { id: string; title: string; source: string };

export const COMPLAINTS_FILE = join(import.meta.dirname, '../../../scenarios/complaints.yaml');

/** By the case's id. Throws where the file isn't as it should be. */
export const readComplaints = (file = COMPLAINTS_FILE): ReadonlyMap<string, Complaint> =>
  new Map(Object.entries(complaintsFile.parse(parse(readFileSync(file, 'utf8')))));

const responsibleOptions = () => RESPONSIBLE.map((id) => ({ id, name: say(`inspection-said:responsible.${id}`) }));

/** The cards that can be chosen, in the file's order; one that the shop hasn't any more is left out. */
const ruleOptions = ({ rules }: Complaint, policies: readonly Policy[]) =>
  rules.from.flatMap((card) => {
    const policy = policies.find(({ id }) => id === card);
    return policy === undefined ? [] : [{ id: card, name: policy.title, source: policy.source }];
  });

/** The questions without their keys. */
export const complaintForm = (
  complaint: Complaint,
  policies: readonly Policy[],
): NonNullable<InspectionBody['complaint']> => ({
  ...{ about: complaint.about, responsible: responsibleOptions() },
  rules: ruleOptions(complaint, policies),
  remedies: complaint.remedies.from.map(({ id, name }) => ({ id, name })),
});

/** What was answered beside what is right. */
export const complaintJudged = (
  complaint: Complaint,
  policies: readonly Policy[],
  given: NonNullable<Marking['complaint']>,
): Comparison['complaint'] => {
  const { responsible, rules, remedies, why } = complaint;
  const judged = (right: string, answer: string | null, from: readonly { id: string; name: string }[]) => {
    const nameOf = (id: string | null): string => from.find((one) => one.id === id)?.name ?? '';
    return { given: nameOf(answer), right: nameOf(right), isRight: answer === right };
  };
  return {
    responsible: judged(responsible, given.responsible, responsibleOptions()),
    rule: judged(rules.right, given.rule, ruleOptions(complaint, policies)),
    remedy: judged(remedies.right, given.remedy, remedies.from),
    why,
  };
};
