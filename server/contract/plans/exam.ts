/** What a run's plan says of an exam of parts; what a part is made of stands elsewhere. */
export const PART_KINDS = ['paper', 'typing', 'customers'] as const;
export type PartKind = (typeof PART_KINDS)[number];

/** `weight`: percent of the whole. */
export type ExamPart = { kind: PartKind; weight: number; minutes: number };
export type ExamPlan = {
  parts: ExamPart[];
  /** Points of a hundred. */
  pass: number;
  excellent: number;
  /** Whether each part has to reach the pass mark by itself. */
  each: boolean;
  /** Which mark of a part counts once it was sat again. */
  counts: 'best' | 'last';
  /** One sitting: minutes from the first begun part to the end of the last; absent: as long as the window. */
  sitting?: number;
  /** How many questions its paper has; absent: no paper. */
  questions?: number;
  /** A re-sit: the run of the first exam. */
  of?: string;
};
