/**
 * What leaves the server, written field by field: an allow-list. Private events whose kind isn't named here are never
 * shown. Points, needs, reasons, coming lines and the number of the mood have no way out.
 */
import type { WireEvent } from '#contract/wire-events.ts';
import { onlyAcknowledges } from '#engine/model/acknowledgements.ts';
import type { DrillEvent, Mode } from '#engine/model/events.ts';
import type { Handed, OpenedProject } from '#engine/model/project.ts';
import { type ChangedProduct, shopAfter } from '#engine/model/shop-after.ts';
import { jumpSpan } from '#engine/model/story-time.ts';
import { preparedCaseIn } from '#engine/prepare/prepare.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import { addedKnown, type Known, newKnown, storyTime, whoWaits } from './known.ts';
import { offlineFrom, presentEnding, presentLeave, presentMood, presentOverAgain } from './last-words.ts';
import { presentComing, presentPass, presentTransfer, withHanding } from './present-handed.ts';
import { presentAlong, presentCallNoted, presentHold } from './present-hold.ts';
import { presentLead } from './present-lead.ts';
import {
  presentBubble,
  presentDeed,
  presentLimits,
  presentOrder,
  presentResult,
  presentRush,
  whoArrives,
} from './present-parts.ts';
import { announcedChange, presentShopChange } from './present-shop.ts';

/** Feed it a drill's events from the first on; it answers with what the trainee may see of each. */
export type Presenter = (event: DrillEvent) => WireEvent[];

type InConversation = Extract<DrillEvent, { conversation: string }>;

/** For staff the ledger is shown in every mode. */
export const createPresenter = (content: Content, staff = false): Presenter => {
  const conversations = new Map<string, Known>();
  let mode: Mode = 'practice';
  let isRush = false;
  let next: OpenedProject['next'] = {};
  const handed = new Map<string, Handed>();
  const seats = new Map<string, string>();
  const changes: ChangedProduct[] = [];

  return (event) => {
    switch (event.kind) {
      case 'drill-opened':
        mode = event.mode;
        isRush = event.rush !== undefined;
        next = event.project?.next ?? {};
        for (const { conversation, scenario, arrivesAt } of event.customers) {
          conversations.set(conversation, newKnown(content, scenario, arrivesAt));
        }
        return [
          {
            kind: 'drill-opened',
            at: event.at,
            mode: event.mode,
            pace: event.pace,
            // Stored rushes of before say who comes as well: what is stored stays, and goes no further than here.
            ...(event.rush && { rush: presentRush(event.rush) }),
            ...(!event.rush && !event.project && { customers: event.customers.length }),
            ...presentLimits(content.data.rubric),
          },
        ];
      case 'customer-added':
        conversations.set(event.conversation, addedKnown(content, event));
        if (event.handed) handed.set(event.conversation, event.handed);
        if (event.passed) seats.set(event.conversation, event.passed.seat);
        return presentComing(event, preparedCaseIn(content, event.scenario).scenario.customer.name);
      case 'notice-shown': {
        const changed = announcedChange(conversations.get(event.conversation));
        if (changed) changes.push(changed);
        return [{ kind: 'shop-notice', at: event.at, text: event.text, ...(changed && { changes: changed }) }];
      }
      // Told by the seat's own page, and by the page on which a trainee waits for who plays the customer.
      case 'customers-expected':
      case 'player-ready':
        return [];
      case 'clock-stopped':
        return [{ kind: 'clock-stopped', at: event.at, why: event.why }];
      case 'clock-started':
        return [{ kind: 'clock-started', at: event.at, stoppedMs: event.stoppedMs }];
      case 'drill-ended':
        return [{ kind: 'drill-ended', at: event.at, why: event.why }];
      case 'rush-over':
        return [{ kind: 'rush-over', at: event.at }];
      case 'shift-over':
        return [{ kind: 'shift-over', at: event.at, until: event.until }];
      case 'shop-changed':
        changes.push(event);
        return [presentShopChange(event)];
      case 'dial-turned':
        return [{ kind: 'dial-turned', at: event.at, from: event.from, to: event.to, why: event.why }];
      default: {
        const known = conversations.get(event.conversation);
        if (known === undefined) throw new Error(`no conversation ${event.conversation} was opened`);
        if ('orders' in event) [known.orders, known.hasCome] = [event.orders, true];
        known.answers.addEvent(event);
        known.calls.addEvent(event);
        // Outside a rush nothing hangs on it that a trainee could do.
        if (event.kind === 'window-closed') return isRush ? presentLeave(event) : [];
        const shown = presentIn(content, known, changes, staff || mode === 'practice', event);
        return withHanding(
          shown,
          handed.get(event.conversation),
          next[known.preparedCase.scenario.id],
          seats.get(event.conversation),
        );
      }
    }
  };
};

const presentIn = (
  content: Content,
  known: Known,
  changes: readonly ChangedProduct[],
  ledger: boolean,
  event: InConversation,
): WireEvent[] => {
  const { scenario } = known.preparedCase;
  const shop = shopAfter(known.preparedCase.shop, changes);
  const { pictures } = content.data;
  const { at, conversation } = event;
  const orders = () => known.orders.map((order) => presentOrder(shop, scenario, order));
  switch (event.kind) {
    case 'customer-queued':
      return [{ kind: 'customer-queued', at, conversation, ...whoWaits(known, shop) }];
    case 'greeting-sent':
      return [{ kind: 'greeting-sent', at, conversation, text: event.text }];
    case 'queue-left':
      return [{ kind: 'queue-left', at, conversation, how: event.how }];
    case 'customer-arrived':
      known.end = null;
      return [
        {
          kind: 'customer-arrived',
          at,
          conversation,
          story: storyTime(known, at),
          ...whoArrives(scenario, { shop, pictures }, known.orders),
          returning: event.returning,
          orders: orders(),
          mood: known.mood.begin(event.mood),
          ...(event.queuedMs > 0 && { queuedMs: event.queuedMs }),
          ...(event.taken && { taken: true }),
        },
        ...presentAlong(known, event),
      ];
    case 'customer-said':
      known.lastWordsAt = Math.max(known.lastWordsAt, at);
      return [
        {
          kind: 'customer-said',
          at,
          conversation,
          id: event.id,
          bubble: presentBubble({ shop, pictures }, known.orders, event.bubble),
          ...(event.place && { place: event.place }),
          ...(onlyAcknowledges(event) && { nod: true }),
        },
      ];
    case 'bystander-said':
      return [
        {
          kind: 'bystander-said',
          at,
          conversation,
          id: event.id,
          name: event.name,
          text: event.text,
          ...(event.place && { place: event.place }),
        },
      ];
    case 'customer-did':
      return [{ kind: 'customer-did', at, conversation, deed: presentDeed(shop, event.deed), orders: orders() }];
    case 'trainee-said': {
      const { quickReply, edited } = event.made;
      const { id, text, backBy } = event;
      const by = backBy === undefined ? {} : { backBy };
      return [{ kind: 'trainee-said', at, conversation, id, text, quickReply, edited, ...by }];
    }
    case 'message-withdrawn':
      return [{ kind: 'message-withdrawn', at, conversation, message: event.message, heard: event.heard }];
    case 'action-done':
      return [
        {
          kind: 'action-done',
          at,
          conversation,
          id: event.id,
          action: event.action,
          title: content.actions.get(event.action)?.title ?? event.action,
          with: { ...event.with },
          sends: event.sends,
          result: [...event.result],
          lines: presentResult(content.actions.get(event.action), event),
          orders: orders(),
        },
        ...presentCallNoted(known, event),
      ];
    case 'status-changed':
      return [{ kind: 'status-changed', at, conversation, status: event.to, ...offlineFrom(known, event) }];
    case 'conversation-closed': {
      const closed: WireEvent = { kind: 'status-changed', at, conversation, status: 'closed' };
      if (event.by !== 'transfer' && event.handedTo === undefined) return [closed];
      return [presentTransfer(event), closed];
    }
    case 'turn-judged':
      return [...presentMood(known, event), ...presentHold(known, event)];
    case 'burst-planned':
      return [...presentMood(known, event), ...presentOverAgain(known, event)];
    case 'mood-moved':
      return presentMood(known, event);
    case 'hold-begun':
      return presentHold(known, event);
    case 'hold-dropped':
      return [{ kind: 'hold-dropped', at, conversation }];
    case 'story-jumped': {
      // Minutes that are skipped without a line count too.
      known.jumpedMin += event.minutes;
      const after = jumpSpan(event.text);
      if (after === null) return [];
      const { value, unit } = after;
      return [{ kind: 'story-jumped', at, conversation, after: { value, unit }, story: storyTime(known, at) }];
    }
    case 'question-opened':
    case 'question-changed': {
      if (!ledger) return [];
      const openedAt = known.openedAt.get(event.question) ?? at;
      known.openedAt.set(event.question, openedAt);
      const text = known.preparedCase.questions.get(event.question)?.question.text ?? '';
      const state = event.kind === 'question-opened' ? 'open' : event.to;
      const answered = event.kind === 'question-changed' && (event.to === 'answered' || event.to === 'provisional');
      const seconds = answered ? known.answers.secondsWaited(event.question, event.turn, at) : null;
      return [{ kind: 'question-changed', at, conversation, question: event.question, text, state, openedAt, seconds }];
    }
    case 'pass-offered':
    case 'pass-recalled':
    case 'pass-returned':
    case 'pass-declined':
      return presentPass(event);
    case 'ending-reached':
      return presentEnding(known, event);
    case 'turn-closed':
      return presentOverAgain(known, event);
    default:
      return presentLead(event);
  }
};
