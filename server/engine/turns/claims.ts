/** Operations the trainee says are done: which are listened for, and which hadn't been done when it was said. */

import { isNeedMet } from '#engine/customer/open-needs.ts';
import { acceptedOperations } from '#engine/model/accepted-operations.ts';
import type { Conversation, OpenTurn } from '#engine/model/drill.ts';
import type { JudgeRequest } from '#engine/model/judge-request.ts';
import type { PointNote, Quote, TurnJudgement } from '#engine/model/turn-judgement.ts';
import type { Content, PreparedCase } from '#engine/prepare/prepared-content.ts';
import { isInNotes, isInStatus } from '#engine/prepare/recorded-deeds.ts';
import { quoteAt, type TurnText } from '#engine/state/turn-text.ts';
import type { Judgement } from '#language/judgement.ts';

/** `accepted`: the operations any of which would do, the needed one first. `isDuty`: no beat of the story asks for it. */
type Wanted = { action: string; accepted: readonly string[]; isOwed: boolean; isDuty: boolean };

const isDone = (conversation: Conversation, action: string): boolean =>
  conversation.done.some((operation) => operation.action === action);

/** Undone operations the case needs and the desk offers. `isOwed`: wanted by a beat the customer has come to, or a duty. */
const wantedBy = (conversation: Conversation, { scenario, shop }: PreparedCase): Wanted[] => {
  const wanted = [
    ...scenario.beats.flatMap(({ id, needs }) =>
      needs.flatMap((need, i) => {
        const isHere = id === conversation.beat?.id || (need.untilEnd && (conversation.entered[id] ?? 0) > 0);
        return need.do === null
          ? []
          : [
              {
                action: need.do,
                accepted: acceptedOperations(need),
                isOwed: isHere && !isNeedMet(conversation, id, i),
                isDuty: false,
              },
            ];
      }),
    ),
    ...scenario.duties.flatMap((need) =>
      need.do === null ? [] : [{ action: need.do, accepted: acceptedOperations(need), isOwed: true, isDuty: true }],
    ),
  ];
  return wanted.filter(
    ({ action, accepted }) => shop.actions.includes(action) && !accepted.some((way) => isDone(conversation, way)),
  );
};

/** Operations to listen for: all that this desk offers, since words may mean one that was done rather than the needed one. */
export const deedsToHear = (
  conversation: Conversation,
  preparedCase: PreparedCase,
  turn: OpenTurn,
): JudgeRequest['deeds'] => {
  const wanted = wantedBy(conversation, preparedCase);
  // Beside a click 点好了 speaks of that operation, and 都办了 of what was clicked before, not of a label nobody asked for.
  const mayBeMeant = ({ isOwed, isDuty }: Wanted): boolean => isOwed && !(isDuty && conversation.done.length > 0);
  const open = turn.actions.length > 0 ? [] : wanted.filter(mayBeMeant).map(({ action }) => action);
  return { named: preparedCase.shop.actions, open: [...new Set(open)] };
};

/** Whether all these operations take a note, and one that does was done by now: 登记了 may be said of that one. */
const isNotedDown = (conversation: Conversation, actions: Content['actions'], deeds: readonly string[]): boolean => {
  const takesNote = (action: string): boolean =>
    actions.get(action)?.fields.some(({ name }) => name === 'note') ?? false;
  return deeds.every(takesNote) && conversation.done.some(({ action }) => takesNote(action));
};

/** Whether they are words of a right answer that rests on the order: 已经拦住了 tells what its record says was done before. */
const isOnRecord = (
  { scenario }: PreparedCase,
  notes: readonly PointNote[],
  { message, start, end }: Quote,
): boolean => {
  const recorded = scenario.beats
    .flatMap(({ asks }) => asks.flatMap(({ points }) => points))
    .filter(({ policy }) => policy === 'order');
  return notes.some(
    ({ point, state, quote }) =>
      state === 'covered' &&
      quote.message === message &&
      quote.start < end &&
      start < quote.end &&
      recorded.some(({ id }) => id === point),
  );
};

/**
 * Operations told as done of which nothing had been done, each once a turn; the one the case needs stands first.
 * `notes`: what the turn told of the case's points.
 */
export const claimsIn = (
  conversation: Conversation,
  preparedCase: PreparedCase,
  actions: Content['actions'],
  words: TurnText,
  { claims }: Judgement,
  notes: readonly PointNote[],
): Pick<TurnJudgement, 'claims'> => {
  const wanted = wantedBy(conversation, preparedCase).sort((a, b) => Number(b.isOwed) - Number(a.isOwed));
  const found = new Map<string, NonNullable<TurnJudgement['claims']>[number]>();
  for (const { deeds, bare, start, end } of claims) {
    const owed = wanted.find(({ accepted }) => accepted.some((way) => deeds.includes(way)))?.action;
    // A verb alone counts only for an operation somebody needs; else it may tell of something else: 财务那边我们也催了.
    const needed = owed ?? (bare || isNotedDown(conversation, actions, deeds) ? undefined : deeds[0]);
    if (needed === undefined || found.has(needed) || deeds.some((action) => isDone(conversation, action))) continue;
    const quote = quoteAt(words, start, end);
    // What a colleague has done by the order's own note is told, not claimed, and so is how the order stands.
    const named = deeds.flatMap((deed) => actions.get(deed)?.named ?? []);
    const { orders } = conversation;
    const isRecorded = isOnRecord(preparedCase, notes, quote) || isInNotes(orders, named) || isInStatus(orders, deeds);
    if (owed === undefined && isRecorded) continue;
    found.set(needed, { actions: [needed, ...deeds.filter((action) => action !== needed)], quote });
  }
  return found.size === 0 ? {} : { claims: [...found.values()] };
};
