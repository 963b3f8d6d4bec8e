/** What the trainee ends: a conversation whose story is over, or the drill. */
import type { RejectionCode } from '#engine/model/commands.ts';
import type { DrillMs, EndWhy } from '#engine/model/events.ts';
import { conversationIn, type DecisionContext, emit } from '#engine/state/decision-context.ts';
import { closeWindow } from '#engine/state/windows.ts';
import { closeTurn } from './close-turn.ts';
import { beginHandover, endDrill } from './end-drill.ts';
import { mayEnd, nextRoleOf } from './hand-on.ts';
import { isPassing } from './pass.ts';

export const close = (context: DecisionContext, at: DrillMs, key: string): RejectionCode | null => {
  if (!conversationIn(context, key).ending) return 'story-not-over';
  if (nextRoleOf(context.drill, conversationIn(context, key)) !== null) return 'not-handed-on';
  if (conversationIn(context, key).turn?.dueAt != null) closeTurn(context, key, at);
  if (context.needs) return null;
  for (const window of conversationIn(context, key).windows)
    closeWindow(context, key, at, window, 'missed', null, null);
  if (conversationIn(context, key).status !== 'closed')
    emit(context, { kind: 'conversation-closed', at, conversation: key, by: 'trainee' });
  return null;
};

/** Ends the drill. Its trainee can't while something is to be handed on, or is on its way to another seat. */
export const endByCommand = (context: DecisionContext, at: DrillMs, why: EndWhy): RejectionCode | null => {
  if (why === 'trainee' && !mayEnd(context.drill)) return 'project-goes-on';
  if (why === 'trainee' && isPassing(context.drill)) return 'pass-under-way';
  const { rush } = context.drill;
  // Who is still there when the minutes are over is handed over; ended again, that is left out.
  const isHandover = why === 'trainee' && rush?.isOver === true && beginHandover(context, at);
  if (!isHandover) endDrill(context, at, rush?.handoverUntil != null && why === 'trainee' ? 'time' : why);
  return null;
};
