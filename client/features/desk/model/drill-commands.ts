/** What a trainee does to the drill as a whole, or to a conversation, other than talking. */
import type { Acked, CommandPayload } from '#contract/commands.ts';
import type { Reply } from '#contract/errors.ts';
import { sendCommand } from './drill-send.ts';
import { useDrill } from './drill-store.ts';

/** Null = no connection. */
export type DrillCommand = Promise<Reply<Acked> | null>;

export const startDrill = (): DrillCommand => sendCommand('drill:start', {});
export const endDrill = (): DrillCommand => sendCommand('drill:end', {});
export const closeConversation = (conversation: string): DrillCommand =>
  sendCommand('conversation:close', { conversation });

/** A rush only: a colleague goes on with the customer and reads `note`, which must not be blank. */
export const transferConversation = (conversation: string, note: string): DrillCommand =>
  sendCommand('conversation:transfer', { conversation, note });
/** A rush only: this customer out of the queue now, also before others; refused with `desk-full` when one too many is open. */
export const takeFromQueue = (conversation: string): DrillCommand => sendCommand('queue:take', { conversation });

/** Practice only; the server refuses it elsewhere (RULES C4). */
export const togglePause = (): DrillCommand =>
  sendCommand(useDrill.getState().view.stopReason === 'pause' ? 'drill:resume' : 'drill:pause', {});

export const doAction = (
  conversation: string,
  action: string,
  payload: CommandPayload<'action:do'>['with'],
  commandId: string,
): DrillCommand => sendCommand('action:do', { conversation, action, with: payload }, commandId);
