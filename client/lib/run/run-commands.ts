/** What staff do to a run. Every answer is the server's; a body of the run in it is shown at once. */

import { type Answer, post } from '#client/lib/api.ts';
import { endpoints } from '#client/lib/endpoints.ts';
import type { RunBody, Stage } from '#contract/runs.ts';
import { takeRun, useRun } from './run-store.ts';

const isRun = (value: unknown): value is RunBody =>
  typeof value === 'object' && value !== null && 'clock' in value && 'code' in value && 'plan' in value;

const toRun = async (what: string, body: unknown): Promise<Answer<unknown>> => {
  const answer = await post<unknown>(endpoints.ofRun(useRun.getState().runId, what), body);
  if (answer.ok && isRun(answer.value)) takeRun(answer.value);
  return answer;
};

export const enterStage = (stage: Stage) => toRun('stage', { stage });
export const freezeAll = (frozen: boolean) => toRun('freeze', { frozen });
export const extendBy = (minutes: number) => toRun('extend', { minutes });
export const lockDoor = (locked: boolean) => toRun('lock', { locked });
export const newCode = () => toRun('code', {});
/** `seat` null: everybody. */
export const sayTo = (seat: string | null, text: string) => toRun('say', { seat, text });
export const injectInto = (seat: string | null, incident: string) => toRun('inject', { seat, incident });
export const endRun = () => toRun('end', {});
export type Bookmark = { seat: string; drill: string; conversation: string; message: string; note: string };
export const bookmarkMessage = (mark: Bookmark) => toRun('marks', mark);

export const ofSeat = (seat: string, what: 'approve' | 'refuse' | 'release'): Promise<Answer<unknown>> =>
  post<unknown>(endpoints.ofSeat(seat, what), {});
