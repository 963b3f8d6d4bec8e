/** A customer comes to the desk, or comes back. */

import { walkStory } from '#engine/customer/beats.ts';
import { planBurst } from '#engine/customer/bursts.ts';
import { emptyDraft } from '#engine/customer/draft.ts';
import { enterBeat } from '#engine/customer/enter-beat.ts';
import type { Drill } from '#engine/model/drill.ts';
import type { DrillMs } from '#engine/model/events.ts';
import {
  conversationIn,
  type DecisionContext,
  emit,
  isRolePlay,
  preparedCaseOf,
  setStatus,
} from '#engine/state/decision-context.ts';
import { closeWindow, noTurnSummary } from '#engine/state/windows.ts';

const isTold = ({ rush }: Drill, notice: string): boolean =>
  rush?.changes?.slice(0, rush.changesTold).some(({ text }) => text === notice) ?? false;

/**
 * The customer comes to the desk, or comes back: a visit of its own with its own first response (RULES V1). `isTaken`: the
 * trainee took them out of the queue.
 */
export const arrive = (context: DecisionContext, key: string, at: DrillMs, isTaken = false): void => {
  const conversation = conversationIn(context, key);
  const preparedCase = preparedCaseOf(context, key);
  const { customer, orders, beats } = preparedCase.scenario;
  const returnDue = conversation.returnDue;
  // The story has jumped: a goodbye window that was still open is neither taken nor missed.
  for (const window of conversation.windows) closeWindow(context, key, at, window, 'void', null, 'story-jumped');
  emit(context, {
    kind: 'customer-arrived',
    at,
    conversation: key,
    returning: returnDue !== null,
    visit: conversation.visit + 1,
    queuedMs: conversation.queuedAt === null ? 0 : at - conversation.queuedAt,
    mood: returnDue ? conversation.mood : (customer.mood ?? preparedCase.persona.mood),
    orders: returnDue ? conversation.orders : orders,
    ...(isTaken && { taken: true }),
  });
  if (returnDue?.text) emit(context, { kind: 'story-jumped', at, conversation: key, text: returnDue.text, minutes: 0 });
  setStatus(context, key, at, 'waiting');
  // Content stored before there were incidents has no such field.
  const notice = preparedCase.scenario.incident?.notice ?? null;
  // Who was brought in by a teacher came behind their notice; in a round or a rush nobody else tells what the shop did.
  // A change of the shop that the rush has told already is told no second time.
  if (notice !== null && !conversation.isNoticeShown && !isTold(context.drill, notice))
    emit(context, { kind: 'notice-shown', at, conversation: key, text: notice });
  const [opening] = beats;
  if (isRolePlay(context) && opening) {
    const draft = emptyDraft();
    enterBeat(context, key, at, opening, draft, noTurnSummary);
    planBurst(context, key, at, draft);
    return;
  }
  walkStory(context, key, at, returnDue?.beat ?? beats[0]?.id ?? null, emptyDraft(), noTurnSummary);
};
