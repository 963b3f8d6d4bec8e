/** What a seat of a project task sees of the parts before its own (RULES J39). */
import type { WireEvent } from '#contract/wire-events.ts';
import type { EventOf } from '#engine/model/events.ts';
import type { Handed, HandedLine, HandedPart } from '#engine/model/project.ts';
import { promiseAlong } from './promise-along.ts';

type Arrived = Extract<WireEvent, { kind: 'customer-arrived' }>;
type Earlier = Arrived['before'][number];

/** `handed`: as it was handed over to this seat; `role`: who gets the customer next; `seat`: the classmate who had them. */
export const withHanding = (
  events: WireEvent[],
  handed: Handed | undefined,
  role: string | undefined,
  seat: string | undefined,
): WireEvent[] =>
  handed === undefined && role === undefined
    ? events
    : events.map((event) => (event.kind === 'customer-arrived' ? arrivedWith(event, handed, role, seat) : event));

const arrivedWith = (
  event: Arrived,
  handed: Handed | undefined,
  role: string | undefined,
  seat: string | undefined,
): Arrived => {
  const last = handed?.parts.at(-1);
  return {
    ...event,
    ...(last && { handed: { role: last.role, note: last.note, ...(seat !== undefined && { seat }) } }),
    ...(role !== undefined && { next: role }),
    // What the case itself has as history is replaced by what was really said.
    ...(handed && !event.returning && { before: handed.parts.flatMap(earlierOf) }),
  };
};

/** Lines of the same side one after the other are one message with several bubbles. */
const earlierOf = ({ role, day, lines }: HandedPart): Earlier[] => {
  const messages: Earlier[] = [];
  let side: HandedLine['by'] | null = null;
  for (const { by, text } of lines) {
    const bubble = { kind: 'text' as const, text };
    if (by === side) messages.at(-1)?.bubbles.push(bubble);
    else
      messages.push({
        when: day,
        by: by === 'customer' ? 'customer' : 'agent',
        name: by === 'customer' ? null : role,
        bubbles: [bubble],
      });
    side = by;
  }
  return messages;
};

/** The note a customer is given away with: to a colleague, or to the next role of a project task. */
export const presentTransfer = ({
  at,
  conversation,
  note = '',
  handedTo,
  passedTo,
}: EventOf<'conversation-closed'>): WireEvent => ({
  kind: 'conversation-transferred',
  at,
  conversation,
  note,
  ...(handedTo !== undefined && { to: handedTo }),
  ...(passedTo !== undefined && { seat: passedTo }),
});

type PassEvent = EventOf<'pass-offered' | 'pass-recalled' | 'pass-returned' | 'pass-declined'>;
/** What becomes of a customer who goes to another seat, or was to come from one; nothing of any other event. */
export const presentPass = (event: PassEvent): WireEvent[] => {
  const { at, conversation } = event;
  switch (event.kind) {
    case 'pass-offered':
      return [{ kind: event.kind, at, conversation, to: event.to, note: event.note }];
    case 'pass-recalled':
      return [{ kind: event.kind, at, conversation }];
    case 'pass-returned':
      return [
        {
          kind: event.kind,
          at,
          conversation,
          why: event.why,
          ...(event.reason !== undefined && { reason: event.reason }),
        },
      ];
    case 'pass-declined':
      return [{ kind: 'pass-gone', at, conversation, why: event.why }];
  }
};

/** Who is offered to this seat, with the note and what they were promised: known before they come. */
export const presentComing = (event: EventOf<'customer-added'>, name: string): WireEvent[] => {
  const { at, conversation, arrivesAt, handed, passed } = event;
  if (passed === undefined) return [{ kind: 'customer-added', at }];
  const hold = promiseAlong(event);
  return [
    {
      kind: 'pass-coming',
      ...{ at, conversation, name, arrivesAt },
      from: passed.seat,
      note: handed?.parts.at(-1)?.note ?? '',
      ...(hold && { hold }),
    },
  ];
};
