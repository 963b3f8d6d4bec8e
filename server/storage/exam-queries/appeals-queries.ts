import type { StoredTypingAppeal, StoredTypingRuling, TypingAppealsStorage } from '#storage/exams.ts';
import type {
  PaperAppealsStorage,
  PastAppeal,
  StoredCredit,
  StoredPaperAppeal,
  StoredPaperRuling,
} from '#storage/papers.ts';
import { isOneOf, type Tables } from '#storage/queries/dialect.ts';
import type { PaperAppealsTable } from '#storage/queries/run-tables.ts';

type Place = Parameters<PaperAppealsStorage['withdraw']>[0];
type Row = PaperAppealsTable;

/** Appeals about questions of papers: a row an appeal, and one where the teacher ruled without. */
export const paperAppealsStorage = ({ db, dialect }: Tables): PaperAppealsStorage => {
  const rows = () => db.selectFrom('paper_appeals').selectAll().where('question', '!=', TYPING).orderBy('rowid');
  const rowsAt = ({ seat, question }: Place) =>
    db.selectFrom('paper_appeals').selectAll().where('seat', '=', seat).where('question', '=', question).orderBy('n');
  const change = async ({ seat, question, n }: Place & { n: number }, to: Partial<Row>): Promise<boolean> => {
    const changed = await db
      .updateTable('paper_appeals')
      .set(to)
      .where('seat', '=', seat)
      .where('question', '=', question)
      .where('n', '=', n)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst();
    return changed.numUpdatedRows === 1n;
  };
  const insert = ({ seat, run, question }: Place, had: readonly Row[], row: Partial<Row>) =>
    db.insertInto('paper_appeals').values({
      ...{ seat, run, question, n: (had.at(-1)?.n ?? 0) + 1, text: null, at: null, withdrawn_at: null },
      ...{ credit: null, reason: null, ruled_by: null, ruled_at: null },
      ...row,
    });
  return {
    add: async ({ text, at, ...place }) => {
      const had = await rowsAt(place).execute();
      if (had.some(isWaiting)) return false;
      const stored = await insert(place, had, { text, at })
        .onConflict((on) => on.doNothing())
        .executeTakeFirst();
      return stored.numInsertedOrUpdatedRows === 1n;
    },
    withdraw: async (place, at) => {
      const waiting = (await rowsAt(place).execute()).find(isWaiting);
      return waiting !== undefined && (await change(waiting, { withdrawn_at: at }));
    },
    rule: async ({ credit, reason, by, at, ...place }) => {
      const ruling = { credit, reason, ruled_by: by, ruled_at: at };
      const had = await rowsAt(place).execute();
      const ruled = had.find(isWaiting) ?? had.findLast((row) => row.ruled_at !== null);
      // Withdrawn in the same moment: the ruling stands by itself.
      if (ruled !== undefined && (await change(ruled, ruling))) return;
      await insert(place, had, ruling)
        .onConflict((on) => on.columns(['seat', 'question', 'n']).doUpdateSet(ruling))
        .execute();
    },
    ofSeat: async (seat) => byPlace(await rows().where('seat', '=', seat).execute()).map(paperAppealIn),
    ofRun: async (run) => byPlace(await rows().where('run', '=', run).execute()).map(paperAppealIn),
    open: async (runs) => {
      if (runs.length === 0) return new Map();
      const counted = await db
        .selectFrom('paper_appeals')
        .select(({ fn }) => ['run', fn.countAll().as('n')])
        .where(isOneOf(dialect, 'run', runs))
        .where('ruled_at', 'is', null)
        .where('withdrawn_at', 'is', null)
        .groupBy('run')
        .execute();
      return new Map(counted.map(({ run, n }) => [run, Number(n)]));
    },
  };
};

const isWaiting = ({ ruled_at, withdrawn_at }: Row): boolean => ruled_at === null && withdrawn_at === null;

/** Rows of one seat and question together, in the order in which the first of each was stored. */
const byPlace = (rows: readonly Row[]): Row[][] => {
  const places = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row.seat} ${row.question}`;
    places.set(key, [...(places.get(key) ?? []), row]);
  }
  return [...places.values()].map((of) => of.toSorted((a, b) => a.n - b.n));
};

const CREDITS: readonly StoredCredit[] = [0, 0.5, 1];

const rulingIn = ({ credit, reason, ruled_by: by, ruled_at: at }: Row): StoredPaperRuling | null => {
  if (at === null || by === null) return null;
  return { credit: CREDITS.find((one) => one === credit) ?? null, reason: reason ?? '', by, at };
};

const paperAppealIn = (rows: readonly Row[]): StoredPaperAppeal => {
  const [{ seat, run, question }] = rows as readonly [Row];
  const last = rows.findLast((row) => row.withdrawn_at === null);
  const inForce = rows.findLast((row) => row.ruled_at !== null);
  return {
    ...{ seat, run, question, text: last?.text ?? null, at: last?.at ?? null },
    ruling: inForce === undefined ? null : rulingIn(inForce),
    waits: last !== undefined && isWaiting(last),
    earlier: rows.flatMap((row) => (row === last ? [] : [{ text: row.text, at: row.at, ruling: rulingIn(row) }])),
  };
};

/** No question's id has this sign. */
const TYPING = '#typing';

/** Appeals about an exam's typing: rows of the same table, of a question that no paper has; `credit` nought: set aside. */
export const typingAppealsStorage = ({ db, dialect }: Tables): TypingAppealsStorage => {
  const papers = paperAppealsStorage({ db, dialect });
  const rows = () => db.selectFrom('paper_appeals').selectAll().where('question', '=', TYPING).orderBy('rowid');
  return {
    add: (appeal) => papers.add({ ...appeal, question: TYPING }),
    withdraw: (place, at) => papers.withdraw({ ...place, question: TYPING }, at),
    rule: ({ aside, ...ruling }) => papers.rule({ ...ruling, question: TYPING, credit: aside ? 0 : null }),
    ofSeat: async (seat) => {
      const [own] = byPlace(await rows().where('seat', '=', seat).execute());
      return own === undefined ? null : typingAppealIn(own);
    },
    ofRun: async (run) => byPlace(await rows().where('run', '=', run).execute()).map(typingAppealIn),
  };
};

const typingAppealIn = (rows: readonly Row[]): StoredTypingAppeal => {
  const { question: _, ruling, earlier, ...appeal } = paperAppealIn(rows);
  return {
    ...appeal,
    ruling: typingRuling(ruling),
    earlier: earlier.map((one): PastAppeal<StoredTypingRuling> => ({ ...one, ruling: typingRuling(one.ruling) })),
  };
};

const typingRuling = (ruling: StoredPaperRuling | null): StoredTypingRuling | null =>
  ruling && { aside: ruling.credit !== null, reason: ruling.reason, by: ruling.by, at: ruling.at };
