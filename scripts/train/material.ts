/** What the classifier may learn from. */
import type { Act } from '#language/terms/verdicts.ts';

export type LabelledExample = {
  id: string;
  task: 'points' | 'tone' | 'redline' | 'evasion' | 'act';
  customer?: string;
  reply: string;
  expect: unknown;
  hard?: boolean;
};

/** A whole turn with its thread, as two readers judged it. */
export type LabelledTurn = {
  customer: string;
  reply: string;
  expect: { answer: string; tone?: string; acts: readonly string[] };
};

/** A turn of a testplan with the acts the rules heard in it before the head of acts was learned. */
export type HeardTurn = { customer: string; reply: string; acts: readonly Act[]; unknown?: readonly Act[] };

/** Everything the classifier may learn from, and a digest that changes with any of it. */
export type Material = {
  lines: LabelledExample[];
  acts: LabelledExample[];
  turns: LabelledTurn[];
  heard: HeardTurn[];
  plain: string[];
  digest: string;
};
