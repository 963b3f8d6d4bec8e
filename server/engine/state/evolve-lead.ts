/** What waits for the lead of a drill, and what they answered. */
import type { EventOf } from '#engine/model/events.ts';
import type { LeadState, OpenedLead } from '#engine/model/lead.ts';

export const openedLead = ({ answerMs }: OpenedLead): LeadState => ({
  answerMs,
  asks: [],
  answeredAt: {},
  granted: {},
});

export const leadAfter = (
  lead: LeadState,
  event: EventOf<'lead-asked'> | EventOf<'lead-answered'> | EventOf<'action-done'>,
): LeadState => {
  const { conversation, at } = event;
  if (event.kind === 'action-done') return afterOperation(lead, event);
  if (event.kind === 'lead-asked') {
    const { ask, action, dueAt } = event;
    return { ...lead, asks: [...lead.asks, { id: ask, conversation, action, at, dueAt }] };
  }
  const { ask, answer } = event;
  return {
    ...lead,
    asks: lead.asks.filter(({ id }) => id !== ask),
    answeredAt: { ...lead.answeredAt, [conversation]: at },
    granted:
      answer?.how === 'granted'
        ? { ...lead.granted, [conversation]: { amount: answer.amount, left: answer.amount } }
        : lead.granted,
  };
};

/** What is given is no more to give. */
const afterOperation = (lead: LeadState, { conversation, with: { amount } }: EventOf<'action-done'>): LeadState => {
  const grant = lead.granted[conversation];
  if (grant?.left == null || amount === undefined) return lead;
  const left = Math.max(0, grant.left - Number(amount));
  return { ...lead, granted: { ...lead.granted, [conversation]: { ...grant, left } } };
};
