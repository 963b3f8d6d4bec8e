/** What the trainee is looking at: which conversation, which panel. The server gets none of it. */
import { create } from 'zustand';
import { longestWaitingKey } from '#client/drill/model/drill-rounds.ts';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import type { QuickReply } from '#client/drill/model/quick-replies.ts';
import { notesKept, saveNote } from './drill-drafts.ts';
import { useDrill } from './drill-store.ts';

export const SIDE_TABS = ['orders', 'products', 'policies', 'actions'] as const;
export type SideTab = (typeof SIDE_TABS)[number];
export type Pane = 'list' | 'thread' | 'side';
/** An action's form, with what is known already (the order it was opened from). */
export type OpenForm = { action: string; preset: Readonly<Record<string, string>> };
/** A message a search led to: scrolled to, and shown as found. */
export type FoundMessage = { conversation: string; seq: number };

export type DeskUi = {
  selected: string | null;
  /** How many of the customer's bubbles were seen, by conversation. */
  seenBubbles: Readonly<Record<string, number>>;
  tab: SideTab;
  form: OpenForm | null;
  /** The side panel as a sheet (below 1100 px) is open. */
  isSheetOpen: boolean;
  /** On a phone: the pane on screen. */
  pane: 'list' | 'thread';
  dialog: 'help' | 'tour' | 'end' | 'transfer' | 'hold' | 'palette' | 'keep' | 'personal' | null;
  /** A card of the side panel that is to open; its panel sets it back to null. */
  cardToOpen: string | null;
  /** A quick reply on its way into the composer, which sets it back to null. */
  insertion: QuickReply | null;
  found: FoundMessage | null;
  /** Notes to a colleague that are being written, by conversation. */
  handovers: Readonly<Record<string, string>>;
  /** `requestCount` counts the requests to focus a pane, so that the same pane can be asked for twice. */
  focus: { pane: Pane; requestCount: number };
};

export const initialDeskUi: DeskUi = {
  selected: null,
  seenBubbles: {},
  tab: 'orders',
  form: null,
  isSheetOpen: false,
  pane: 'list',
  dialog: null,
  cardToOpen: null,
  insertion: null,
  found: null,
  handovers: {},
  focus: { pane: 'thread', requestCount: 0 },
};
export const useDeskUi = create<DeskUi>(() => initialDeskUi);
const get = useDeskUi.getState;
const set = useDeskUi.setState;

/** How far the list of customers was scrolled when it was last left. Nothing is drawn by it. */
let listTop = 0;
export const keepListTop = (top: number): void => {
  listTop = top;
};
export const keptListTop = (): number => listTop;

export const resetDeskUi = (): void => {
  listTop = 0;
  set(initialDeskUi);
};

export const focusPane = (pane: Pane): void => set({ focus: { pane, requestCount: get().focus.requestCount + 1 } });

/** The bubbles of a conversation on screen count as read. */
export const markRead = (conversation: string): void => {
  const bubbleCount = useDrill.getState().view.conversations[conversation]?.bubbleCount ?? 0;
  if (get().seenBubbles[conversation] !== bubbleCount)
    set({ seenBubbles: { ...get().seenBubbles, [conversation]: bubbleCount } });
};

/** After a reload, when nothing was seen yet, the page knows by the replies what was read. */
export const unreadCountOf = (
  { bubbleCount, answeredBubbleCount }: ConversationView,
  seenCount: number | undefined,
): number => Math.max(0, bubbleCount - Math.max(seenCount ?? 0, answeredBubbleCount));

export const selectConversation = (conversation: string): void => {
  if (useDrill.getState().view.conversations[conversation] === undefined) return;
  set({
    selected: conversation,
    pane: 'thread',
    isSheetOpen: false,
    found: null,
    ...(conversation === get().selected ? {} : { form: null }),
  });
  focusPane('thread');
};

/** Opens the conversation at one message. Its bubble gets the focus, not the composer. */
export const showMessage = (found: FoundMessage): void => {
  selectConversation(found.conversation);
  set({ found });
};
/** A dialog takes the focus for a moment and gives it back: the message stays found meanwhile. */
export const forgetFound = (): void => {
  if (get().dialog === null) set({ found: null });
};

export const selectByNumber = (index: number): void => {
  const { arrivalOrder, rush } = useDrill.getState().view;
  const key = rush === null ? arrivalOrder[index] : rush.slots[index];
  if (key != null) selectConversation(key);
};

export const selectLongestWait = (): void => {
  const { view } = useDrill.getState();
  const key = longestWaitingKey(view, get().selected) ?? longestWaitingKey(view);
  if (key !== null) selectConversation(key);
};

/** Opens the first customer who is here by itself, unless the trainee has chosen one: after a reload who came first may have gone. */
export const openFirst = (): void => {
  const { view } = useDrill.getState();
  const isHere = (key: string) => ['waiting', 'active'].includes(view.conversations[key]?.status ?? '');
  const first = view.arrivalOrder.find(isHere) ?? view.arrivalOrder[0];
  if (get().selected === null && first !== undefined) set({ selected: first });
};

/** Opens the thread on a phone too: a replay task has one customer and begins with reading the earlier messages. */
export const openThread = (): void => {
  openFirst();
  if (get().selected !== null) set({ pane: 'thread' });
};

export const backToList = (): void => {
  set({ pane: 'list', isSheetOpen: false });
  focusPane('list');
};
export const showTab = (tab: SideTab): void => set({ tab, isSheetOpen: true });
export const moveTab = (step: 1 | -1): void => {
  const index = SIDE_TABS.indexOf(get().tab);
  const tab = SIDE_TABS[(index + step + SIDE_TABS.length) % SIDE_TABS.length];
  if (tab !== undefined) set({ tab });
};
export const setSheet = (isOpen: boolean): void => set({ isSheetOpen: isOpen });
/** Opens the side panel's sheet as it was left (RULES X50). */
export const reopenSheet = (left: Pick<DeskUi, 'tab' | 'form'>): void => set({ ...left, isSheetOpen: true });
export const openForm = (action: string, preset: Readonly<Record<string, string>> = {}): void =>
  set({ form: { action, preset }, tab: 'actions', isSheetOpen: true });
/** Opens a product's or a policy's card in the side panel. */
export const openCard = (tab: 'products' | 'policies', card: string): void =>
  set({ tab, isSheetOpen: true, cardToOpen: card });
export const cardIsOpen = (): void => set({ cardToOpen: null });
/** Puts a quick reply into the open conversation's composer, to be edited and sent from there. */
export const requestInsertion = (reply: QuickReply): void => {
  set({ insertion: reply, isSheetOpen: false });
  openThread();
};
export const insertionIsDone = (): void => set({ insertion: null });
export const closeForm = (): void => set({ form: null });
const HANDOVER = 'handover ';
export const writeHandover = (conversation: string, note: string): void => {
  set({ handovers: { ...get().handovers, [conversation]: note } });
  saveNote(HANDOVER + conversation, note);
};
/** Notes that were being written when the page went (RULES X46). */
export const recallHandovers = (): void => {
  const kept = Object.entries(notesKept()).filter(([field]) => field.startsWith(HANDOVER));
  set({ handovers: Object.fromEntries(kept.map(([field, note]) => [field.slice(HANDOVER.length), note])) });
};
export const setDialog = (dialog: DeskUi['dialog']): void => set({ dialog });

const PANES: readonly Pane[] = ['list', 'thread', 'side'];
export const moveFocusedPane = (step: 1 | -1): void => {
  const index = PANES.indexOf(get().focus.pane);
  const pane = PANES[(index + step + PANES.length) % PANES.length];
  if (pane !== undefined) focusPane(pane);
};
