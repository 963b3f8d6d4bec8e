/** Whether a seat's result may be averaged with the others', and what to say where not. */
import type { DrillResult, EmptyWhy } from '#contract/results.ts';
import { joinWithCommas, say } from '#i18n/say.ts';

/** A seat that came later than this, or lost its connection for longer, can't be compared with the others. */
export const TOLERATED_MS = 60_000;

export type ResultContext = {
  joined: boolean;
  /** Attempts opened. */
  attempts: number;
  /** One of the attempts is still running. */
  running: boolean;
  lateMs: number;
  /** Injected customers, without those that everybody got while this drill was open. */
  injected: number;
  result: DrillResult | null;
  /** Why its drill asked nothing of it; null: it did, or there is none. */
  empty?: EmptyWhy | null;
  /** How many questions were put to it, where those were too few for a mark. */
  askedLittle?: DrillResult['askedLittle'];
};

/** Seconds; from a minute on minutes and seconds. */
export const durationText = (ms: number): string => {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return say('results-said:lasting.seconds', { s: seconds });
  return say('results-said:lasting.minutes', { m: Math.floor(seconds / 60), s: seconds % 60 });
};

/** The number of such customers that most seats had; of two equally common numbers the smaller. */
export const usualInjected = (standings: readonly Pick<ResultContext, 'injected'>[]): number => {
  const counts = new Map<number, number>();
  for (const { injected } of standings) counts.set(injected, (counts.get(injected) ?? 0) + 1);
  return [...counts].toSorted((one, other) => other[1] - one[1] || one[0] - other[0])[0]?.[0] ?? 0;
};

/**
 * Why the seat can't be compared, in words; empty when it can. Freezes give no reason, since they stop all seats
 * alike; nor do interrupted rounds, which don't count anyway.
 */
export const differences = (context: ResultContext, usual: number): string[] => {
  const { joined, lateMs, injected, result } = context;
  if (!joined) return [say('results-said:apart.absent')];
  if (result === null) return [noResult(context)];
  const notes: string[] = [];
  const { came, planned, lostMs } = result;
  if (lateMs > TOLERATED_MS) {
    const lateNote = say('results-said:apart.late', { time: durationText(lateMs) });
    notes.push(
      joinWithCommas(came < planned ? [lateNote, say('results-said:apart.part', { came, planned })] : [lateNote]),
    );
  }
  if (lostMs > TOLERATED_MS) notes.push(say('results-said:apart.lost', { time: durationText(lostMs) }));
  if (injected > usual) notes.push(say('results-said:apart.more-incidents', { n: injected - usual }));
  if (injected < usual) notes.push(say('results-said:apart.fewer-incidents', { n: usual - injected }));
  return notes;
};

const noResult = ({ running, attempts, empty, askedLittle }: ResultContext): string => {
  if (running) return say('results-said:apart.running');
  if (empty === 'asked-little') return say('results-said:apart.asked-little', askedLittle ?? { put: 0, of: 0 });
  if (empty != null) return say(`results-said:apart.${empty}`);
  return attempts === 0 ? say('results-said:apart.not-begun') : say('results-said:apart.no-result');
};
