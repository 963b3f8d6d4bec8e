/** What a trainee does to the drill as a whole, or to a conversation, other than talking. */
import type { Acked, CommandPayload } from '#contract/commands.ts';
import type { Reply } from '#contract/errors.ts';
import { sendCommand } from './drill-send.ts';
import { useDrill } from './drill-store.ts';

/** Null = no connection. */
export type DrillCommand = Promise<Reply<Acked> | null>;

export const endDrill = (): DrillCommand => sendCommand('drill:end', {});
export const closeConversation = (conversation: string): DrillCommand =>
  sendCommand('conversation:close', { conversation });

/** Practice only; the server refuses it elsewhere (RULES C4). */
export const togglePause = (): DrillCommand =>
  sendCommand(useDrill.getState().view.stopReason === 'pause' ? 'drill:resume' : 'drill:pause', {});

/** Takes one of the trainee's own messages back. */
export const withdrawMessage = (conversation: string, message: string): DrillCommand =>
  sendCommand('message:withdraw', { conversation, message });

export const doAction = (
  conversation: string,
  action: string,
  payload: CommandPayload<'action:do'>['with'],
  commandId: string,
): DrillCommand => sendCommand('action:do', { conversation, action, with: payload }, commandId);
