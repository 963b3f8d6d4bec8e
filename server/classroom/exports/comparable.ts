/** Whether a seat's result may be averaged with the others', and what to say where not. */
import type { DrillResult } from '#contract/results.ts';

/** Beyond this much of lateness or lost line a result is no longer like the others. */
export const TOLERATED_MS = 60_000;

export type ResultContext = {
  joined: boolean;
  /** Attempts opened. */
  attempts: number;
  /** One of them runs still. */
  running: boolean;
  lateMs: number;
  /** Injected customers beyond those sent to everybody while this drill was open. */
  injected: number;
  result: DrillResult | null;
};

/** 4 分 12 秒, 12 秒. */
export function lasting(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} 秒` : `${Math.floor(seconds / 60)} 分 ${seconds % 60} 秒`;
}

/** How many most seats had of such customers; of two equally common numbers the smaller. */
export function usualInjected(standings: readonly Pick<ResultContext, 'injected'>[]): number {
  const counts = new Map<number, number>();
  for (const { injected } of standings) counts.set(injected, (counts.get(injected) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}

/** Why it can't be compared, in words; empty when it can. Freezes hit all alike and interrupted rounds don't count anyway. */
export function differences(
  { joined, attempts, running, lateMs, injected, result }: ResultContext,
  usual: number,
): string[] {
  if (!joined) return ['没有进来'];
  if (result === null) return [running ? '还在演练' : attempts === 0 ? '没有开始演练' : '没有结果'];
  const notes: string[] = [];
  const part = result.came < result.planned ? `只接到 ${result.came} / ${result.planned} 位客户` : '';
  if (lateMs > TOLERATED_MS) notes.push([`迟到 ${lasting(lateMs)}`, part].filter((text) => text !== '').join('，'));
  if (result.lostMs > TOLERATED_MS) notes.push(`断线 ${lasting(result.lostMs)}`);
  if (injected > usual) notes.push(`比别人多接 ${injected - usual} 位突发客户`);
  if (injected < usual) notes.push(`比别人少接 ${usual - injected} 位突发客户`);
  return notes;
}
