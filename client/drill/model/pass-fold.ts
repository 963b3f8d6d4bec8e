/** Customers who go to a classmate's desk or come from one, as the view shows them (RULES J110–J113). */
import type { ConversationView, DrillView, EventOf } from './drill-view.ts';

type PassEvent = EventOf<'pass-offered' | 'pass-recalled' | 'pass-returned'>;

export const afterPass = (conversation: ConversationView, event: PassEvent): ConversationView => {
  const { passing } = conversation;
  switch (event.kind) {
    case 'pass-offered':
      return { ...conversation, passing: { seat: event.to, isRecalled: false }, passReturn: null };
    case 'pass-recalled':
      return { ...conversation, passing: passing && { ...passing, isRecalled: true } };
    case 'pass-returned':
      return {
        ...conversation,
        passing: null,
        passReturn: { seat: passing?.seat ?? '', why: event.why, reason: event.reason ?? '' },
      };
  }
};

/** Who is offered to this desk, or isn't any more. */
export const withComing = (view: DrillView, event: EventOf<'pass-coming' | 'pass-gone'>): DrillView => ({
  ...view,
  coming: event.kind === 'pass-coming' ? [...view.coming, event] : withoutComing(view.coming, event.conversation),
});

export const withoutComing = (coming: DrillView['coming'], conversation: string): DrillView['coming'] =>
  coming.some((one) => one.conversation === conversation)
    ? coming.filter((one) => one.conversation !== conversation)
    : coming;
