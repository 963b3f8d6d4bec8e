/**
 * Answers on their way to the server: one after the other, in the order in which they were given, the last to a question
 * in the place of those before. What couldn't be sent is kept on the device and sent again (RULES X8).
 */
import { type Answer, isTransport, type Trouble } from '#client/lib/api.ts';
import type { AnswerStored, PaperAnswer } from '#contract/papers/papers.ts';

const RETRY_MS = 3000;

export type QueueState = {
  /** What the server hasn't stored yet, oldest first. */
  waiting: readonly PaperAnswer[];
  /** The last attempt didn't reach the server. */
  isOffline: boolean;
  /** When something was stored last, the server's time; null: nothing since the page was opened. */
  storedAt: number | null;
};
export type AnswerQueue = {
  put(answer: PaperAnswer): void;
  /** Tries at once what waits. Resolved when nothing waits, or nothing can be sent. */
  flush(): Promise<void>;
  state(): QueueState;
  close(): void;
};
type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
type Needs = {
  seat: string;
  send(answer: PaperAnswer): Promise<Answer<AnswerStored>>;
  onChange(): void;
  onStored(stored: AnswerStored): void;
  /** The server takes no answer any more; what waited is dropped. */
  onRefused(trouble: Trouble): void;
  /** Null: the browser keeps nothing. */
  storage: Kept | null;
};

const keyOf = (seat: string): string => `kefu.paper.${seat}`;

export const createAnswerQueue = ({ seat, send, onChange, onStored, onRefused, storage }: Needs): AnswerQueue => {
  let waiting = readKept(storage, seat);
  let isOffline = false;
  let storedAt: number | null = null;
  let isClosed = false;
  let sending: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const change = (next: readonly PaperAnswer[]): void => {
    waiting = next;
    try {
      if (next.length === 0) storage?.removeItem(keyOf(seat));
      else storage?.setItem(keyOf(seat), JSON.stringify(next));
    } catch {
      // Kept as long as the page.
    }
    onChange();
  };

  const sendAll = async (): Promise<void> => {
    for (let first = waiting[0]; first !== undefined && !isClosed; first = waiting[0]) {
      const answer = await send(first);
      if (isClosed) return;
      if (!answer.ok) {
        if (isTransport(answer.error.code)) {
          isOffline = true;
          timer = setTimeout(() => void flush(), RETRY_MS);
          return onChange();
        }
        change([]);
        return onRefused(answer.error);
      }
      isOffline = false;
      storedAt = answer.value.at;
      const sent = first;
      // Given anew meanwhile, it is another one.
      change(waiting.filter((one) => one !== sent));
      onStored(answer.value);
    }
  };
  const flush = (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    sending ??= sendAll().finally(() => {
      sending = null;
    });
    return sending;
  };

  if (waiting.length > 0) void flush();
  return {
    put: (answer) => {
      change([...waiting.filter(({ question }) => question !== answer.question), answer]);
      // While the server can't be reached, the timer asks.
      if (timer === null) void flush();
    },
    flush,
    state: () => ({ waiting, isOffline, storedAt }),
    close: () => {
      isClosed = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
};

const readKept = (storage: Kept | null, seat: string): readonly PaperAnswer[] => {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(keyOf(seat)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isAnswer) : [];
  } catch {
    return [];
  }
};

/** The server checks the rest. */
const isAnswer = (value: unknown): value is PaperAnswer =>
  typeof value === 'object' && value !== null && 'question' in value && 'answer' in value && 'flagged' in value;
