/** The teacher's page of 质检: what is marked, how far each inspector agrees, and the staff among each other. */
import { type ResultsNeeds, seatDrills } from '#classroom/results/run-drills.ts';
import type { DrillToInspect, InspectionBoard, InspectorRow } from '#contract/practice/class-inspections.ts';
import type { Agreement } from '#contract/practice/inspections.ts';
import { agreementOf, joinedMarks, type Marks } from '#drills/inspections/agreement.ts';
import { figuresOf, marksOfPerson, marksOfProgram } from '#drills/inspections/party-marks.ts';
import { scorecardForm } from '#drills/inspections/scorecard-form.ts';
import type { ContentData } from '#engine/model/content.ts';
import { listed } from '#i18n/say.ts';
import { typeNameIn } from '#scoring/facts/trade-texts.ts';
import type { Run } from '#storage/runs.ts';
import type { DrillRow } from '#storage/storage.ts';

type Handed = { inspector: string; isStaff: boolean; drill: string; marks: Marks };

export const boardOf = async (needs: ResultsNeeds, run: Run): Promise<InspectionBoard> => {
  const { storage, runner } = needs;
  const items = new Map((await storage.inspections.items(run.id)).map(({ drill, no }) => [drill, no]));
  const markings = (await storage.inspections.markings(run.id)).filter(({ handedInAt }) => handedInAt !== null);
  const program = new Map<string, Marks>();
  const handed: Handed[] = [];
  for (const drill of items.keys()) {
    const [record, report] = [await runner.record(drill), await runner.report(drill)];
    if (record === null || !report.ok) continue;
    const scorecard = scorecardForm(record.content.rubric);
    program.set(drill, figuresOf(marksOfProgram(scorecard, report.value)));
    for (const { inspector, marking } of markings.filter((one) => one.drill === drill)) {
      const marks = figuresOf(marksOfPerson(scorecard, marking, { by: 'inspector', name: null }));
      const isStaff = 'person' in inspector;
      handed.push({ inspector: isStaff ? inspector.person : inspector.seat, isStaff, drill, marks });
    }
  }
  return {
    run: { id: run.id, name: run.name, isPublished: run.publishedAt !== null },
    drills: await drillsOf(needs, run, items, handed),
    inspectors: await inspectorsOf(needs, run, program, handed),
    calibration: await calibrationOf(needs, handed),
  };
};

/** Most customers that somebody marks in one go. */
const MOST_CUSTOMERS = 3;

/** Ended, with one to three customers. A rush has too many to read, and its queue is no conversation. */
export const isInspectable = (row: DrillRow): boolean =>
  row.state === 'ended' && row.rush === undefined && row.scenarios.length <= MOST_CUSTOMERS;

/** Of its cases, each once. */
export const typeNamesOf = ({ scenarios, types }: Pick<ContentData, 'scenarios' | 'types'>): string =>
  listed([...new Set(scenarios.map(({ type }) => type))].map((type) => typeNameIn(types, type)));

const drillsOf = async (
  needs: ResultsNeeds,
  run: Run,
  items: ReadonlyMap<string, number>,
  handed: readonly Handed[],
): Promise<DrillToInspect[]> => {
  const drills: DrillToInspect[] = [];
  for (const { seat, drills: own } of await seatDrills(needs, run.id))
    for (const { row, result } of own) {
      if (!isInspectable(row) || row.rush !== undefined) continue;
      const content = await needs.runner.record(row.id);
      if (content === null) continue;
      drills.push({
        ...{ drill: row.id, no: items.get(row.id) ?? null, seatNo: seat.no, seatName: seat.name },
        ...{ typeName: typeNamesOf(content.content), customers: row.scenarios.length, score: result?.score ?? null },
        handedIn: handed.filter(({ drill }) => drill === row.id).length,
      });
    }
  return drills;
};

const inspectorsOf = async (
  { storage }: ResultsNeeds,
  run: Run,
  program: ReadonlyMap<string, Marks>,
  handed: readonly Handed[],
): Promise<InspectorRow[]> => {
  const seats = new Map((await storage.runs.seats(run.id)).map((seat) => [seat.id, seat]));
  const rows: InspectorRow[] = [];
  for (const id of new Set(handed.map(({ inspector }) => inspector))) {
    const own = handed.filter(({ inspector }) => inspector === id);
    const isStaff = own.some((one) => one.isStaff);
    const seat = seats.get(id);
    const name = isStaff ? ((await storage.people.person(id))?.name ?? '') : (seat?.name ?? '');
    const teachers = handed.filter((one) => one.isStaff && one.inspector !== id);
    rows.push({
      ...{ id, isStaff, no: seat?.no ?? '', name, handedIn: own.length },
      withProgram: over(own.flatMap(({ drill, marks }) => pairOf(drill, marks, program.get(drill)))),
      withTeachers: over(
        own.flatMap(({ drill, marks }) =>
          teachers
            .filter((one) => one.drill === drill)
            .flatMap((one) => pairOf(`${drill} ${one.inspector}`, marks, one.marks)),
        ),
      ),
    });
  }
  return rows;
};

const calibrationOf = async (
  { storage }: ResultsNeeds,
  handed: readonly Handed[],
): Promise<InspectionBoard['calibration']> => {
  const staff = [...new Set(handed.filter(({ isStaff }) => isStaff).map(({ inspector }) => inspector))];
  const names = new Map<string, string>();
  for (const id of staff) names.set(id, (await storage.people.person(id))?.name ?? '');
  return staff.flatMap((first, index) =>
    staff.slice(index + 1).flatMap((second) => {
      const theirs = new Map(handed.filter((one) => one.inspector === second).map((one) => [one.drill, one.marks]));
      const pairs = handed
        .filter(({ inspector }) => inspector === first)
        .flatMap(({ drill, marks }) => pairOf(drill, marks, theirs.get(drill)));
      const agreement = over(pairs);
      if (agreement === null) return [];
      return [{ first: names.get(first) ?? '', second: names.get(second) ?? '', transcripts: pairs.length, agreement }];
    }),
  );
};

type Pair = { id: string; first: Marks; second: Marks };

const pairOf = (id: string, first: Marks, second: Marks | undefined): Pair[] =>
  second === undefined ? [] : [{ id, first, second }];

/** One figure over all transcripts that both handed in; null without any. */
const over = (pairs: readonly Pair[]): Agreement | null =>
  pairs.length === 0
    ? null
    : agreementOf(
        joinedMarks(pairs.map(({ id, first }) => ({ id, marks: first }))),
        joinedMarks(pairs.map(({ id, second }) => ({ id, marks: second }))),
      );
