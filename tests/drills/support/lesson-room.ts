import type { Catalog } from '#drills/catalog/catalog.ts';
import type { Judge } from '#drills/judging/judge.ts';
import type { Drill } from '#engine/model/drill.ts';
import { emptyDrill } from '#engine/model/drill.ts';
import type { DrillEvent, EventKind, EventOf, Mode } from '#engine/model/events.ts';
import { NO_RUSH } from '#engine/model/rush.ts';
import { fold } from '#engine/state/evolve.ts';
import { NO_TYPING } from '#library/load-typing.ts';
import { NO_QUESTIONS } from '#library/questions/question.ts';
import { NO_SHOP_DAY } from '#library/reading/shop-day.ts';
import { DEFAULT_LEAD_RULES } from '#library/schema/rubric.ts';
import { NO_TRADE_YEAR } from '#library/schema/trade-year.ts';
import { engine } from '#server/engine-parts.ts';
import type { DrillPlace } from '#storage/storage.ts';
import { shoesWith } from '#tests/engine/support/shoes.ts';
import { contentOf } from '#tests/engine/support/tiny.ts';
import { rubric } from '#tests/scoring/support/shoe-shop.ts';
import { deskRoom, type Room } from './desk-room.ts';

export const SHOES = 'product-advice/shoes';
export const OTHER = 'product-advice/other';
export const ANGRY = 'after-sales/angry';
export const QUIET = 'after-sales/quiet';
export const NOTICE = '39码已售罄，客户问起请先致歉。';

const data = {
  ...contentOf([
    shoesWith(),
    shoesWith({ id: OTHER }),
    shoesWith({ id: ANGRY, incident: { title: '断货', notice: NOTICE } }),
    shoesWith({ id: QUIET, incident: { title: '来了个急的', notice: null } }),
  ]),
  rubric,
};

/** Cases of the real engine, two of them incidents. */
export const lessonCatalog: Catalog = {
  marks: [],
  short: [],
  tasks: [],
  parts: [],
  rush: NO_RUSH,
  momentCases: [],
  varying: new Set(),
  bank: NO_QUESTIONS,
  typing: NO_TYPING,
  stages: [],
  tradeYear: NO_TRADE_YEAR,
  lead: DEFAULT_LEAD_RULES,
  factsByShop: {},
  shopDay: () => Promise.resolve(NO_SHOP_DAY),
  playableOn: (scenarios) => Promise.resolve(new Set(scenarios.map(({ id }) => id))),
  naming: () => Promise.resolve(new Set()),
  data,
  contentFor: async (ids) => ({
    data: { ...data, scenarios: data.scenarios.filter(({ id }) => ids.includes(id)) },
    hash: `lesson-${ids.join('+')}`,
  }),
};

export const lessonRoom = (judge?: Judge): Promise<Room> => deskRoom(engine, lessonCatalog, judge);

export const place = (seat: string, redo: string | null = null): DrillPlace => ({
  school: 's1',
  run: 'r1',
  seat,
  person: null,
  redo,
});

type Plan = { mode?: Mode; scenarios?: string[]; incidents?: string[]; seat?: string; guest?: string };

/** A drill as a run opens one: it belongs to a seat. */
export const seated = async ({ runner }: Room, plan: Plan = {}): Promise<string> => {
  const { mode = 'lesson', scenarios = [SHOES], incidents = [], seat = 'seat1', guest = 'g1' } = plan;
  const setting = { pace: 20, arrivals: 'spaced' as const, minutes: 12, incidents };
  const reply = await runner.open({ guest, scenarios, seed: 1, mode, place: place(seat), setting });
  if (!reply.ok) throw new Error(reply.error.code);
  return reply.value.id;
};

export const logOf = async ({ storage }: Room, drillId: string): Promise<DrillEvent[]> =>
  (await storage.read(drillId, 0)).flatMap(({ events }) => events);
export const stateOf = async (room: Room, drillId: string): Promise<Drill> =>
  fold(emptyDrill, await logOf(room, drillId));
export const ofKind = async <K extends EventKind>(room: Room, drillId: string, kind: K): Promise<EventOf<K>[]> =>
  (await logOf(room, drillId)).filter((event): event is EventOf<K> => event.kind === kind);

/** The clock's stops and starts after the first, as [what, why, drill time]. */
export const clockOf = async (room: Room, drillId: string): Promise<[string, string, number][]> =>
  (await logOf(room, drillId))
    .flatMap((e): [string, string, number][] =>
      e.kind === 'clock-stopped' ? [['stop', e.why, e.at]] : e.kind === 'clock-started' ? [['start', e.why, e.at]] : [],
    )
    .slice(1);
