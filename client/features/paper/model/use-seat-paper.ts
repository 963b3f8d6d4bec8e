import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { type Answer, isTransport, type Trouble } from '#client/lib/api.ts';
import { useExamPlace } from '#client/lib/seat/exam-place.ts';
import type { PaperAnswer, PaperSeat } from '#contract/papers/papers.ts';
import { type AnswerQueue, createAnswerQueue, type QueueState } from './answer-queue.ts';

/** How often the page asks whether the teacher has started, ended or published: soon before the start, seldom later. */
const ASK_MS = { elsewhere: 4000, before: 4000, open: 15_000, over: 20_000 } as const;
/** What is answered in the last second is sent before the bell. */
const AFTER_BELL_MS = 700;

export type SeatPaperView = {
  body: PaperSeat;
  answers: ReadonlyMap<string, PaperAnswer>;
  leftMs: number;
  queue: QueueState;
  /** The server took an answer no more, and why. */
  refusal: Trouble | null;
  give(answer: PaperAnswer): void;
  begin(): Promise<Trouble | null>;
  handIn(): Promise<Trouble | null>;
  /** Asks for it anew: an appeal was sent. */
  reload(): void;
};
type State = { body: PaperSeat; heardAt: number };
const NOTHING: QueueState = { waiting: [], isOffline: false, storedAt: null };

const deviceStorage = (): Storage | null => {
  try {
    return localStorage;
  } catch {
    return null;
  }
};

/** A seat's paper: as the server has it, with what was given since, and a clock that counts between two answers of it. */
export const useSeatPaper = (
  seat: string,
): {
  view: SeatPaperView | null;
  failure: Trouble | null;
  reload: () => void;
} => {
  const place = useExamPlace();
  const [state, setState] = useState<State | null>(null);
  const [failure, setFailure] = useState<Trouble | null>(null);
  const [refusal, setRefusal] = useState<Trouble | null>(null);
  const [given, setGiven] = useState<ReadonlyMap<string, PaperAnswer>>(new Map());
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const queue = useRef<AnswerQueue | null>(null);
  /** Given between the questions' being drawn and the queue's being made, on a slow device a moment later. */
  const early = useRef<PaperAnswer[]>([]);

  const take = useCallback((answer: Answer<PaperSeat>): Trouble | null => {
    if (answer.ok) {
      setFailure(null);
      setState({ body: answer.value, heardAt: performance.now() });
      return null;
    }
    // A page that is there stays; the queue says that the server can't be reached.
    if (isTransport(answer.error.code)) setFailure((now) => now ?? answer.error);
    else {
      setState(null);
      setFailure(answer.error);
    }
    return answer.error;
  }, []);
  const load = useCallback(async () => {
    take(await place.loadPaper(seat));
  }, [seat, take, place]);

  useEffect(() => void load(), [load]);
  const phase = state?.body.phase ?? null;
  useEffect(() => {
    if (phase === null) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void load();
    }, ASK_MS[phase]);
    return () => clearInterval(timer);
  }, [phase, load]);

  useEffect(() => {
    if (phase !== 'open') return;
    const made = createAnswerQueue({
      seat,
      storage: deviceStorage(),
      send: (answer) => place.answer(seat, answer),
      onChange: redraw,
      onStored: ({ clock, now, answered }) =>
        setState((at) =>
          at === null ? at : { body: { ...at.body, clock, now, answered }, heardAt: performance.now() },
        ),
      onRefused: (trouble) => {
        setRefusal(trouble);
        void load();
      },
    });
    queue.current = made;
    for (const answer of early.current.splice(0)) made.put(answer);
    setGiven(new Map(made.state().waiting.map((answer) => [answer.question, answer])));
    return () => {
      made.close();
      queue.current = null;
    };
  }, [phase, seat, load, place]);

  const leftMs = state === null ? 0 : leftOf(state);
  const isRunning = state?.body.clock.running === true && phase === 'open';
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(redraw, 500);
    return () => clearInterval(timer);
  }, [isRunning]);
  const isUp = isRunning && leftMs === 0;
  useEffect(() => {
    if (!isUp) return;
    const timer = setTimeout(() => void load(), AFTER_BELL_MS);
    return () => clearTimeout(timer);
  }, [isUp, load]);

  if (state === null) return { view: null, failure, reload: () => void load() };
  const { body } = state;
  return {
    failure,
    reload: () => void load(),
    view: {
      body,
      answers: new Map([...body.answers.map((answer) => [answer.question, answer] as const), ...given]),
      leftMs,
      queue: queue.current?.state() ?? NOTHING,
      refusal,
      give: (answer) => {
        setGiven((now) => new Map(now).set(answer.question, answer));
        if (queue.current === null) early.current.push(answer);
        else queue.current.put(answer);
      },
      reload: () => void load(),
      begin: async () => take(await place.beginPaper(seat)),
      handIn: async () => {
        await queue.current?.flush();
        if ((queue.current?.state().waiting.length ?? 0) > 0) return { code: 'network', message: '' };
        return take(await place.handIn(seat));
      },
    },
  };
};

const leftOf = ({ body: { clock }, heardAt }: State): number =>
  Math.max(0, clock.totalMs - clock.elapsedMs - (clock.running ? performance.now() - heardAt : 0));
