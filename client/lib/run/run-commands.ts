/** Commands of staff on a run. Each returns the server's answer; a body of the run in it is shown at once. */

import { type Answer, call } from '#client/lib/api.ts';
import type { BodyOf } from '#contract/routes/table.ts';
import type { RunBody, Stage } from '#contract/runs.ts';
import { takeRun, useRun } from './run-store.ts';

/** The run on this page: every command here concerns it. */
const here = () => ({ id: useRun.getState().runId });
const shown = async (asked: Promise<Answer<RunBody>>): Promise<Answer<RunBody>> => {
  const answer = await asked;
  if (answer.ok) takeRun(answer.value);
  return answer;
};

export const enterStage = (stage: Stage) => shown(call('POST /api/runs/:id/stage', here(), { stage }));
export const freezeAll = (frozen: boolean) => shown(call('POST /api/runs/:id/freeze', here(), { frozen }));
export const extendBy = (minutes: number) => shown(call('POST /api/runs/:id/extend', here(), { minutes }));
export const lockDoor = (locked: boolean) => shown(call('POST /api/runs/:id/lock', here(), { locked }));
export const newCode = () => shown(call('POST /api/runs/:id/code', here()));
/** `seat` null: everybody. */
export const sayTo = (seat: string | null, text: string) =>
  shown(call('POST /api/runs/:id/say', here(), { seat, text }));
export const injectInto = (seat: string | null, incident: string) =>
  shown(call('POST /api/runs/:id/inject', here(), { seat, incident }));
export const endRun = () => shown(call('POST /api/runs/:id/end', here()));
export type Bookmark = BodyOf<'POST /api/runs/:id/marks'>;
export const bookmarkMessage = (mark: Bookmark) => call('POST /api/runs/:id/marks', here(), mark);

export const ofSeat = (seat: string, what: 'approve' | 'refuse' | 'release'): Promise<Answer<null>> =>
  call(`POST /api/seats/:id/${what}`, { id: seat });
