/** A group of three at a project task, in virtual time on the shipped cases. */
import { randomUUID } from 'node:crypto';
import type { ProjectBoard, ProjectPart } from '#contract/plans/projects.ts';
import type { RunBody } from '#contract/runs.ts';
import { type DeskRequest, deskRequest } from '#drills/runner/requests.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import {
  type ClassRoom,
  classRoom,
  type SeatTab,
  seatTab,
  sit,
  TEACHER,
  toDesk,
  value,
} from '#tests/classroom/support/class-room.ts';
import { shipped } from '#tests/classroom/support/whole-lesson.ts';
import type { Tab } from '#tests/drills/support/desk-room.ts';

export const TASK = 'race-shoes';
export const [SIZE, SWAP, HOTEL] = [
  'product-advice/race-shoes-size',
  'return-dispute/race-shoes-swap',
  'shipping-urge/race-shoes-hotel',
];

export type Desk = { desk: Tab; drill: string };
export type ProjectRoom = {
  room: ClassRoom;
  run: RunBody;
  pages: SeatTab[];
  /** A seat's desk, by its place in the roster. */
  deskOf(place: number): Promise<Desk>;
  send(at: Desk, request: DeskRequest): Promise<unknown>;
  say(at: Desk, text: string, conversation?: string): Promise<void>;
  act(at: Desk, action: string, fields: Record<string, string>, conversation?: string): Promise<void>;
  handOn(at: Desk, note: string, conversation?: string): Promise<void>;
  board(): Promise<ProjectBoard>;
  part(role: number, group?: number): Promise<ProjectPart>;
  log(drill: string): Promise<DrillEvent[]>;
};

/** The class has taken its seats and the drill has begun. `there`: places in the roster of who came. */
export const projectRoom = async (
  names: readonly string[] = ['王小明', '李静', '张伟'],
  there: readonly number[] = names.map((_, index) => index + 1),
): Promise<ProjectRoom> => {
  const room = await classRoom(names, shipped().catalog);
  const plan = { name: '项目任务', classId: 'k1', tasks: [TASK], minutes: 30, results: 'at-once' as const };
  const { id } = value(await room.classroom.projects.set(TEACHER, plan));
  const run = value(await room.classroom.runs.body(id));
  const pages: SeatTab[] = [];
  for (const place of there) {
    const { seat } = await sit(room, run, `g${place}`, place);
    pages[place - 1] = await seatTab(room, seat.id, `g${place}`);
  }
  value(await room.classroom.runs.enterStage(run.id, TEACHER, 'drill'));
  const settle = async (): Promise<void> => {
    await room.clock.settle();
    await room.classroom.projects.settled();
    await room.clock.settle();
  };
  for (let i = 0; i < there.length; i += 1) await settle();
  const send = async ({ desk, drill }: Desk, request: DeskRequest): Promise<unknown> => {
    const id = 'commandId' in request.payload ? request.payload.commandId : null;
    const done = room.runner.submit(drill, desk.id, id, request);
    await settle();
    return await done;
  };
  const result: ProjectRoom = {
    ...{ room, run, pages, send },
    deskOf: async (place) => {
      await settle();
      const page = pages[place - 1];
      if (page === undefined) throw new Error(`nobody sits at ${place}`);
      return await toDesk(room, page);
    },
    say: async (at, text, conversation = 'c1') => {
      await room.clock.advance(15_000);
      const made = { how: 'typed' as const, quickReply: null };
      const commandId = randomUUID();
      const payload = { drillId: at.drill, commandId, conversation, text, made, anatomy: null };
      value((await send(at, deskRequest('message:send', payload))) as never);
      await room.clock.advance(15_000);
    },
    act: async (at, action, fields, conversation = 'c1') => {
      const payload = { drillId: at.drill, commandId: randomUUID(), conversation, action, with: fields };
      value((await send(at, deskRequest('action:do', payload))) as never);
    },
    handOn: async (at, note, conversation = 'c1') => {
      const payload = { drillId: at.drill, commandId: randomUUID(), conversation, note };
      value((await send(at, deskRequest('conversation:transfer', payload))) as never);
      await settle();
    },
    board: async () => value(await room.classroom.projects.board(run.id)),
    part: async (role, group = 0) => {
      const part = value(await room.classroom.projects.board(run.id)).groups[group]?.tasks[0]?.parts[role];
      if (part === undefined) throw new Error('no such part');
      return part;
    },
    log: async (drill) => (await room.storage.read(drill, 0)).flatMap(({ events }) => events),
  };
  return result;
};

/** Serves the first part well. */
export const serveSize = async ({ say }: ProjectRoom, at: Desk, conversation = 'c1'): Promise<void> => {
  await say(at, '在的，您脚长多少厘米，脚背高不高？', conversation);
  await say(at, '24.5对的是39，您脚背高要加半码，拿39.5', conversation);
  await say(at, '头一次换码，来回运费都是店里出，您不用掏', conversation);
  await say(at, '看到单子了，39.5没错，祝您22号跑个好成绩', conversation);
};
