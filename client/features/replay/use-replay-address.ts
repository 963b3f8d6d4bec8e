import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { pickConversation, seekTo, useReplay } from './replay-store.ts';

/** Milliseconds between two changes of the address: browsers stop a page that changes it with every frame. */
const WRITE_MS = 500;

/** One text for a place in a replay: the moment as the address has it, and the chosen conversation. */
const addressKey = (moment: string, conversation: string | null): string => `${moment} ${conversation ?? ''}`;

/** Drill milliseconds of `?at=`; what can't be read is the beginning. */
const momentMs = (moment: string): number => (/^\d{1,9}$/.test(moment) ? Number(moment) : 0);

/**
 * Keeps the address and the replay in step: `?at=221000&c=c2` is the moment in whole drill milliseconds and the chosen
 * conversation, if any.
 */
export const useReplayAddress = (): void => {
  const [params, setParams] = useSearchParams();
  const moment = params.get('at') ?? '';
  const conversation = params.get('c');
  const key = addressKey(moment, conversation);
  /** The address this page wrote itself: the replay is there already. */
  const writtenKey = useRef<string | null>(null);
  useEffect(() => {
    if (key === writtenKey.current) return;
    writtenKey.current = key;
    pickConversation(conversation);
    seekTo(momentMs(moment));
  }, [key, moment, conversation]);

  const write = useRef(setParams);
  write.current = setParams;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const writeAddress = () => {
      timer = null;
      const { at, chosenKey } = useReplay.getState();
      const shownMoment = String(Math.round(at));
      const shownKey = addressKey(shownMoment, chosenKey);
      if (shownKey === writtenKey.current) return;
      writtenKey.current = shownKey;
      write.current(chosenKey === null ? { at: shownMoment } : { at: shownMoment, c: chosenKey }, { replace: true });
    };
    const stop = useReplay.subscribe((state, before) => {
      if (state.at !== before.at || state.chosenKey !== before.chosenKey) timer ??= setTimeout(writeAddress, WRITE_MS);
    });
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, []);
};
