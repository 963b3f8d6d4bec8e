/** What the harness sees from outside while a fault lasts: what went wrong, and what `/healthz` says. */
import { pause } from './waiting.ts';

export type Watch = {
  found(who: string, what: string): void;
  /** All that went wrong since the last call. */
  takeFound(): string[];
  /** Whether `/healthz` has said that the storage is gone, and nobody has begun to bring it back. */
  isGone(): boolean;
  /** Whether `/healthz` has said a code since the last call of `takeCodes`. */
  hasTold(): boolean;
  /** Codes that `/healthz` said since the last call. */
  takeCodes(): string[];
  /** A fault begins: from now on what `/healthz` says is believed. */
  beginning(): void;
  /** The fault is being ended: from now on an acknowledgement may be right though nothing says so yet. */
  ending(): void;
  stop(): void;
};

const EVERY_MS = 25;

/** Asks `url` now and then for as long as `stop` isn't called. */
export const startWatch = (url: string): Watch => {
  let found: string[] = [];
  let codes = new Set<string>();
  let isGone = false;
  let isOn = false;
  let isStopped = false;
  const look = async (): Promise<void> => {
    while (!isStopped) {
      const said = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(5000) })
        .then(async (response) => ({ ok: response.ok, ...((await response.json()) as { code?: string }) }))
        .catch(() => null);
      if (said?.code !== undefined) codes.add(said.code);
      if (said !== null) isGone = isOn && said.code === 'storage-gone';
      await pause(EVERY_MS);
    }
  };
  void look();
  return {
    found: (who, what) => void found.push(`${who}: ${what}`),
    takeFound: () => {
      const taken = found;
      found = [];
      return taken;
    },
    isGone: () => isGone,
    hasTold: () => codes.size > 0,
    takeCodes: () => {
      const taken = [...codes];
      codes = new Set();
      return taken;
    },
    beginning: () => {
      isOn = true;
    },
    ending: () => {
      isOn = false;
      isGone = false;
    },
    stop: () => {
      isStopped = true;
    },
  };
};
