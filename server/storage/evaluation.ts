/**
 * What a term keeps of its three-sided evaluation, its trial of pay and its recommended trainees. Times are epoch
 * milliseconds; `by` and `person` are people's ids.
 */
import type { Side } from '#contract/terms/sides.ts';

/** What has rules and steps of its own in a term. */
export type EvaluationKind = 'sides' | 'pay';
/** One step of a term's evaluation or trial: nothing is written over, the last one counts. */
export type StoredStep = { id: string; term: string; kind: EvaluationKind; step: string; by: string; at: number };
/** `marks`: by indicator. `version`: of the indicators that were read. */
export type StoredDraft = {
  term: string;
  person: string;
  side: Side;
  by: string;
  version: number;
  marks: Record<string, number>;
  note: string;
  at: number;
};
/** What a side handed in: nothing is written over, the side's last one counts. */
export type StoredSideEntry = StoredDraft & { id: string };
/** Of 优秀学员: what a teacher asked and what the trainee said. The last one counts. */
export type StoredRecommendation = { id: string; term: string; person: string; step: string; by: string; at: number };
/** Whether a trainee has joined a term's individual ranks (`joined`, `left`). The last one counts. */
export type StoredRankingStep = { id: string; term: string; person: string; step: string; at: number };

/** The tables, whose columns are the fields above. `body` and `marks`: JSON; `body` null: what ships. */
export type EvaluationTables = {
  term_rules: { term: string; kind: EvaluationKind; version: number; body: string | null };
  term_steps: StoredStep;
  side_drafts: Omit<StoredDraft, 'marks'> & { marks: string };
  side_entries: Omit<StoredSideEntry, 'marks'> & { marks: string };
  recommendations: StoredRecommendation;
  ranking_steps: StoredRankingStep;
};

export type EvaluationStorage = {
  /** `body` null: what ships. Version 0 where nobody has changed them. */
  rules(term: string, kind: EvaluationKind): Promise<{ version: number; body: unknown }>;
  /** False where the version isn't the next one: somebody else has saved meanwhile, and nothing is stored. */
  putRules(term: string, kind: EvaluationKind, version: number, body: object | null): Promise<boolean>;
  addStep(step: StoredStep): Promise<void>;
  /** Oldest first. */
  steps(term: string, kind: EvaluationKind): Promise<StoredStep[]>;
  /** In place of an earlier draft of the same person about the same trainee. */
  putDraft(draft: StoredDraft): Promise<void>;
  draft(of: Pick<StoredDraft, 'term' | 'person' | 'side' | 'by'>): Promise<StoredDraft | null>;
  /** Also removes the draft it was made of. */
  addEntry(entry: StoredSideEntry): Promise<void>;
  /** In the order in which they were handed in. */
  entries(term: string): Promise<StoredSideEntry[]>;
  /** About the person, of all terms, in the same order. */
  entriesOf(person: string): Promise<StoredSideEntry[]>;
  /** About the person, of all terms: those the person wrote. */
  draftsOf(person: string): Promise<StoredDraft[]>;
  addRecommendation(step: StoredRecommendation): Promise<void>;
  /** Oldest first. */
  recommendations(term: string): Promise<StoredRecommendation[]>;
  /** Of all terms, oldest first. */
  recommendationsOf(person: string): Promise<StoredRecommendation[]>;
  addRankingStep(step: StoredRankingStep): Promise<void>;
  /** Oldest first. */
  rankingSteps(term: string): Promise<StoredRankingStep[]>;
  /** Of all terms, oldest first. */
  rankingStepsOf(person: string): Promise<StoredRankingStep[]>;
};
