/** By which seed a seat's customers are drawn. */
import { createHash } from 'node:crypto';
import type { Run, Seat } from '#storage/runs.ts';

/**
 * A contest's is its own, one further for each round. Where each seat has its own, the same run and seat always get the same
 * one.
 */
export const seedOf = ({ plan, seed }: Run, seat: Seat, earlierAttempts: number): number => {
  if (plan.seed === 'fixed') return (plan.contest?.seed ?? 0) + earlierAttempts;
  if (plan.seed === 'same') return seed;
  return createHash('sha256').update(`${seed}/${seat.id}`).digest().readUInt32BE(0) & 0x7fffffff;
};
