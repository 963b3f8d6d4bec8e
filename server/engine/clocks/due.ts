/** What may be due, by its kind. */
import type { DrillMs } from '#engine/model/events.ts';

/** In the order in which ties are settled (RULES C1). The drill's own limit comes before all others of its moment, then the kinds of a rush. */
export const DUE_KINDS = [
  'limit',
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
  'lead',
  'nudge',
  'close',
  'finish',
] as const;
export type DueKind = (typeof DUE_KINDS)[number];
/** `conversation`: '' where it is the whole drill's. */
export type Due = { at: DrillMs; kind: DueKind; conversation: string };
