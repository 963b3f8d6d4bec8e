/** One turn that all seats of a run do again: what led to it, and everybody's answer. */
import type { ShownTurn } from '#contract/results.ts';
import type { WireOpenPlace } from '#contract/wire-events.ts';

/** Everybody's answer to the same turn. */
export type ReplayTaskBoard = {
  id: string;
  open: boolean;
  customer: string[];
  /** `place`: absent in private. */
  before: (
    | { by: 'customer' | 'trainee' | 'action'; text: string; place?: WireOpenPlace }
    | { by: 'bystander'; name: string; text: string; place?: WireOpenPlace }
  )[];
  place?: WireOpenPlace;
  original: ShownTurn | null;
  /** Without names, in an order that gives nobody away. `seat` opens an answer for staff. */
  answers: {
    seat: string;
    text: string;
    seconds: number;
    covered: number;
    of: number;
    wrong: number;
    tone: string;
    reaction: string;
    good: boolean;
  }[];
  waiting: number;
};
