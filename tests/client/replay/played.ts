/** Drills that are over, as a replay hears them. */
import type { Replay } from '#contract/replay.ts';
import type { WireEvent } from '#contract/wire-events.ts';
import { arrived, OPENED, replied, said } from '#tests/client-desk/fake-server.ts';

const numbered = (events: readonly WireEvent[]): Replay['events'] => events.map((event, n) => ({ seq: n + 1, event }));

/** Two customers; the second waits while the first is served. The fixture report's faults lie between. */
export const PLAYED: Replay = {
  events: numbered([
    OPENED,
    { kind: 'clock-stopped', at: 0, why: 'not-started' },
    { kind: 'clock-started', at: 0, stoppedMs: 0 },
    arrived('c1', 5000, '小鹿'),
    said('c1', 6000, '这双穿几码'),
    arrived('c2', 20_000, '老周'),
    said('c2', 21_000, '号码印错了'),
    replied('c1', 30_000, '一般来说选平时的码'),
    said('c1', 36_000, '到底几码'),
    replied('c1', 80_000, '39.5，脚背高选大半码'),
    replied('c2', 96_000, '您好，换一件给您'),
    { kind: 'status-changed', at: 100_000, conversation: 'c2', status: 'closed' },
    { kind: 'drill-ended', at: 120_000, why: 'trainee' },
  ]),
};

/** Ten customers in turn, a line or a reply a second. */
export const long = (count: number): Replay['events'] =>
  numbered(
    Array.from({ length: count }, (_, n): WireEvent => {
      if (n === 0) return OPENED;
      const conversation = `c${n % 10}`;
      if (n <= 10) return arrived(conversation, n * 1000);
      return n % 20 < 10 ? said(conversation, n * 1000, `第 ${n} 句`) : replied(conversation, n * 1000, `回 ${n}`);
    }),
  );
