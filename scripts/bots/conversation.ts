/** One customer as a simulated trainee serves it: waits as long as the plan says, does, then says. */
import type { WireEvent } from '#contract/wire-events.ts';
import type { Part, Script } from './replies.ts';

export type Hands = {
  say(part: Part): Promise<void>;
  act(action: string, fields: Readonly<Record<string, string | number>>): Promise<void>;
  typing(): void;
  /** Whether the desk takes words now. */
  free(): boolean;
};

const APART_MS = 2000;
const TYPING_MS = 3000;
/** Milliseconds after which a customer who has come in and says nothing is looked at. */
const QUIET_MS = 15_000;

export type Served = { see(event: WireEvent): void; stop(): void };

/** `haste`: 2 answers twice as fast as the plan. */
export const serve = (script: Script, hands: Hands, haste: number): Served => {
  let timer: NodeJS.Timeout | null = null;
  let isBusy = false;
  let heard = 0;
  let answered = 0;
  let isStopped = false;

  const later = (ms: number): void => {
    if (timer !== null) clearTimeout(timer);
    timer = isStopped ? null : setTimeout(() => void answer(), ms);
  };
  const wait = (ms: number): Promise<void> =>
    new Promise((done) => {
      timer = setTimeout(done, ms);
    });

  /** Waits through a freeze or a lost connection in the middle of a turn, so that the rest of it is sent afterwards. */
  const freed = async (): Promise<void> => {
    while (!hands.free() && !isStopped) await wait(APART_MS / 2);
  };

  const answer = async (): Promise<void> => {
    timer = null;
    if (isBusy || isStopped) return;
    if (!hands.free()) return later(APART_MS);
    const turn = script.next();
    if (turn === null) return;
    isBusy = true;
    const upTo = heard;
    const ms = (turn.afterS * 1000) / haste;
    await wait(Math.max(0, ms - TYPING_MS));
    hands.typing();
    await wait(Math.min(ms, TYPING_MS));
    for (const deed of turn.do) {
      await freed();
      await hands.act(deed.action, deed.with);
      await wait(APART_MS);
    }
    for (const part of turn.say) {
      await freed();
      await hands.say(part);
      await wait(APART_MS / 2);
    }
    answered = upTo;
    isBusy = false;
    if (heard > answered) later(0);
    else later(QUIET_MS * 2);
  };

  return {
    see: (event) => {
      if (event.kind === 'story-over' && event.again) return;
      if (event.kind === 'story-over') script.over();
      if (event.kind === 'customer-said') {
        heard += 1;
        if (event.bubble.kind === 'text') script.heard(event.bubble.text);
        // Let the burst come to its end first.
        if (!isBusy) later(APART_MS);
      } else if (event.kind === 'customer-arrived' || event.kind === 'customer-did' || event.kind === 'story-over') {
        if (!isBusy) later(event.kind === 'story-over' ? APART_MS : QUIET_MS);
      }
    },
    stop: () => {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
};
