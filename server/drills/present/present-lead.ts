/** What a desk sees of its 班组长 (RULES J46): never whose seat it is, nor what was right. */
import type { WireEvent } from '#contract/wire-events.ts';
import type { DrillEvent } from '#engine/model/events.ts';

/** Empty for every event that isn't the lead's. */
export const presentLead = (event: DrillEvent): WireEvent[] => {
  if (event.kind === 'lead-asked') {
    const { at, conversation, ask, dueAt } = event;
    return [{ kind: 'lead-asked', at, conversation, ask, until: dueAt }];
  }
  if (event.kind !== 'lead-answered') return [];
  const { at, conversation, ask, answer, result } = event;
  return [
    {
      kind: 'lead-answered',
      at,
      conversation,
      ask,
      how: answer?.how ?? null,
      amount: answer?.how === 'granted' ? answer.amount : null,
      words: answer?.words ?? '',
      result: [...result],
    },
  ];
};
