/** What a choice in the command palette does, and which commands it offers now. */
import { drillNow } from '#client/drill/model/drill-clock.ts';
import { longestWaitingKey } from '#client/drill/model/drill-rounds.ts';
import type { DrillView, Mode } from '#client/drill/model/drill-view.ts';
import {
  focusPane,
  openCard,
  openForm,
  requestInsertion,
  selectConversation,
  selectLongestWait,
  setDialog,
  showMessage,
  useDeskUi,
} from '#client/features/desk/model/desk-ui.ts';
import { togglePause } from '#client/features/desk/model/drill-commands.ts';
import { toastFailure } from '#client/features/desk/model/failure-toast.ts';
import {
  askHold,
  askTransfer,
  isHoldable,
  isTransferable,
  takeLongest,
} from '#client/features/desk/model/rush-commands.ts';
import { closeSelected } from '#client/features/desk/model/use-desk-keys.ts';
import { lastWithdrawable, withdrawLast } from '#client/features/desk/model/withdrawable.ts';
import type { PaletteCommand, PaletteEntry } from './palette-entries.ts';

/**
 * The commands that this drill allows now: what a key or a button of the desk would do, and nothing else. `mayEnd`: the drill
 * is ended from here, `hasPersonal`: 我的话术 are used here.
 */
export const offeredCommands = (
  view: DrillView,
  selected: string | null,
  mode: Mode | null,
  mayEnd: boolean,
  hasPersonal: boolean,
): PaletteCommand[] => {
  const conversation = selected === null ? undefined : view.conversations[selected];
  const hasEnded = view.endReason !== null;
  const isRunning = !hasEnded && view.stopReason !== 'not-started';
  const offers: Readonly<Record<PaletteCommand, boolean>> = {
    longest: longestWaitingKey(view, selected) !== null,
    queue: isRunning && (view.rush?.queue.length ?? 0) > 0,
    withdraw: lastWithdrawable(view, selected, drillNow()) !== null,
    close: isRunning && conversation !== undefined && conversation.status !== 'closed' && conversation.rating !== null,
    hold: isHoldable(view, selected),
    transfer: isTransferable(view, selected),
    keep: hasPersonal && conversation !== undefined,
    personal: hasPersonal,
    pause: isRunning && mode === 'practice' && view.stopReason === null,
    resume: isRunning && mode === 'practice' && view.stopReason === 'pause',
    help: true,
    end: !hasEnded && mayEnd,
  };
  return (Object.keys(offers) as PaletteCommand[]).filter((command) => offers[command]);
};

const COMMANDS: Readonly<Record<PaletteCommand, () => void>> = {
  longest: selectLongestWait,
  queue: takeLongest,
  withdraw: withdrawLast,
  close: closeSelected,
  hold: askHold,
  transfer: askTransfer,
  keep: () => setDialog('keep'),
  personal: () => setDialog('personal'),
  pause: () => void toastFailure(togglePause()),
  resume: () => void toastFailure(togglePause()),
  help: () => setDialog('help'),
  end: () => setDialog('end'),
};

/** Does what was chosen. A form that stands open already only gets the focus: what is typed in it stays. */
export const runEntry = (entry: PaletteEntry): void => {
  if (entry.kind === 'conversation') selectConversation(entry.conversation.key);
  else if (entry.kind === 'message') showMessage({ conversation: entry.conversation.key, seq: entry.seq });
  else if (entry.kind === 'quickReply') requestInsertion(entry.reply);
  else if (entry.kind === 'card') openCard(entry.tab, entry.id);
  else if (entry.kind === 'command') COMMANDS[entry.command]();
  else if (useDeskUi.getState().form?.action === entry.action.id) {
    openForm(entry.action.id, useDeskUi.getState().form?.preset);
    focusPane('side');
  } else openForm(entry.action.id);
};
