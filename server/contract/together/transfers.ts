/** 转接 between two seats of a lesson: who may get a customer, and what came of it (RULES J110–J115). */
import type { HandOver } from '#contract/plans/projects.ts';
import type { PassReturn } from '#contract/wire/transfers.ts';

type TransferPlan = { transfers?: true | undefined; mode: string; seed: string; rush?: unknown; homework?: unknown };
/** A lesson whose seats all meet the same cases: a customer is passed on with the case that both drills have. */
export const mayTransfer = ({ transfers, mode, seed, rush, homework }: TransferPlan): boolean =>
  transfers === undefined || (mode !== 'exam' && seed !== 'own' && rush === undefined && homework === undefined);

/** Why a classmate can't get anybody now: not at the desk, the drill over or not begun, another round, or a full desk. */
export type MateBlock = 'away' | 'none' | 'other-round' | 'full';

/** A classmate to choose. `customers`: at their desk now. */
export type Mate = {
  seat: string;
  no: string;
  name: string;
  customers: number;
  block: MateBlock | null;
};

/** What a seat's desk knows of its classmates: names for the customers that come and go. */
export type SeatTransfers = { mates: { seat: string; name: string }[] };

/** Where an offer stands: with whoever offered it, at the other's desk, or returned. */
export type TransferState = 'offered' | 'taken' | 'returned' | 'void';

type TransferSeat = { id: string; no: string; name: string };
/** One transfer of a run. Times are epoch milliseconds. */
export type Transfer = {
  id: string;
  at: number;
  from: TransferSeat | null;
  to: TransferSeat | null;
  customer: string;
  state: TransferState;
  why: PassReturn | null;
  reason: string | null;
  handOver: HandOver;
};
export type TransferBoard = { transfers: Transfer[] };
