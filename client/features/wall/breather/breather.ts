/**
 * 停一停: a freeze of 45 s in which the class breathes twice. It goes on by itself while this page is open; closed or
 * without a connection it is a freeze like any other, and 继续 ends it.
 */

import { create } from 'zustand';
import { say } from '#client/lib/messages.ts';
import { sayTo, setFrozen } from '#client/lib/run/run-commands.ts';
import { useRun } from '#client/lib/run/run-store.ts';
import { toastFailure } from '#client/ui/layout/toast-store.ts';

export const BREATHER_MS = 45_000;

/** `endsAt`: monotonic time at which the class goes on; null: no breather. */
export const useBreather = create<{ endsAt: number | null }>(() => ({ endsAt: null }));

let timer: ReturnType<typeof setTimeout> | null = null;

const stop = (): void => {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  useBreather.setState({ endsAt: null });
};

/** A freeze that somebody has ended, or another run's page, must not be thawed by an old timer. */
const watchRun = (runId: string): (() => void) =>
  useRun.subscribe((state) => {
    if (state.runId !== runId || state.run?.frozen !== true) stop();
  });

export const takeBreather = async (): Promise<void> => {
  const { runId } = useRun.getState();
  if (!(await toastFailure(setFrozen(true)))) return;
  useBreather.setState({ endsAt: performance.now() + BREATHER_MS });
  const unwatch = watchRun(runId);
  const unheed = useBreather.subscribe(({ endsAt }) => {
    if (endsAt !== null) return;
    unwatch();
    unheed();
  });
  timer = setTimeout(() => {
    stop();
    void toastFailure(setFrozen(false));
  }, BREATHER_MS);
  await toastFailure(sayTo(null, say('wall:breather.say')));
};
