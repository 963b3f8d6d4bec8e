/** Replies that staff ruled on and let become examples, read back from their logs. */
import { withoutName } from '#classroom/results/anonymous.ts';
import { readLog } from '#drills/reports/drill-log.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { TurnJudgement } from '#engine/model/turn-judgement.ts';
import type { StoredRuling } from '#storage/results.ts';
import type { Storage } from '#storage/storage.ts';

/** The shape that `library/examples/harvest.ts` takes; that file knows nothing of drills. */
export type RuledExamples = {
  ruling: string;
  scenario: string;
  point: string;
  list: 'yes' | 'no';
  /** Without the trainee's name. */
  text: string;
  by: string;
  at: number;
};

/**
 * Takes only rulings in force, of one run or of all, given at `since` (epoch milliseconds) or later; of several on one
 * place the latest. A ruling whose turn isn't in the drill's log is left out.
 */
export const ruledExamples = async (storage: Storage, run: string | null, since = 0): Promise<RuledExamples[]> => {
  const latestByPlace = new Map<string, StoredRuling>();
  for (const ruling of await storage.results.pointRulings(run, since)) {
    latestByPlace.set(JSON.stringify([ruling.drill, ruling.point]), ruling);
  }
  const exampleRulings = [...latestByPlace.values()].filter(({ example }) => example);
  return (
    await Promise.all(
      [...new Set(exampleRulings.map(({ drill }) => drill))].map(async (drill) => {
        const rulings = exampleRulings.filter((ruling) => ruling.drill === drill);
        const events = (await readLog(storage, drill)).map(({ event }) => event);
        const name = await nameOf(storage, drill);
        return (
          await Promise.all(rulings.map(async (ruling) => (await exampleOf(storage, events, ruling, name)) ?? []))
        ).flat();
      }),
    )
  ).flat();
};

const exampleOf = async (
  { people }: Storage,
  events: readonly DrillEvent[],
  { id, point: place, verdict, by, at }: StoredRuling,
  name: string,
): Promise<RuledExamples | null> => {
  if (place === null) return null;
  const scenario = scenarioOf(events, place.conversation);
  const judgedEvent = events.find(
    (e) => e.kind === 'turn-judged' && e.conversation === place.conversation && e.judgement.turn === place.turn,
  );
  if (scenario === null || judgedEvent?.kind !== 'turn-judged') return null;
  const text = textWithPoint(events, judgedEvent.judgement, place.point);
  return {
    ...{ ruling: id, scenario, point: place.point, list: verdict === 'covered' ? 'yes' : 'no' },
    ...{ text: withoutName(text, name).replace(/○+/g, '客服'), by: (await people.person(by))?.name ?? '', at },
  };
};

const scenarioOf = (events: readonly DrillEvent[], conversation: string): string | null => {
  for (const event of events) {
    if (event.kind === 'drill-opened') {
      const plannedCustomer = event.customers.find((c) => c.conversation === conversation);
      if (plannedCustomer !== undefined) return plannedCustomer.scenario;
    }
    if (event.kind === 'customer-added' && event.conversation === conversation) return event.scenario;
  }
  return null;
};

/** The message in which the judge found the point; if it found it in none, all messages of the turn. */
const textWithPoint = (events: readonly DrillEvent[], judgement: TurnJudgement, point: string): string => {
  const note = judgement.points.find((n) => n.point === point);
  const messages = events.flatMap((event) =>
    event.kind === 'trainee-said' && judgement.messages.includes(event.id) ? [{ id: event.id, text: event.text }] : [],
  );
  const [quotedMessage] = messages.filter(({ id }) => id === note?.quote.message);
  return quotedMessage?.text ?? messages.map(({ text }) => text).join(' ');
};

const nameOf = async ({ drill, runs }: Storage, id: string): Promise<string> => {
  const seat = (await drill(id))?.place?.seat;
  return seat === undefined ? '' : ((await runs.seat(seat))?.name ?? '');
};
