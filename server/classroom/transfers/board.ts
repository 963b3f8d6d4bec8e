/** Who passed whom to whom in a run, and what the notes were worth (RULES J114, J115). */
import type { DrillHandOvers, HandOver } from '#contract/plans/projects.ts';
import type { Transfer, TransferState } from '#contract/together/transfers.ts';
import { eventsOf, type PartEvents } from '#drills/hand-overs/note-judgement.ts';
import type { DrillRecords } from '#drills/runner/ports.ts';
import { judgePass } from '#drills/transfers/judge-pass.ts';
import { type GivenPass, type GotPass, passesIn } from '#drills/transfers/passes.ts';
import type { ContentData } from '#engine/model/content.ts';
import type { Run, Seat } from '#storage/runs.ts';
import type { DrillRow, LogRow, Storage } from '#storage/storage.ts';

type Needs = { storage: Pick<Storage, 'drillsOfRun' | 'read' | 'runs'>; runner: Pick<DrillRecords, 'content'> };
type ReadDrill = { row: DrillRow; log: readonly LogRow[]; given: GivenPass[]; got: GotPass[] };
type Found = { pass: GivenPass; giver: ReadDrill; taker: { drill: ReadDrill; got: GotPass } | null };

/** All transfers of a run in the order in which they were offered. */
export const transfersOf = async (needs: Needs, run: Run): Promise<Transfer[]> => {
  const seats = await needs.storage.runs.seats(run.id);
  const { found, drills } = await findPasses(needs, run.id);
  const contents = new Map<string, ContentData | null>();
  const transfers: Transfer[] = [];
  for (const one of found) {
    const { contentHash, id } = one.giver.row;
    if (!contents.has(contentHash)) contents.set(contentHash, await needs.runner.content(id));
    transfers.push(transferOf(one, drills, seats, contents.get(contentHash) ?? null));
  }
  return transfers.toSorted((one, other) => one.at - other.at);
};

/** What a drill gave and got, for its report. */
export const drillTransfers = async (needs: Needs, run: Run, drillId: string): Promise<DrillHandOvers> => {
  const { found } = await findPasses(needs, run.id);
  const transfers = await transfersOf(needs, run);
  const taken = transfers.filter(({ state }) => state === 'taken');
  const of = (is: (one: Found) => boolean): Transfer[] =>
    taken.filter(({ id }) => found.some((one) => one.pass.id === id && is(one)));
  return {
    given: of(({ giver }) => giver.row.id === drillId).map(({ customer, to, handOver }) => ({
      ...{ customer, to: to?.name ?? '', handOver },
    })),
    got: of(({ taker }) => taker?.drill.row.id === drillId).map(({ customer, from, handOver }) => ({
      ...{ customer, from: from?.name ?? '', handOver },
    })),
  };
};

const findPasses = async ({ storage }: Needs, run: string): Promise<{ found: Found[]; drills: ReadDrill[] }> => {
  const drills: ReadDrill[] = [];
  for (const row of await storage.drillsOfRun(run)) {
    if (row.place?.redo !== null) continue;
    const log = await storage.read(row.id, 0);
    drills.push({ row, log, ...passesIn(log) });
  }
  const found = drills.flatMap((giver) =>
    giver.given.map((pass): Found => ({ pass, giver, taker: takerOf(drills, pass) })),
  );
  return { found, drills };
};

const takerOf = (drills: readonly ReadDrill[], { id }: GivenPass): Found['taker'] => {
  const drill = drills.find(({ got }) => got.some(({ offer }) => offer === id));
  const got = drill?.got.find(({ offer }) => offer === id);
  return drill === undefined || got === undefined ? null : { drill, got };
};

const transferOf = (
  { pass, giver, taker }: Found,
  drills: readonly ReadDrill[],
  seats: readonly Seat[],
  content: ContentData | null,
): Transfer => {
  const scenario = content?.scenarios.find(({ id }) => id === pass.scenario);
  const here = taker === null || taker.got.arrivedAt === null ? [] : eventsOf(taker.drill.log, taker.got.conversation);
  const before = eventsBefore(drills, giver, pass.conversation, pass.id);
  const judged: Pick<HandOver, 'items' | 'again' | 'broken'> =
    scenario === undefined ? { items: [], again: [], broken: [] } : judgePass(pass.note, scenario, { before, here });
  return {
    ...{ id: pass.id, at: pass.offeredAt, customer: scenario?.customer.name ?? '' },
    from: seatOf(seats, giver.row.place?.seat),
    to: seatOf(seats, pass.to),
    state: stateOf(pass, taker?.got ?? null),
    why: pass.returned?.why ?? null,
    reason: pass.returned?.reason ?? null,
    handOver: {
      ...{ note: pass.note, ...judged },
      waitedMs: taker?.got.firstReplyAt == null ? null : Math.max(0, taker.got.firstReplyAt - pass.offeredAt),
    },
  };
};

/** Once the customer is at the other desk they are there, whether or not the giver has been told (RULES J111). */
const stateOf = ({ takenAt, returned, isDrillOver }: GivenPass, got: GotPass | null): TransferState => {
  if (takenAt !== null || got?.arrivedAt != null) return 'taken';
  if (returned !== null) return 'returned';
  return isDrillOver ? 'void' : 'offered';
};

/** What happened to the customer until they were offered, at this seat and at those from which they had come. */
const eventsBefore = (
  drills: readonly ReadDrill[],
  { row, log, got }: ReadDrill,
  conversation: string,
  offer: string,
): PartEvents => {
  const own = eventsOf(log, conversation);
  const until = own.findIndex((event) => event.kind === 'pass-offered' && event.id === offer);
  const here = until === -1 ? own : own.slice(0, until);
  const earlier = got.find((pass) => pass.conversation === conversation);
  const source = drills.find(({ row: other }) => other.id === earlier?.from && other.id !== row.id);
  const pass = source?.given.find(({ id }) => id === earlier?.offer);
  return source === undefined || pass === undefined || earlier === undefined
    ? here
    : [...eventsBefore(drills, source, pass.conversation, pass.id), ...here];
};

const seatOf = (seats: readonly Seat[], id: string | undefined): Transfer['from'] => {
  const seat = seats.find((one) => one.id === id);
  return seat === undefined ? null : { id: seat.id, no: seat.no, name: seat.name };
};
