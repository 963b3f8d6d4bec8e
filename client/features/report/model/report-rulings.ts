/** Rulings on a report: what staff send, and the report that comes back with them in it. */
import { create } from 'zustand';
import { type Answer, call } from '#client/lib/api.ts';
import type { PointReply, Report } from '#contract/report.ts';
import type { PointPlace } from '#contract/results.ts';

export type NewRuling =
  | { finding: string; verdict: 'dismissed' | 'upheld'; reason: string }
  | { finding: null; verdict: 'score'; score: number; reason: string }
  | { point: PointPlace; verdict: PointVerdict; reason: string; example: boolean };
export type PointVerdict = NonNullable<PointReply['ruling']>['verdict'];
export const POINT_VERDICTS = ['covered', 'wrong', 'not-said'] as const satisfies readonly PointVerdict[];

export const MIN_REASON_CHARACTERS = 2;
export const MAX_REASON_CHARACTERS = 300;

/** 0–100 with at most one decimal, as typed; null = no score. */
export const parseScore = (text: string): number | null => {
  const normalised = text.normalize('NFKC').trim();
  if (!/^\d{1,3}(?:\.\d)?$/.test(normalised)) return null;
  const score = Number(normalised);
  return score <= 100 ? score : null;
};

/** The report after a ruling or an opinion sent from this page: newer than the one the page was opened with. */
export const useRuledReport = create<{ drill: string; report: Report | null }>(() => ({ drill: '', report: null }));

const storeReport =
  (drill: string) =>
  (answer: Answer<Report>): Answer<Report> => {
    if (answer.ok) useRuledReport.setState({ drill, report: answer.value });
    return answer;
  };

export const sendRuling = (drill: string, ruling: NewRuling): Promise<Answer<Report>> =>
  call('POST /api/drills/:id/rulings', { id: drill }, ruling).then(storeReport(drill));
export const sendUndo = (drill: string, ruling: string): Promise<Answer<Report>> =>
  call('POST /api/drills/:id/rulings/:ruling/undo', { id: drill, ruling }).then(storeReport(drill));
/** What a trainee thinks of their own doubtful answer; null takes it back. */
export const sendProposal = (drill: string, place: PointPlace, said: boolean | null): Promise<Answer<Report>> =>
  call('POST /api/drills/:id/proposals', { id: drill }, { ...place, said }).then(storeReport(drill));
