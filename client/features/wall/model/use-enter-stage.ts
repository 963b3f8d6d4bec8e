import { useNavigate } from 'react-router';
import type { Answer } from '#client/lib/api.ts';
import { enterStage } from '#client/lib/run/run-commands.ts';
import { useRun } from '#client/lib/run/run-store.ts';
import { toastFailure } from '#client/ui/layout/toast-store.ts';
import type { RunBody, Stage } from '#contract/runs.ts';
import { pageOf } from './run-timetable.ts';

const THERE: Answer<null> = { ok: true, value: null };

/** `there`: resolves once the run on this page is in `stage`. `stop` lets go of it. */
const whenIn = (stage: Stage): { there: Promise<Answer<null>>; stop: () => void } => {
  let stop = (): void => {};
  const there = new Promise<Answer<null>>((resolve) => {
    stop = useRun.subscribe(({ run }) => {
      if (run?.stage === stage) resolve(THERE);
    });
  });
  return { there, stop };
};

/**
 * Moves the lesson to another stage and goes to that stage's page, as soon as the run is in it: the answer comes when all
 * drills have ended, which may take longer than a page waits for an answer (RULES Z29).
 */
export const useEnterStage = (run: RunBody) => {
  const navigate = useNavigate();
  return async (stage: Stage) => {
    const { there, stop } = whenIn(stage);
    const entered = await toastFailure(Promise.race([enterStage(stage), there]));
    stop();
    if (entered) navigate(`/runs/${run.id}/${pageOf(stage)}`);
  };
};
