/**
 * Triage: whom to take out of the queue, whom to give to a colleague, whom to put on hold (挂起), and why it can't be done
 * now.
 */

import { atDesk } from '#client/drill/model/drill-rounds.ts';
import type { DrillView } from '#client/drill/model/drill-view.ts';
import { heldConversations } from '#client/drill/model/hold-fold.ts';
import { say } from '#client/lib/messages.ts';
import { showToast } from '#client/ui/layout/toast-store.ts';
import { takeAnatomy } from './desk-anatomy.ts';
import { focusPane, selectConversation, setDialog, useDeskUi } from './desk-ui.ts';
import { sendCommand, sendMessage } from './drill-send.ts';
import { type DrillState, useDrill } from './drill-store.ts';
import { toastFailure } from './failure-toast.ts';
import { hasTransfers, isPassable } from './transfers.ts';

/** Longest note the server takes. */
export const NOTE_LIMIT = 200;
/** Most customers at one desk. */
const MAX_AT_DESK = 12;

type BlockReason = 'ended' | 'elsewhere' | 'noLine' | 'stopped';
type DeskStanding = Pick<DrillState, 'view' | 'isElsewhere' | 'link'>;

/** Why nothing can be done at this desk now. */
export const deskBlock = ({ view, isElsewhere, link }: DeskStanding): BlockReason | null => {
  if (view.endReason !== null) return 'ended';
  if (isElsewhere) return 'elsewhere';
  if (link.kind !== 'live') return 'noLine';
  return view.stopReason === null ? null : 'stopped';
};

/** Why nobody can be taken out of the queue now (RULES Q2): reckoned as the engine does, so that what can be pressed is done. */
export const takeBlock = (state: DeskStanding): BlockReason | 'full' | 'most' | null => {
  const block = deskBlock(state);
  if (block !== null) return block;
  const count = atDesk(state.view).length;
  if (count >= MAX_AT_DESK) return 'most';
  return count > (state.view.rush?.capacity ?? 0) ? 'full' : null;
};

/** How many are at the desk where one more taken is one above the number given to it; null: there is room, or none can be taken. */
export const takenAbove = (state: DeskStanding): number | null => {
  const count = atDesk(state.view).length;
  return takeBlock(state) === null && count === state.view.rush?.capacity ? count : null;
};

/** The reason in words. */
export const blockWords = (block: ReturnType<typeof takeBlock>): string | null => {
  if (block === null) return null;
  return block === 'full' || block === 'most' ? say(`desk:rush.block.${block}`) : say(`desk:block.${block}`);
};

/** Who has just gone is named: beside a conversation nothing else tells of the queue. */
export const missedWords = (conversation: string): string | null => {
  const exit = useDrill.getState().view.rush?.exits.findLast((one) => one.conversation === conversation);
  return exit === undefined ? null : say(`desk:rush.missed.${exit.how}`, { name: exit.name });
};

/** Takes a customer out of the queue and opens their conversation: whoever is taken is to be served now. */
export const takeFromQueue = async (conversation: string): Promise<void> => {
  const reply = await sendCommand('queue:take', { conversation });
  const missed = reply?.ok === false && reply.error.code === 'not-in-queue' ? missedWords(conversation) : null;
  if (missed !== null) showToast(missed, 'bad');
  else if (await toastFailure(Promise.resolve(reply))) selectConversation(conversation);
};

/** By key: the one who has been in the queue longest. */
export const takeLongest = (): void => {
  const state = useDrill.getState();
  const { rush } = state.view;
  if (rush === null) return;
  const [longestWaiting] = rush.queue;
  const reason = longestWaiting === undefined ? say('desk:rush.nobody') : blockWords(takeBlock(state));
  if (reason !== null) showToast(reason);
  else if (longestWaiting !== undefined) void takeFromQueue(longestWaiting.conversation);
};

/**
 * Whether a customer may be given to a colleague: in a rush, while they are at the desk, or offline with something open; in a
 * project task to the next role, once their story here is over.
 */
export const isTransferable = (view: DrillView, conversation: string | null): boolean => {
  const found = conversation === null ? undefined : view.conversations[conversation];
  const status = found?.status;
  if (found != null && found.nextRole !== null)
    return view.endReason === null && found.rating !== null && status !== 'closed';
  const isOpen = status === 'waiting' || status === 'active' || (status === 'away' && found?.rating === null);
  return view.rush !== null && view.endReason === null && isOpen;
};

export const askTransfer = (): void => {
  const { view } = useDrill.getState();
  const { selected } = useDeskUi.getState();
  const isGivenToMate = hasTransfers() && isPassable(view, view.conversations[selected ?? '']);
  if (isTransferable(view, selected) || isGivenToMate) setDialog('transfer');
};

/** True when a colleague has the customer now. The list gets the focus: the next step is to choose somebody. */
export const transferConversation = async (conversation: string, note: string): Promise<boolean> => {
  if (!(await toastFailure(sendCommand('conversation:transfer', { conversation, note })))) return false;
  setDialog(null);
  focusPane('list');
  return true;
};

/** So many customers at most are kept on hold: a third is forgotten. */
const MOST_HELD = 2;
const SECONDS_PER_MINUTE = 60;

/** Whether the customer can be asked to wait: they are here, and their story goes on. */
export const isHoldable = (view: DrillView, key: string | null): boolean => {
  const conversation = key === null ? undefined : view.conversations[key];
  if (conversation === undefined || view.endReason !== null || view.stopReason === 'not-started') return false;
  const { status, rating, passing } = conversation;
  const isHere = status === 'waiting' || status === 'active';
  return isHere && rating === null && passing === null && (view.rush?.handoverUntil ?? null) === null;
};

/** Names of those who are to be answered before this customer is put on hold; none: they can be. */
export const heldBefore = (view: DrillView, key: string): readonly string[] => {
  const others = heldConversations(view).filter((conversation) => conversation.key !== key);
  return others.length < MOST_HELD ? [] : others.map(({ name }) => name);
};

export const askHold = (): void => {
  if (isHoldable(useDrill.getState().view, useDeskUi.getState().selected)) setDialog('hold');
};

/** An ordinary reply, which the customer hears as if it had been typed, with the time to be back. */
export const sendHold = (conversation: string, words: string, minutes: number): void => {
  const provenance = { how: 'typed', quickReply: null } as const;
  sendMessage(conversation, words, provenance, takeAnatomy(conversation), minutes * SECONDS_PER_MINUTE);
  setDialog(null);
};

export const dropHold = (conversation: string): Promise<boolean> =>
  toastFailure(sendCommand('conversation:drop-hold', { conversation }));
