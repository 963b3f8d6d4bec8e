/** A class with a 班组长, in virtual time: customers who want what only they may grant. */
import { randomUUID } from 'node:crypto';
import type { RunBody } from '#contract/runs.ts';
import type { LeadBoard, LeadRequest, SeatLead } from '#contract/together/leads.ts';
import type { Catalog } from '#drills/catalog/catalog.ts';
import { deskRequest } from '#drills/runner/requests.ts';
import type { ContentData } from '#engine/model/content.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { LeadAnswer } from '#engine/model/lead.ts';
import {
  type ClassRoom,
  classRoom,
  device,
  newRun,
  type SeatTab,
  seatTab,
  sit,
  TEACHER,
  toDesk,
  value,
} from '#tests/classroom/support/class-room.ts';
import type { Tab } from '#tests/drills/support/desk-room.ts';
import { lessonCatalog } from '#tests/drills/support/lesson-room.ts';
import { askedCase, askedContent } from '#tests/engine/support/asked.ts';
import { rubric } from '#tests/scoring/support/shoe-shop.ts';

export const CASE = 'complaint-escalation/asked';

export const leadCatalog = (): Catalog => {
  const data: ContentData = { ...askedContent([askedCase()]), rubric };
  return { ...lessonCatalog, data, contentFor: async () => ({ data, hash: 'asked' }) };
};

export type Desk = { desk: Tab; drill: string };
export type LeadRoom = {
  room: ClassRoom;
  run: RunBody;
  pages: SeatTab[];
  seatOf(place: number): string;
  deskOf(place: number): Promise<Desk>;
  report(at: Desk, note?: string, action?: string): Promise<void>;
  act(at: Desk, action: string, fields?: Record<string, string | number>): Promise<void>;
  /** What the lead's page shows now. */
  leadOf(place: number): SeatLead;
  request(place?: number): LeadRequest;
  /** `sending`: the id with which the page sends it. */
  answer(given: LeadAnswer, request?: LeadRequest, place?: number, sending?: string): Promise<string>;
  board(): Promise<LeadBoard>;
  log(drill: string): Promise<DrillEvent[]>;
};

type Options = {
  names?: readonly string[];
  leads?: readonly number[];
  results?: 'at-once' | 'published';
  begins?: boolean;
};

/** The class has taken its seats, those at `leads` lead, and the drill has begun. */
export const leadRoom = async (options: Options = {}): Promise<LeadRoom> => {
  const { names = ['王小明', '李静', '张伟'], leads = [1], results = 'published', begins = true } = options;
  const room = await classRoom(names, leadCatalog());
  const run = await newRun(room, { scenarios: [CASE], incidents: [], results });
  const pages: SeatTab[] = [];
  for (const place of names.keys()) {
    const { seat } = await sit(room, run, `g${place + 1}`, place + 1);
    pages.push(await seatTab(room, seat.id, `g${place + 1}`));
  }
  const seatOf = (place: number): string => pages[place - 1]?.last().seat.id ?? '';
  for (const place of leads)
    value(await room.classroom.leads.give(run.id, TEACHER.id, { seat: seatOf(place), leads: true }));
  if (begins) value(await room.classroom.runs.enterStage(run.id, TEACHER, 'drill'));
  for (let i = 0; i < 4; i += 1) await room.clock.settle();
  const act: LeadRoom['act'] = async ({ desk, drill }, action, fields = {}) => {
    const commandId = randomUUID();
    const payload = { drillId: drill, commandId, conversation: 'c1', action, with: fields };
    const done = room.runner.submit(drill, desk.id, commandId, deskRequest('action:do', payload));
    for (let i = 0; i < 3; i += 1) await room.clock.settle();
    value(await done);
  };
  const leadOf = (place: number): SeatLead => {
    const { lead } = pages[place - 1]?.last() ?? {};
    if (lead === undefined) throw new Error(`${place} leads nobody`);
    return lead;
  };
  const request = (place = 1): LeadRequest => {
    const [first] = leadOf(place).requests;
    if (first === undefined) throw new Error('nobody asked');
    return first;
  };
  return {
    ...{ room, run, pages, seatOf, act, leadOf, request },
    deskOf: async (place) => {
      const page = pages[place - 1];
      if (page === undefined) throw new Error(`nobody sits at ${place}`);
      const desk = await toDesk(room, page);
      await room.clock.advance(9000);
      return desk;
    },
    report: async (at, note = '客户要30元', action = 'escalate') => {
      await act(at, action, { note });
      // A lead's page is told once a second.
      await room.clock.advance(1000);
    },
    answer: async (given, asked = request(), place = 1, sending) => {
      const body = { drill: asked.drill, ask: asked.ask, answer: given, ...(sending && { request: sending }) };
      const sent = room.classroom.leads.answer(seatOf(place), device(`g${place}`), body);
      for (let i = 0; i < 3; i += 1) await room.clock.settle();
      const reply = await sent;
      for (let i = 0; i < 3; i += 1) await room.clock.settle();
      return reply.ok ? 'ok' : reply.error.code;
    },
    board: async () => value(await room.classroom.leads.board(run.id)),
    log: async (drill) => (await room.storage.read(drill, 0)).flatMap(({ events }) => events),
  };
};
