/** Which phase a contest is in, and what the public board shows there (RULES J55, J56). Pure. */
import type { ContestPhase } from '#contract/contests/board.ts';
import { freezeAtOf } from '#contract/contests/rules.ts';
import type { StoredContest } from '#storage/contests/contests.ts';
import type { Marked, Placed } from './ranking.ts';

type Times = Pick<StoredContest, 'rules' | 'unveiled' | 'openedAt'>;

/** The closing moment itself is still in the window. */
export const phaseOf = ({ rules, unveiled, openedAt }: Times, now: number): ContestPhase => {
  if (openedAt !== null) return 'told';
  if (unveiled !== null) return 'unveiling';
  if (now > rules.closesAt) return 'closed';
  if (now < rules.opensAt) return 'before';
  const freezeAt = freezeAtOf(rules);
  return freezeAt !== null && now > freezeAt ? 'frozen' : 'open';
};

/** Whether nobody plays any more. */
export const isContestOver = (contest: Times, now: number): boolean =>
  !['before', 'open', 'frozen'].includes(phaseOf(contest, now));

/** Up to which moment the public board counts rounds. */
export const shownUntil = (contest: Times, phase: ContestPhase): number =>
  phase === 'told' || phase === 'open' || phase === 'before'
    ? Number.POSITIVE_INFINITY
    : (freezeAtOf(contest.rules) ?? Number.POSITIVE_INFINITY);

/** A row of the public board. `told`: it is where it ends. */
export type ShownRow = Placed<Marked> & { told: boolean };

/**
 * The board while the results are told from the last place upward. The `done` last rows of the end stand as they end,
 * at the foot; the others above them as the board had them when it froze, so that nothing of their end is told. Who
 * shares a place is told together only as far as `done` says.
 */
export const unveiledRows = (
  frozen: readonly Placed<Marked>[],
  final: readonly Placed<Marked>[],
  done: number,
): ShownRow[] => {
  const told = final.slice(Math.max(0, final.length - done));
  const toldKeys = new Set(told.map(({ key }) => key));
  return [
    ...frozen.filter(({ key }) => !toldKeys.has(key)).map((row) => ({ ...row, told: false })),
    ...told.map((row) => ({ ...row, told: true })),
  ];
};
