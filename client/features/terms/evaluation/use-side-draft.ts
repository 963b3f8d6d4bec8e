import { useRef, useState } from 'react';
import type { Answer, Trouble } from '#client/lib/api.ts';
import type { SideMarks } from '#contract/terms/sides.ts';

export type Draft = Pick<SideMarks, 'marks' | 'note'>;
export type DraftState =
  | { state: 'clean' }
  | { state: 'saving' }
  | { state: 'saved'; at: number }
  | { state: 'failed'; error: Trouble };

/** Stores each change one after the other; of those that wait while one is under way only the last is sent. */
export const useSideDraft = (save: (draft: Draft) => Promise<Answer<{ at: number }>>) => {
  const [state, setState] = useState<DraftState>({ state: 'clean' });
  const waiting = useRef<Draft | null>(null);
  const underWay = useRef<Promise<void> | null>(null);
  const sendAll = async (): Promise<void> => {
    while (waiting.current !== null) {
      const draft = waiting.current;
      waiting.current = null;
      const answer = await save(draft);
      setState(answer.ok ? { state: 'saved', at: answer.value.at } : { state: 'failed', error: answer.error });
    }
    underWay.current = null;
  };
  const keep = (draft: Draft): void => {
    waiting.current = draft;
    setState({ state: 'saving' });
    underWay.current ??= sendAll();
  };
  /** What isn't sent yet is left out: the whole form is handed in. */
  const settle = async (): Promise<void> => {
    waiting.current = null;
    await underWay.current;
    setState({ state: 'clean' });
  };
  return { state, keep, settle };
};
