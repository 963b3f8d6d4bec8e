import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { useExamPlace } from '#client/lib/seat/exam-place.ts';
import type { TypingSeat } from '#contract/exams/typing.ts';
import { isAtEnd, isFinished, startRun, type TextRun, typeInto } from './text-run.ts';

/** What is typed is stored this often: a page that dies loses no more. */
const STORE_MS = 2000;
const TICK_MS = 250;

type Typed = {
  /** What stood in the field at the end of each text before. */
  done: readonly string[];
  run: TextRun;
};
export type ExamTyping = Typed & {
  fieldKey: string;
  /** What stands in the field when it appears. */
  value: string;
  leftMs: number;
  isOffline: boolean;
  type(value: string): void;
  passOn(): void;
  leave(): void;
  refusePaste(): void;
  finish(): Promise<void>;
};

/** An exam's typing as it stood when the page came, and goes on; the server counts it. `onOver`: with its last answer. */
export const useExamTyping = (body: TypingSeat, onOver: (body: TypingSeat) => void): ExamTyping => {
  const place = useExamPlace();
  const { texts, typed: stored, ms, seat } = body;
  const textAt = useCallback((place: number) => texts[place % Math.max(1, texts.length)]?.text ?? '', [texts]);
  const [initial] = useState(() => ({ value: stored.at(-1) ?? '', done: stored.slice(0, -1) }));
  const [typed, setTyped] = useState<Typed>(() => ({
    done: initial.done,
    run: typeInto(startRun(textAt(initial.done.length)), initial.value, 0),
  }));
  const [isOffline, setIsOffline] = useState(false);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  // On the device's own clock from when the body came: its time of day may be wrong.
  const endsAt = useRef(performance.now() + ms - (body.now - (body.begunAt ?? body.now)));
  const latest = useRef({ typed, left: body.left, pasted: body.pasted, isChanged: false });
  latest.current.typed = typed;

  const store = useCallback(
    async (done: boolean) => {
      const { typed: now, left, pasted } = latest.current;
      latest.current.isChanged = false;
      const values = [...now.done, now.run.typed.join('')];
      const answer = await place.putTyped(seat.id, { typed: values, left, pasted, done });
      setIsOffline(!answer.ok);
      if (answer.ok && answer.value.phase !== 'open') onOver(answer.value);
      else if (!answer.ok && answer.error.code === 'part-over') onOver({ ...body, phase: 'over' });
      else if (!answer.ok) latest.current.isChanged = true;
    },
    [seat.id, onOver, body, place],
  );

  useEffect(() => {
    let isSent = false;
    const tick = setInterval(() => {
      redraw();
      if (performance.now() < endsAt.current || isSent) return;
      isSent = true;
      void store(true).then(() => {
        isSent = false;
      });
    }, TICK_MS);
    const save = setInterval(() => {
      if (latest.current.isChanged) void store(false);
    }, STORE_MS);
    return () => {
      clearInterval(tick);
      clearInterval(save);
    };
  }, [store]);

  const next = ({ done, run }: Typed): Typed => ({
    done: [...done, run.typed.join('')],
    run: startRun(textAt(done.length + 1)),
  });
  const isUp = () => performance.now() >= endsAt.current;
  return {
    ...typed,
    fieldKey: String(typed.done.length),
    value: typed.done.length === initial.done.length ? initial.value : '',
    leftMs: Math.max(0, endsAt.current - performance.now()),
    isOffline,
    type: (value) => {
      if (isUp()) return;
      latest.current.isChanged = true;
      setTyped((before) => {
        const run = typeInto(before.run, value, 0);
        return isFinished(run) ? next({ ...before, run }) : { ...before, run };
      });
    },
    passOn: () => {
      if (!isUp()) setTyped((before) => (isAtEnd(before.run) ? next(before) : before));
    },
    leave: () => {
      latest.current.left += 1;
      latest.current.isChanged = true;
    },
    refusePaste: () => {
      latest.current.pasted += 1;
      latest.current.isChanged = true;
    },
    finish: () => store(true),
  };
};
