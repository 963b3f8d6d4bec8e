import { createContext, useContext } from 'react';
import type { ReportFinding } from '#contract/report.ts';

/** What a dialog rules on: a finding, or (null) the whole score. */
export type Subject = ReportFinding | null;

/** For staff: opens the dialog, takes a ruling back. Null for a trainee, who only reads. */
export type Rulings = { rule: (subject: Subject) => void; undo: (ruling: string) => void };

export const RulingsContext = createContext<Rulings | null>(null);
export const useRulings = (): Rulings | null => useContext(RulingsContext);
