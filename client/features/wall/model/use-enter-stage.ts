import { useNavigate } from 'react-router';
import { enterStage } from '#client/lib/run/run-commands.ts';
import { toastFailure } from '#client/ui/layout/toast-store.ts';
import type { RunBody, Stage } from '#contract/runs.ts';
import { pageOf } from './run-timetable.ts';

/** Moves the lesson to another stage and goes to that stage's page. */
export const useEnterStage = (run: RunBody) => {
  const navigate = useNavigate();
  return async (stage: Stage) => {
    if (await toastFailure(enterStage(stage))) navigate(`/runs/${run.id}/${pageOf(stage)}`);
  };
};
