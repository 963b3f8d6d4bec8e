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
};

export type Tally = {
  connected(change: 1 | -1): void;
  /** `code` null: it was taken. */
  acked(command: string, ms: number, code: string | null): void;
  heard(event: string): void;
  figures(): Figures;
};

export const createTally = (): Tally => {
  let connected = 0;
  let customerLines = 0;
  const taken: Record<string, number> = {};
  const refused: Record<string, number> = {};
  const times: number[] = [];
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
    figures: () => ({
      connected,
      sent: taken['message:send'] ?? 0,
      actions: taken['action:do'] ?? 0,
      customerLines,
      refused,
      ackP50: at(0.5),
      ackP99: at(0.99),
    }),
  };
};
