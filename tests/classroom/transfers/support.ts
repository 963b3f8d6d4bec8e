/** A lesson whose seats may give each other customers, in virtual time. */
import type { Reply } from '#contract/errors.ts';
import type { RunBody } from '#contract/runs.ts';
import type { Transfer } from '#contract/together/transfers.ts';
import type { DeskRequest } from '#drills/runner/requests.ts';
import { deskRequest } from '#drills/runner/requests.ts';
import { type Drill, emptyDrill } from '#engine/model/drill.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { fold } from '#engine/state/evolve.ts';
import {
  type ClassRoom,
  classRoom,
  newRun,
  type SeatTab,
  seatTab,
  sit,
  TEACHER,
  toDesk,
  value,
} from '#tests/classroom/support/class-room.ts';
import type { Tab } from '#tests/drills/support/desk-room.ts';

export type Desk = { desk: Tab; drill: string; seat: string };
export type TransferRoom = {
  room: ClassRoom;
  run: RunBody;
  pages: SeatTab[];
  desks: Desk[];
  settle(): Promise<void>;
  send(at: Desk, request: DeskRequest): Promise<Reply<unknown>>;
  say(at: Desk, text: string, conversation?: string): Promise<void>;
  pass(at: Desk, to: Desk, note: string, conversation?: string, commandId?: string): Promise<Reply<unknown>>;
  answer(at: Desk, conversation: string, takes: boolean, reason?: string): Promise<Reply<unknown>>;
  recall(at: Desk, conversation?: string): Promise<Reply<unknown>>;
  transfers(): Promise<Transfer[]>;
  log(at: Desk): Promise<DrillEvent[]>;
  drill(at: Desk): Promise<Drill>;
};

export const two = ({ desks: [first, second] }: Pick<TransferRoom, 'desks'>): [Desk, Desk] => {
  if (first === undefined || second === undefined) throw new Error('two seats are needed');
  return [first, second];
};

let commands = 0;

/** Everybody sits, the drill has begun, and the first customer is there. */
export const transferRoom = async (names: readonly string[] = ['王小明', '李静']): Promise<TransferRoom> => {
  const room = await classRoom(names);
  const run = await newRun(room, { transfers: true });
  const pages: SeatTab[] = [];
  for (const place of names.keys()) {
    const { seat } = await sit(room, run, `g${place}`, place + 1);
    pages.push(await seatTab(room, seat.id, `g${place}`));
  }
  value(await room.classroom.runs.enterStage(run.id, TEACHER, 'drill'));
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 4; i += 1) {
      await room.clock.settle();
      await room.classroom.transfers.settled();
    }
    await room.clock.settle();
  };
  for (const _ of names) await settle();
  const desks: Desk[] = [];
  for (const page of pages) desks.push({ ...(await toDesk(room, page)), seat: page.last().seat.id });
  await room.clock.advance(5000);
  const send = async ({ desk, drill }: Desk, request: DeskRequest): Promise<Reply<unknown>> => {
    const id = 'commandId' in request.payload ? request.payload.commandId : null;
    const done = room.runner.submit(drill, desk.id, id, request);
    await settle();
    return await done;
  };
  const log = async ({ drill }: Desk): Promise<DrillEvent[]> =>
    (await room.storage.read(drill, 0)).flatMap(({ events }) => events);
  const next = (): string => {
    commands += 1;
    return `command-${commands}`;
  };
  return {
    ...{ room, run, pages, desks, settle, send, log },
    say: async (at, text, conversation = 'c1') => {
      await room.clock.advance(8000);
      const made = { how: 'typed' as const, quickReply: null };
      const payload = { drillId: at.drill, commandId: next(), conversation, text, made, anatomy: null };
      value((await send(at, deskRequest('message:send', payload))) as never);
      await room.clock.advance(12_000);
    },
    pass: (at, to, note, conversation = 'c1', commandId = next()) =>
      send(at, deskRequest('conversation:pass', { drillId: at.drill, commandId, conversation, seat: to.seat, note })),
    answer: (at, conversation, takes, reason = '') =>
      send(
        at,
        deskRequest('conversation:answer-pass', { drillId: at.drill, commandId: next(), conversation, takes, reason }),
      ),
    recall: (at, conversation = 'c1') =>
      send(at, deskRequest('conversation:recall', { drillId: at.drill, commandId: next(), conversation })),
    transfers: async () => value(await room.classroom.transfers.board(run.id)).transfers,
    drill: async (at) => fold(emptyDrill, await log(at)),
  };
};

/** At how many desks the conversations of an offer may be spoken to: the giver's where it isn't on its way, the other's once there. */
export const desksOf = (drills: readonly Drill[], offer: string, own: string): number =>
  drills.filter(({ conversations, ended }) =>
    Object.values(conversations).some(
      ({ key, passing, passed, status, visit }) =>
        ended === null &&
        status !== 'closed' &&
        ((passed?.offer === offer && visit > 0) || (passed === null && key === own && passing === null)),
    ),
  ).length;
