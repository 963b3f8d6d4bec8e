/** What staff do about a run's results: show them, do a turn again with all, drop a mark. */

import { type Answer, call } from '#client/lib/api.ts';
import { enterStage } from '#client/lib/run/run-commands.ts';
import type { RunBody } from '#contract/runs.ts';

export const setPublished = (run: string, published: boolean): Promise<Answer<{ publishedAt: number | null }>> =>
  call('POST /api/runs/:id/publish', { id: run }, { published });

export const dropBookmark = (run: string, mark: string): Promise<Answer<unknown>> =>
  call('POST /api/runs/:id/marks/:mark/remove', { id: run, mark });

export type TurnAddress = { drill: string; conversation: string; turn: number };

/** Gives everybody the turn, then moves the lesson to the replay task; returns the first refusal. */
export const startReplayTask = async (
  run: Pick<RunBody, 'id' | 'stage'>,
  { drill, conversation, turn }: TurnAddress,
): Promise<Answer<unknown>> => {
  const answer = await call('POST /api/runs/:id/redo', { id: run.id }, { drill, conversation, turn });
  if (!answer.ok || run.stage === 'redo') return answer;
  return enterStage('redo');
};

export const closeReplayTask = (run: string): Promise<Answer<unknown>> =>
  call('POST /api/runs/:id/redo/close', { id: run });
