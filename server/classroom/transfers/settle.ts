/** Brings each conversation that was offered to the other seat, and tells the giver what came of it (RULES J111). */
import { withoutName } from '#classroom/results/anonymous.ts';
import type { Reply } from '#contract/errors.ts';
import { handedParts } from '#drills/hand-overs/handed-parts.ts';
import type { DrillControl, DrillRecords } from '#drills/runner/ports.ts';
import type { TransferRequest } from '#drills/runner/requests.ts';
import { type FoldedDrill, foldedDrill, isAway, stateToPass } from '#drills/transfers/folded-drill.ts';
import { promiseToPass } from '#drills/transfers/promise.ts';
import type { Conversation } from '#engine/model/drill.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { Passing, ReturnWhy } from '#engine/model/transfer.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';

export type SettleNeeds = {
  storage: Pick<Storage, 'drill' | 'drillsOfRun' | 'read' | 'runs'>;
  runner: Pick<DrillControl, 'transfer'> & Pick<DrillRecords, 'record'>;
};

/**
 * Compares the giver's log with that of the seat it offered to. What is done already isn't done
 * again. True while something waits for a clock that stands, or for a node that can't be reached: it is to be asked again.
 */
export const settlePasses = async (needs: SettleNeeds, drillId: string): Promise<boolean> => {
  const row = await needs.storage.drill(drillId);
  if (row?.place == null || row.state === 'ended') return false;
  const { events, drill } = await readDrill(needs, row.id);
  let waits = false;
  for (const conversation of Object.values(drill.conversations))
    if (conversation.passing !== null)
      waits = (await settleOne(needs, row, events, conversation, conversation.passing)) || waits;
  return waits;
};

/** Whether it is to be asked again, by what was answered. */
const isToWait = (reply: Reply<unknown>): boolean =>
  !reply.ok && (reply.error.code === 'drill-paused' || reply.error.code === 'drill-moving');

/** Tells the giver; true where nobody can be told now. */
type Settle = (how: 'taken' | ReturnWhy, reason?: string) => Promise<boolean>;

const settleOne = async (
  needs: SettleNeeds,
  giver: DrillRow,
  events: readonly DrillEvent[],
  conversation: Conversation,
  passing: Passing,
): Promise<boolean> => {
  const tell: Settle = async (how, reason) =>
    isToWait(
      await needs.runner.transfer(giver.id, {
        ...{ kind: 'settle-pass', offer: passing.id, how },
        ...(reason !== undefined && { reason }),
      }),
    );
  const theirs = (await needs.storage.drillsOfRun(giver.place?.run ?? '')).filter(
    ({ place, id }) => place?.seat === passing.to && place.redo === null && id !== giver.id,
  );
  for (const row of theirs) {
    const found = await readDrill(needs, row.id);
    const came = Object.values(found.drill.conversations).find(({ passed }) => passed?.offer === passing.id);
    if (came !== undefined) return await settleCame(needs, row, found, came, passing, tell);
  }
  const stays = await reasonToStay(needs, giver, theirs, passing);
  const target = openDrill(theirs);
  if (stays !== null || target === undefined) return await tell(stays ?? 'ended');
  const reply = await needs.runner.transfer(target.id, await receiving(needs, giver, events, conversation, passing));
  if (reply.ok) return false;
  const why = { 'too-many-customers': 'full', 'drill-ended': 'ended' } as const;
  const { code } = reply.error;
  if (code === 'too-many-customers' || code === 'drill-ended') return await tell(why[code]);
  return isToWait(reply);
};

const openDrill = (drills: readonly DrillRow[]): DrillRow | undefined => drills.find(({ state }) => state !== 'ended');

/** Why a conversation that the other drill hasn't heard of stays where it is; null: it goes. */
const reasonToStay = async (
  needs: SettleNeeds,
  giver: DrillRow,
  theirs: readonly DrillRow[],
  passing: Passing,
): Promise<ReturnWhy | null> => {
  if (passing.recalled) return 'recalled';
  const target = openDrill(theirs);
  if (target === undefined) return 'ended';
  if (target.contentHash !== giver.contentHash) return 'other-round';
  return isAway((await readDrill(needs, target.id)).drill) ? 'away' : null;
};

/** Its drill knows of the offer. */
const settleCame = async (
  needs: SettleNeeds,
  row: DrillRow,
  { drill, events }: FoldedDrill,
  came: Conversation,
  passing: Passing,
  tell: Settle,
): Promise<boolean> => {
  if (came.visit > 0) return await tell('taken');
  const declined = events.find((event) => event.kind === 'pass-declined' && event.conversation === came.key);
  if (declined?.kind === 'pass-declined') return await tell(declined.why, declined.reason);
  if (drill.ended !== null) return await tell('ended');
  const why: ReturnWhy | null = passing.recalled ? 'recalled' : isAway(drill) ? 'away' : null;
  if (why === null) return false;
  const reply = await needs.runner.transfer(row.id, { kind: 'withdraw-pass', offer: passing.id, why });
  // Come meanwhile, or just gone: the log of this drill says which.
  return reply.ok ? await tell(why) : isToWait(reply);
};

const readDrill = async ({ storage }: SettleNeeds, id: string): Promise<FoldedDrill> =>
  foldedDrill(await storage.read(id, 0));

/** What goes along: the thread and the note without the giver's name, and where the customer is in their story. */
const receiving = async (
  { runner, storage }: SettleNeeds,
  giver: DrillRow,
  events: readonly DrillEvent[],
  conversation: Conversation,
  passing: Passing,
): Promise<TransferRequest> => {
  const seat = await storage.runs.seat(giver.place?.seat ?? '');
  const shown = (text: string): string => withoutName(text, seat?.name ?? '');
  const content = (await runner.record(giver.id))?.content;
  const place = { drill: giver.id, conversation: conversation.key, role: '' };
  const parts = content === undefined ? [] : handedParts(content, events, place, shown);
  const promise = promiseToPass(
    events,
    parts,
    { conversation: conversation.key, seat: giver.place?.seat ?? '' },
    shown,
  );
  return {
    kind: 'receive-pass',
    scenario: conversation.scenario,
    handed: {
      from: { drill: giver.id, conversation: conversation.key },
      parts,
    },
    passed: {
      ...{ offer: passing.id, seat: giver.place?.seat ?? '', at: passing.at, state: stateToPass(conversation) },
      hadWords: events.some((event) => event.kind === 'trainee-said' && event.conversation === conversation.key),
      ...(promise && { promise }),
    },
  };
};
