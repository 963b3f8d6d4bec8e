/** What may be due, by its kind. */
import type { DrillMs } from '#engine/model/events.ts';

/** In the order in which ties are settled (RULES C1). The kinds of a rush come before all others of their moment. */
export const DUE_KINDS = [
  'shop-change',
  'rush-over',
  'rush-end',
  'assignment',
  'queue-exit',
  'dial',
  'arrival',
  'line',
  'bystander',
  'reaction',
  'window',
  'hold',
  'quiet',
  'return',
  'rating',
  'nudge',
  'close',
  'finish',
] as const;
export type DueKind = (typeof DUE_KINDS)[number];
/** `conversation`: '' where it is the whole drill's. */
export type Due = { at: DrillMs; kind: DueKind; conversation: string };
