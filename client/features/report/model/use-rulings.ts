import { createContext, useContext } from 'react';
import type { LedgerPoint } from '#client/lib/reports/report-doubts.ts';
import type { ReportFinding } from '#contract/report.ts';
import type { PointPlace } from '#contract/results.ts';
import type { PointVerdict } from './report-rulings.ts';

/** What a dialog rules on: a finding, or (null) the whole score. */
export type RulingSubject = ReportFinding | null;
/** A point, and which of its replies is looked at first. */
export type PointSubject = { conversation: string; question: string; point: LedgerPoint; turn: number };

/** Functions for staff: open a dialog, rule at once, take a ruling back. Null for a trainee, who only reads. */
export type Rulings = {
  openRuling: (subject: RulingSubject) => void;
  openPointRuling: (subject: PointSubject) => void;
  settlePoint: (place: PointPlace, verdict: PointVerdict, example: boolean) => Promise<void>;
  undoRuling: (ruling: string) => void;
};

export const RulingsContext = createContext<Rulings | null>(null);
export const useRulings = (): Rulings | null => useContext(RulingsContext);
