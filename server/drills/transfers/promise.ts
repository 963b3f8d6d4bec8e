/** What a customer who is passed on was promised and still waits for (RULES Q86). */
import type { DrillEvent } from '#engine/model/events.ts';
import type { HandedPart } from '#engine/model/project.ts';
import type { PassedPromise } from '#engine/model/transfer.ts';
import { holdAlong, NO_HOLD, type ShownPromises, shownPromiseAfter } from '#engine/reactions/shown-promise.ts';

/**
 * Null where nobody waits for anybody to come back. Put aside by 取消挂起 it stands all the same. `parts`: what is handed over,
 * the words stand in the last of them, as `shown` has them.
 */
export const promiseToPass = (
  events: readonly DrillEvent[],
  parts: readonly HandedPart[],
  giver: { seat: string; conversation: string },
  shown: (text: string) => string,
): PassedPromise | null => {
  let state: ShownPromises = NO_HOLD;
  let came: PassedPromise | undefined;
  const said = new Map<string, string>();
  for (const event of events) {
    if (!('conversation' in event) || event.conversation !== giver.conversation) continue;
    if (event.kind === 'customer-added') {
      const late = event.at - (event.passed?.at ?? 0);
      came = event.passed?.promise && { ...event.passed.promise, backBy: event.passed.promise.backBy + late };
      state = holdAlong(came?.backBy, 0);
    } else if (event.kind === 'trainee-said') said.set(event.id, shown(event.text));
    state = shownPromiseAfter(state, event);
  }
  const { held } = state;
  if (held === null || held.endedBy !== null) return null;
  if (held.message === null) return came ?? null;
  const words = said.get(held.message);
  const line = (parts.at(-1)?.lines ?? []).findLastIndex(({ by, text }) => by === 'colleague' && text === words);
  return { seat: giver.seat, part: parts.length - 1, line, backBy: held.backBy };
};
