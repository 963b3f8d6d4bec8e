import type { PartKind } from '#contract/plans/exam.ts';

/** What a part of an exam came to. */
export type PartFigures = {
  /** Seats that have handed it in, and seats for which it ended unbegun. */
  done: number;
  missed: number;
  /** Mean of the seats that did it, as far as the bots can know: of a paper points of a hundred, of typing characters a minute. */
  mean: number | null;
};
/** What the simulated trainees met with, in figures. */
export type Figures = {
  connected: number;
  sent: number;
  actions: number;
  customerLines: number;
  refused: Record<string, number>;
  /** Milliseconds of commands, sent to acknowledged. */
  ackP50: number | null;
  ackP99: number | null;
  /** Of an exam or a paper. */
  parts?: Partial<Record<PartKind, PartFigures>>;
};
/** How a seat's part ended, and what it came to. */
type SeatPart = { state?: 'done' | 'missed'; figure?: number };

export type Tally = {
  connected(change: 1 | -1): void;
  /** `code` null: it was taken. */
  acked(command: string, ms: number, code: string | null): void;
  heard(event: string): void;
  /** A request that was refused for good. */
  refused(code: string): void;
  /** What is new of a seat's part. */
  part(seat: string, kind: PartKind, news: SeatPart): void;
  figures(): Figures;
};

export const createTally = (): Tally => {
  let connected = 0;
  let customerLines = 0;
  const taken: Record<string, number> = {};
  const refused: Record<string, number> = {};
  const times: number[] = [];
  const parts = new Map<PartKind, Map<string, SeatPart>>();
  const at = (share: number): number | null => {
    const sorted = times.toSorted((a, b) => a - b);
    const ms = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
    return ms === undefined ? null : Math.round(ms * 10) / 10;
  };
  return {
    connected: (change) => {
      connected += change;
    },
    acked: (command, ms, code) => {
      times.push(ms);
      if (code === null) taken[command] = (taken[command] ?? 0) + 1;
      else refused[code] = (refused[code] ?? 0) + 1;
    },
    heard: (event) => {
      if (event === 'customer-said') customerLines += 1;
    },
    refused: (code) => {
      refused[code] = (refused[code] ?? 0) + 1;
    },
    part: (seat, kind, news) => {
      const ofKind = parts.get(kind) ?? new Map<string, SeatPart>();
      parts.set(kind, ofKind.set(seat, { ...ofKind.get(seat), ...news }));
    },
    figures: () => ({
      connected,
      sent: taken['message:send'] ?? 0,
      actions: taken['action:do'] ?? 0,
      customerLines,
      refused,
      ackP50: at(0.5),
      ackP99: at(0.99),
      ...(parts.size > 0 && {
        parts: Object.fromEntries([...parts].map(([kind, seats]) => [kind, partFigures([...seats.values()])])),
      }),
    }),
  };
};

const partFigures = (seats: readonly SeatPart[]): PartFigures => {
  const figures = seats.flatMap(({ figure }) => figure ?? []);
  const sum = figures.reduce((total, figure) => total + figure, 0);
  return {
    done: seats.filter(({ state }) => state === 'done').length,
    missed: seats.filter(({ state }) => state === 'missed').length,
    mean: figures.length === 0 ? null : Math.round((sum * 10) / figures.length) / 10,
  };
};
