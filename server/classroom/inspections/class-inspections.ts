/** 质检 in a class: picking drills, marking them, and who marked how (RULES I4). Ids have been checked by the route. */
import { seatDrills } from '#classroom/results/run-drills.ts';
import { shownReports } from '#classroom/review/shown-reports.ts';
import type { Clock } from '#common/clock.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { ClassInspection, ClassItem, InspectionBoard } from '#contract/practice/class-inspections.ts';
import type { Comparison, Marking, PartyMarks } from '#contract/practice/inspections.ts';
import type { Report } from '#contract/report.ts';
import { comparisonOf, type Inspected, markingFault } from '#drills/inspections/compare.ts';
import type { DrillComplaints } from '#drills/inspections/drill-complaints.ts';
import { marksOfPerson } from '#drills/inspections/party-marks.ts';
import { scorecardForm } from '#drills/inspections/scorecard-form.ts';
import type { DrillRecord, DrillRecords } from '#drills/runner/ports.ts';
import type { InspectionItem, StoredMarking } from '#storage/inspections.ts';
import type { Run, Seat } from '#storage/runs.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import { boardOf, isInspectable, typeNamesOf } from './board.ts';

export type InspectionNeeds = {
  storage: Storage;
  runner: Pick<DrillRecords, 'report' | 'record'>;
  clock: Pick<Clock, 'now'>;
  complaintOf: DrillComplaints;
};
/** A seat of the run, or somebody of its staff. */
export type Inspector = { seat: string } | { run: string; person: string };

/** One transcript for one inspector. */
export type OpenedItem = {
  record: DrillRecord;
  inspected: Inspected;
  item: ClassItem;
  typeName: string;
  type: string;
  /** Names that must not be read in it. */
  names: readonly string[];
  marking: Marking | null;
  comparison: Comparison | null;
  next: number | null;
};

export type ClassInspections = {
  board(run: string): Promise<Reply<InspectionBoard>>;
  pick(run: string, drills: readonly string[]): Promise<Reply<InspectionBoard>>;
  list(inspector: Inspector): Promise<Reply<ClassInspection>>;
  open(inspector: Inspector, no: number): Promise<Reply<OpenedItem>>;
  save(inspector: Inspector, no: number, marking: Marking): Promise<Reply<null>>;
  handIn(inspector: Inspector, no: number): Promise<Reply<Comparison>>;
};

type View = {
  run: Run;
  seat: Seat | null;
  items: InspectionItem[];
  own: ReadonlyMap<string, StoredMarking>;
  id: string;
};

export const createClassInspections = ({ storage, runner, clock, complaintOf }: InspectionNeeds): ClassInspections => {
  const { inspections, runs } = storage;

  /** The items of the run that the inspector may mark: none that was played at their own seat, device or account. */
  const viewOf = async (inspector: Inspector): Promise<View | null> => {
    const seat = 'seat' in inspector ? await runs.seat(inspector.seat) : null;
    const run = await runs.run('seat' in inspector ? (seat?.run ?? '') : inspector.run);
    if (run === null || ('seat' in inspector && seat === null)) return null;
    const id = 'seat' in inspector ? inspector.seat : inspector.person;
    const rows = new Map((await storage.drillsOfRun(run.id)).map((row) => [row.id, row]));
    const all = run.publishedAt === null ? [] : await inspections.items(run.id);
    const items: InspectionItem[] = [];
    for (const item of all) {
      const row = rows.get(item.drill);
      if (row !== undefined && (seat === null || !(await isOwnDrill(row, seat)))) items.push(item);
    }
    const marked = (await inspections.markings(run.id)).filter((one) => idOf(one) === id);
    return { run, seat, items, id, own: new Map(marked.map((one) => [one.drill, one])) };
  };
  /** Also at another seat, where the same device or account played it. */
  const isOwnDrill = async ({ id, place, guest }: DrillRow, seat: Seat): Promise<boolean> => {
    if (place?.seat === seat.id || (guest !== '' && guest === seat.guest)) return true;
    return seat.person !== null && (await storage.ownerOf('drill', id))?.person === seat.person;
  };
  const stateOf = (marking: StoredMarking | undefined): ClassItem['state'] =>
    marking === undefined ? 'fresh' : marking.handedInAt === null ? 'begun' : 'handed-in';

  type Found = { view: View; item: InspectionItem; record: DrillRecord; inspected: Inspected };
  const find = async (inspector: Inspector, no: number): Promise<Reply<Found>> => {
    const view = await viewOf(inspector);
    const item = view?.items.find((one) => one.no === no);
    const record = item === undefined ? null : await runner.record(item.drill);
    if (view === null || item === undefined || record === null) return refused('unknown-inspection');
    const report = await runner.report(item.drill);
    if (!report.ok) return report;
    const [conversation, ...others] = report.value.conversations;
    if (conversation === undefined) return refused('unknown-inspection');
    // A complaint is one customer's; with several nobody could say whose is asked about.
    const isAlone = others.length === 0;
    const asked = isAlone
      ? await complaintOf(record.content.scenarios.find(({ id }) => id === conversation.scenario))
      : null;
    const own = view.own.get(item.drill);
    // Handed in when a class was asked nothing about the complaint: it stays whole.
    const isWithout = own !== undefined && own.handedInAt !== null && own.marking.complaint === null;
    const shown = isAlone ? conversation.conversation : null;
    const inspected = { content: record.content, report: report.value, conversation: shown };
    const complaint = isWithout ? null : asked;
    return { ok: true, value: { view, item, record, inspected: { ...inspected, complaint } } };
  };
  /** Members of staff who handed this one in; their names stand beside their marks. */
  const staffMarks = async ({ view, item, inspected }: Found): Promise<PartyMarks[]> => {
    const parties: PartyMarks[] = [];
    for (const { inspector, marking, drill, handedInAt } of await inspections.markings(view.run.id)) {
      if (drill !== item.drill || handedInAt === null || 'seat' in inspector || inspector.person === view.id) continue;
      const person = await storage.people.person(inspector.person);
      if (person === null) continue;
      parties.push(
        marksOfPerson(scorecardForm(inspected.content.rubric), marking, { by: 'teacher', name: person.name }),
      );
    }
    return parties;
  };
  const board = async (runId: string): Promise<Reply<InspectionBoard>> => {
    const run = await runs.run(runId);
    return run === null ? refused('unknown-run') : { ok: true, value: await boardOf({ storage, runner }, run) };
  };

  return {
    board,
    pick: async (runId, drills) => {
      const run = await runs.run(runId);
      if (run === null) return refused('unknown-run');
      if (run.publishedAt === null) return refused('inspection-not-published');
      const seats = await seatDrills({ storage, runner }, runId);
      const known = new Set(
        seats.flatMap(({ drills: own }) => own.flatMap(({ row }) => (isInspectable(row) ? [row.id] : []))),
      );
      // In an order that says nothing of the seats.
      const wanted = [...new Set(drills)].filter((drill) => known.has(drill)).toSorted(byDigest);
      await storage.locks.hold(`inspection ${runId}`, () => inspections.pick(runId, wanted, clock.now()));
      return await board(runId);
    },
    list: async (inspector) => {
      const view = await viewOf(inspector);
      if (view === null) return refused('unknown-seat');
      const reports = await shownReports(
        runner,
        view.items.map(({ drill }) => drill),
      );
      const items: ClassItem[] = [];
      for (const { drill, no } of view.items) {
        const report = reports(drill) ?? (await reportOf(runner, drill));
        const record = await runner.record(drill);
        if (report === null || record === null) continue;
        items.push({ no, ...told(record, report), state: stateOf(view.own.get(drill)) });
      }
      return { ok: true, value: { run: { id: view.run.id, name: view.run.name }, items } };
    },
    open: async (inspector, no) => {
      const found = await find(inspector, no);
      if (!found.ok) return found;
      const { view, item, record, inspected } = found.value;
      const own = view.own.get(item.drill);
      const isHandedIn = own !== undefined && own.handedInAt !== null;
      const comparison = isHandedIn ? comparisonOf(inspected, own.marking, await staffMarks(found.value)) : null;
      const open = view.items.filter((one) => one.no !== no && (view.own.get(one.drill)?.handedInAt ?? null) === null);
      const type = record.content.scenarios[0]?.type ?? '';
      return {
        ok: true,
        value: {
          ...{ record, inspected, type },
          item: { no, ...told(record, inspected.report), state: stateOf(own) },
          typeName: typeNamesOf(record.content),
          names: (await runs.seats(view.run.id)).map(({ name }) => name),
          marking: own?.marking ?? null,
          comparison: comparison?.ok === true ? comparison.value : null,
          next: (open.find((one) => one.no > no) ?? open[0])?.no ?? null,
        },
      };
    },
    save: async (inspector, no, marking) => {
      const found = await find(inspector, no);
      if (!found.ok) return found;
      const { view, item, inspected } = found.value;
      const fault = markingFault(inspected, marking);
      if (fault !== null) return refused(fault);
      const by = 'seat' in inspector ? { seat: inspector.seat } : { person: inspector.person };
      const written = { run: view.run.id, drill: item.drill, inspector: by, marking, at: clock.now() };
      return (await inspections.save(written)) ? { ok: true, value: null } : refused('marking-handed-in');
    },
    handIn: async (inspector, no) => {
      const found = await find(inspector, no);
      if (!found.ok) return found;
      const { view, item, inspected } = found.value;
      const own = view.own.get(item.drill);
      if (own === undefined) return refused('marking-incomplete');
      const comparison = comparisonOf(inspected, own.marking, await staffMarks(found.value));
      if (!comparison.ok) return comparison;
      return (await inspections.handIn(item.drill, view.id, clock.now())) ? comparison : refused('marking-handed-in');
    },
  };
};

export const idOf = ({ inspector }: Pick<StoredMarking, 'inspector'>): string =>
  'seat' in inspector ? inspector.seat : inspector.person;

const reportOf = async (runner: Pick<DrillRecords, 'report'>, drill: string): Promise<Report | null> => {
  const report = await runner.report(drill);
  return report.ok ? report.value : null;
};

const told = ({ content }: DrillRecord, report: Report): Pick<ClassItem, 'typeName' | 'replies'> => ({
  typeName: typeNamesOf(content),
  replies: report.transcript.filter(({ by }) => by === 'trainee').length,
});

/** By the drills' ids read backwards: they are drawn by chance. */
const byDigest = (a: string, b: string): number => {
  const [first, second] = [[...a].reverse().join(''), [...b].reverse().join('')];
  if (first === second) return 0;
  return first < second ? -1 : 1;
};
