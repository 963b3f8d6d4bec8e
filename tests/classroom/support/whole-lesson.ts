/**
 * A lesson of a whole class on the shipped cases, in virtual time: its seats, the trainees' habits, and whose connection
 * is lost.
 */
import type { Plan, RunBody } from '#contract/runs.ts';
import type { WireEvent } from '#contract/wire-events.ts';
import type { Catalog } from '#drills/catalog/catalog.ts';
import { catalogOf } from '#drills/catalog/library-catalog.ts';
import { toCatalogData } from '#drills/catalog/to-catalog.ts';
import { type DeskRequest, deskRequest } from '#drills/runner/requests.ts';
import type { Library } from '#library/load.ts';
import { tab } from '#tests/drills/support/desk-room.ts';
import { library } from '#tests/support/library.ts';
import { type ClassRoom, classRoom, newRun, type SeatTab, seatTab, sit, TEACHER, value } from './class-room.ts';
import { type Habit, traineeFor, wordsOf } from './trainees.ts';

export type SeatPlan = {
  name: string;
  /** Null for a trainee who never comes. */
  habit: Habit | null;
  /** The connection is lost `afterMs` after the drill began, and is back `backMs` later, or never. */
  cut?: { afterMs: number; backMs: number | null };
  /** The trainee comes this long after the drill began. */
  lateMs?: number;
};

export type Lesson = {
  room: ClassRoom;
  run: RunBody;
  library: Library;
  catalog: Catalog;
  /** Moves the lesson's time on. */
  advance(ms: number): Promise<void>;
  /** By place in the roster. */
  seatId(place: number): Promise<string>;
};

const SECOND = 1000;
/** Time between reading and answering, and after a silence before the trainee looks up. */
const APART_MS = 2 * SECOND;
const QUIET_MS = 30 * SECOND;

let catalog: Catalog | null = null;
/** The shipped cases with a catalog of them. */
export const shipped = (): { library: Library; catalog: Catalog } => {
  catalog ??= catalogOf(toCatalogData(library));
  return { library, catalog };
};

/** Opens the run, seats everybody and begins the drill. */
export const beginLesson = async (seats: readonly SeatPlan[], plan: Partial<Plan>): Promise<Lesson> => {
  const { library: books, catalog: stock } = shipped();
  const room = await classRoom(
    seats.map(({ name }) => name),
    stock,
  );
  const run = await newRun(room, plan);
  const { clock } = room;
  const seatId = async (place: number): Promise<string> => (await room.storage.runs.seats(run.id))[place]?.id ?? '';
  const pages = new Map<number, SeatTab>();
  const enter = async (place: number): Promise<void> => {
    const { seat } = await sit(room, run, `g${place}`, place + 1);
    pages.set(place, await seatTab(room, seat.id, `g${place}`));
  };
  const work = async (place: number, { habit }: SeatPlan): Promise<Desk | null> => {
    const drill = pages.get(place)?.last().drill ?? null;
    return drill === null || habit === null ? null : await openDesk({ room, library: books, drill, habit, place });
  };
  for (const [place, one] of seats.entries()) if (one.habit !== null && one.lateMs === undefined) await enter(place);
  value(await room.classroom.runs.enterStage(run.id, TEACHER, 'drill'));
  for (let i = 0; i < seats.length; i += 1) await clock.settle();
  for (const [place, one] of seats.entries()) {
    if (one.lateMs !== undefined) {
      clock.setTimer(one.lateMs, async () => {
        await enter(place);
        clock.setTimer(SECOND, async () => void (await work(place, one)));
      });
      continue;
    }
    const desk = await work(place, one);
    const { cut } = one;
    if (desk === null || cut === undefined) continue;
    clock.setTimer(cut.afterMs, async () => {
      desk.lose();
      await room.classroom.leave(pages.get(place)?.id ?? '');
      if (cut.backMs !== null)
        clock.setTimer(cut.backMs, async () => {
          pages.set(place, await seatTab(room, await seatId(place), `g${place}`));
          await desk.back();
        });
    });
  }
  return { room, run, library: books, catalog: stock, seatId, advance: (ms) => clock.advance(ms) };
};

type Desk = { lose(): void; back(): Promise<void> };
type Serves = { room: ClassRoom; library: Library; drill: string; habit: Habit; place: number };

let commands = 0;

/** The trainee at a desk: answers each customer as the habit has it, a few seconds faster or slower than the next. */
const openDesk = async ({ room, library: books, drill, habit, place }: Serves): Promise<Desk> => {
  const { clock, runner } = room;
  const haste = 0.8 + (place % 9) * 0.05;
  let visits = 0;
  let here = false;
  let deskId = '';
  let last = 0;
  const talks = new Map<string, ReturnType<typeof talk>>();

  const submit = (make: (commandId: string) => DeskRequest): void => {
    commands += 1;
    const commandId = `w${commands}`;
    void runner.submit(drill, deskId, commandId, make(commandId));
  };

  const talk = (conversation: string, scenario: string) => {
    const trainee = traineeFor(books, scenario, habit);
    let cancel: (() => void) | null = null;
    let busy = false;
    let again = false;
    const later = (ms: number, run: () => void): void => {
      cancel?.();
      cancel = clock.setTimer(ms, run);
    };
    const answer = (): void => {
      if (!here) {
        later(APART_MS, answer);
        return;
      }
      const turn = trainee.next();
      if (turn === null) return;
      busy = true;
      again = false;
      const wait = Math.max(0, turn.afterS * SECOND * haste - APART_MS);
      later(wait, () => {
        for (const { action, with: fields } of turn.do)
          submit((commandId) =>
            deskRequest('action:do', { drillId: drill, commandId, conversation, action, with: fields }),
          );
        for (const part of turn.say) {
          const quick = 'quickReply' in part ? part.quickReply : null;
          const made = { how: quick === null ? ('typed' as const) : ('quick-reply' as const), quickReply: quick };
          const text = wordsOf(books, scenario, part);
          submit((commandId) =>
            deskRequest('message:send', { drillId: drill, commandId, conversation, text, made, anatomy: null }),
          );
        }
        busy = false;
        later(again ? APART_MS : QUIET_MS, answer);
      });
    };
    /** A trainee who is writing reads new bubbles only once their words are sent. */
    const hear = (ms: number): void => {
      if (busy) again = true;
      else later(ms, answer);
    };
    return {
      see: (event: WireEvent): void => {
        if (event.kind === 'story-over' && !event.again) {
          trainee.over();
          hear(APART_MS);
        }
        if (event.kind === 'customer-said' && event.bubble.kind === 'text') trainee.heard(event.bubble.text);
        if (event.kind === 'customer-said') hear(APART_MS);
        if (event.kind === 'customer-arrived' || event.kind === 'customer-did') hear(APART_MS * 4);
      },
      stop: () => cancel?.(),
    };
  };

  const come = async (): Promise<void> => {
    visits += 1;
    deskId = `desk-${place}-${visits}`;
    here = true;
    const viewer = tab(deskId);
    viewer.sendEvents = ({ events, upTo }) => {
      for (const { seq, event } of events) {
        if (seq <= last) continue;
        if (event.kind === 'drill-ended') for (const one of talks.values()) one.stop();
        if (event.kind === 'customer-arrived' && !talks.has(event.conversation))
          talks.set(event.conversation, talk(event.conversation, event.scenario));
        if ('conversation' in event) talks.get(event.conversation)?.see(event);
      }
      last = Math.max(last, upTo);
    };
    value(await runner.join(drill, viewer, last, true));
  };
  await come();
  return {
    lose: () => {
      here = false;
      runner.leave(deskId, clock.now());
    },
    back: come,
  };
};
