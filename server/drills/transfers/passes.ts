/** What a drill's log says of conversations that went to other seats, or came from them (RULES J110–J113). */
import type { DrillEvent, EventOf } from '#engine/model/events.ts';
import type { ReturnWhy } from '#engine/model/transfer.ts';
import type { LogRow } from '#storage/storage.ts';

/** An offer in the giver's log. Times are epoch milliseconds. */
export type GivenPass = {
  id: string;
  conversation: string;
  scenario: string;
  to: string;
  note: string;
  offeredAt: number;
  /** Whether the conversation closed here because the other seat has it; null: it goes on here, or nothing came of it yet. */
  takenAt: number | null;
  returned: { why: ReturnWhy; reason: string | null } | null;
  isDrillOver: boolean;
};

/** An offer in the log of the seat that got it. */
export type GotPass = {
  offer: string;
  conversation: string;
  from: string;
  arrivedAt: number | null;
  firstReplyAt: number | null;
  declined: { why: ReturnWhy; reason: string | null } | null;
};

type Passes = { given: GivenPass[]; got: GotPass[] };

export const passesIn = (log: readonly LogRow[]): Passes => {
  const scenarios = new Map<string, string>();
  const passes: Passes = { given: [], got: [] };
  for (const { at, events } of log) for (const event of events) notePass(passes, scenarios, event, at);
  return passes;
};

const notePass = ({ given, got }: Passes, scenarios: Map<string, string>, event: DrillEvent, at: number): void => {
  switch (event.kind) {
    case 'drill-opened':
      for (const { conversation, scenario } of event.customers) scenarios.set(conversation, scenario);
      return;
    case 'customer-added':
      scenarios.set(event.conversation, event.scenario);
      if (event.passed) got.push({ ...newGot, ...offerOf(event) });
      return;
    case 'drill-ended':
      for (const pass of given) if (pass.returned === null && pass.takenAt === null) pass.isDrillOver = true;
      return;
    case 'pass-offered': {
      const { id, conversation, to, note } = event;
      const scenario = scenarios.get(conversation) ?? '';
      given.push({
        id,
        conversation,
        scenario,
        to,
        note,
        offeredAt: at,
        takenAt: null,
        returned: null,
        isDrillOver: false,
      });
      return;
    }
    case 'pass-returned': {
      const pass = openPass(given, event.conversation);
      if (pass) pass.returned = { why: event.why, reason: event.reason ?? null };
      return;
    }
    case 'conversation-closed': {
      const pass = event.passedTo === undefined ? undefined : openPass(given, event.conversation);
      if (pass) pass.takenAt = at;
      return;
    }
    default:
      if ('conversation' in event) noteGot(got, event, at);
  }
};

const newGot = { arrivedAt: null, firstReplyAt: null, declined: null };
const offerOf = ({
  conversation,
  passed,
  handed,
}: EventOf<'customer-added'>): Pick<GotPass, 'offer' | 'conversation' | 'from'> => ({
  offer: passed?.offer ?? '',
  conversation,
  from: handed?.from.drill ?? '',
});

const openPass = (given: readonly GivenPass[], conversation: string): GivenPass | undefined =>
  given.findLast((pass) => pass.conversation === conversation && pass.returned === null && pass.takenAt === null);

const noteGot = (got: readonly GotPass[], event: Extract<DrillEvent, { conversation: string }>, at: number): void => {
  const pass = got.find(({ conversation }) => conversation === event.conversation);
  if (pass === undefined) return;
  if (event.kind === 'customer-arrived') pass.arrivedAt ??= at;
  else if (event.kind === 'trainee-said') pass.firstReplyAt ??= at;
  else if (event.kind === 'pass-declined') pass.declined = { why: event.why, reason: event.reason ?? null };
};
