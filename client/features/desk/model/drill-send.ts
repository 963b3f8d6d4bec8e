/** Replies and deeds: what the trainee sends, and what becomes of a refusal. Nothing written is ever dropped. */
import type { CommandName, CommandPayload } from '#contract/commands.ts';
import type { Failure, Reply } from '#contract/errors.ts';
import type { CommandValue } from '#contract/sockets.ts';
import { returnToDraft } from './drill-drafts.ts';
import { newCommandId } from './drill-ids.ts';
import {
  type Anatomy,
  advance,
  type Outgoing,
  type Provenance,
  returnsToComposer,
  withoutCommand,
} from './drill-outbox.ts';
import { type DrillState, setOutbox, useDrill } from './drill-store.ts';
import { currentTransport } from './drill-transport.ts';

const get = useDrill.getState;
const set = useDrill.setState;

/** Whether a reply can go out now. Until then it is queued: while the clock stands it would only be refused (RULES X51). */
export const canSend = ({ link, clock, isElsewhere }: DrillState): boolean =>
  link.kind === 'live' && clock.isRunning && !isElsewhere;

const markRefused = (item: Outgoing, error: Failure): void => {
  if (!returnsToComposer(error.code)) {
    setOutbox(advance(get().outbox, item.commandId, { state: 'failed', error: error.code }));
    return;
  }
  setOutbox(withoutCommand(get().outbox, item.commandId));
  returnToDraft(item.conversation, item.text);
  set({
    notes: { ...get().notes, [item.conversation]: { kind: 'refused', code: error.code, message: error.message } },
  });
};

/** Sends, or sends again under the same id (RULES N2), a reply that stands in the outbox. */
export const transmit = async (commandId: string): Promise<void> => {
  const item = get().outbox.find((outgoing) => outgoing.commandId === commandId);
  const transport = currentTransport();
  if (item === undefined || transport === null) return;
  setOutbox(advance(get().outbox, commandId, { state: 'sending' }));
  const { conversation, text, made, anatomy, backInS } = item;
  const reply = await transport.send('message:send', {
    drillId: get().drillId,
    commandId,
    conversation,
    text,
    made,
    anatomy,
    ...(backInS !== undefined && { backInS }),
  });
  const current = get().outbox.find((outgoing) => outgoing.commandId === commandId);
  if (current === undefined || currentTransport() !== transport) return;
  if (reply === null) {
    // Without a connection the reply stays queued until it is back. With one, nobody knows whether it arrived, so the
    // trainee decides.
    if (current.state === 'sending')
      setOutbox(
        advance(
          get().outbox,
          commandId,
          get().link.kind === 'live' ? { state: 'failed', error: null } : { state: 'queued' },
        ),
      );
    return;
  }
  if (!reply.ok) return markRefused(current, reply.error);
  const isInLog = reply.value.seq <= get().lastSeq;
  setOutbox(
    isInLog
      ? withoutCommand(get().outbox, commandId)
      : advance(get().outbox, commandId, { state: 'stored', ackedSeq: reply.value.seq }),
  );
};

/** `backInS`: with 挂起, seconds until the trainee means to be back. */
export const sendMessage = (
  conversation: string,
  text: string,
  provenance: Provenance,
  anatomy: Anatomy,
  backInS?: number,
): void => {
  const { view, outbox } = get();
  const item: Outgoing = {
    commandId: newCommandId(),
    conversation,
    text,
    made: provenance,
    anatomy,
    seenSaid: view.conversations[conversation]?.lastAskingSeq ?? 0,
    ...(backInS !== undefined && { backInS }),
    state: 'queued',
  };
  dismissNote(conversation);
  setOutbox([...outbox, item]);
  if (canSend(get())) void transmit(item.commandId);
};

/** Takes back a reply that has not gone out: its words return to the composer. */
export const withdraw = (commandId: string): void => {
  const item = get().outbox.find((outgoing) => outgoing.commandId === commandId);
  if (item === undefined || item.state === 'sending' || item.state === 'stored') return;
  setOutbox(withoutCommand(get().outbox, commandId));
  returnToDraft(item.conversation, item.text);
};

export const dismissNote = (conversation: string): void => {
  if (!(conversation in get().notes)) return;
  const { [conversation]: _, ...notes } = get().notes;
  set({ notes });
};

type DeskCommandName = Exclude<CommandName, 'drill:join' | 'message:send' | 'message:typing'>;
type CommandFields<N extends DeskCommandName> = Omit<CommandPayload<N>, 'drillId' | 'commandId'>;

/** Any other command. Null = no connection: try again with the same `commandId`. */
export const sendCommand = async <N extends DeskCommandName>(
  name: N,
  fields: CommandFields<N>,
  commandId = newCommandId(),
): Promise<Reply<CommandValue[N]> | null> => {
  const transport = currentTransport();
  if (transport === null || get().link.kind !== 'live') return null;
  const payload = { ...fields, drillId: get().drillId, commandId } as unknown as CommandPayload<N>;
  return transport.send(name, payload);
};

const TYPING_EVERY_MS = 2000;
/** When a server was told last, and through which transport: that of another drill has not been told yet. */
let typingSent: { at: number; through: ReturnType<typeof currentTransport> } = { at: 0, through: null };

/** Tells the server that the trainee is typing: the customer then reacts later (RULES T1). */
export const noteTyping = (conversation: string): void => {
  const through = currentTransport();
  if (through === null || get().link.kind !== 'live' || !get().clock.isRunning) return;
  const at = performance.now();
  if (typingSent.through === through && at - typingSent.at < TYPING_EVERY_MS) return;
  typingSent = { at, through };
  void through.send('message:typing', { drillId: get().drillId, conversation });
};
