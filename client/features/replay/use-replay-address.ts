import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { pickConversation, seekTo, useReplay } from './replay-store.ts';

/** Milliseconds between two changes of the address: browsers stop a page that changes it with every frame. */
const WRITE_MS = 500;

/**
 * Keeps the address and the replay in step: `?at=221000&c=c2` is the moment in whole drill milliseconds and the chosen
 * conversation, if any.
 */
export const useReplayAddress = (): void => {
  const [params, setParams] = useSearchParams();
  const at = params.get('at') ?? '';
  const conversation = params.get('c');
  const address = `${at} ${conversation ?? ''}`;
  /** The address this page wrote itself: the replay is there already. */
  const written = useRef<string | null>(null);
  useEffect(() => {
    if (address === written.current) return;
    written.current = address;
    pickConversation(conversation);
    seekTo(/^\d{1,9}$/.test(at) ? Number(at) : 0);
  }, [address, at, conversation]);

  const write = useRef(setParams);
  write.current = setParams;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const follow = () => {
      timer = null;
      const { at: now, picked } = useReplay.getState();
      const moment = String(Math.round(now));
      const nextAddress = `${moment} ${picked ?? ''}`;
      if (nextAddress === written.current) return;
      written.current = nextAddress;
      write.current(picked === null ? { at: moment } : { at: moment, c: picked }, { replace: true });
    };
    const stop = useReplay.subscribe((state, before) => {
      if (state.at !== before.at || state.picked !== before.picked) timer ??= setTimeout(follow, WRITE_MS);
    });
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, []);
};
