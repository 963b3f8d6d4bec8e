/** What a trainee does to the drill as a whole, or to a conversation, other than talking. */
import type { Acked, CommandPayload } from '#contract/commands.ts';
import type { Reply } from '#contract/errors.ts';
import { command } from './drill-send.ts';
import { useDrill } from './drill-store.ts';

/** Null = no connection. */
export type DrillCommand = Promise<Reply<Acked> | null>;

export const startDrill = (): DrillCommand => command('drill:start', {});
export const endDrill = (): DrillCommand => command('drill:end', {});
export const closeConversation = (conversation: string): DrillCommand =>
  command('conversation:close', { conversation });

/** A rush only: a colleague goes on with the customer and reads `note`, which must not be blank. */
export const transferConversation = (conversation: string, note: string): DrillCommand =>
  command('conversation:transfer', { conversation, note });
/** A rush only: this customer out of the queue now, also before others; refused with `desk-full` when one too many is open. */
export const takeFromQueue = (conversation: string): DrillCommand => command('queue:take', { conversation });

/** Practice only; the server refuses it elsewhere (RULES C4). */
export const togglePause = (): DrillCommand =>
  command(useDrill.getState().view.stopReason === 'pause' ? 'drill:resume' : 'drill:pause', {});

export const doAction = (
  conversation: string,
  action: string,
  filled: CommandPayload<'action:do'>['with'],
  commandId: string,
): DrillCommand => command('action:do', { conversation, action, with: filled }, commandId);
