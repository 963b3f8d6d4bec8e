import type { Kysely } from 'kysely';
import type { AppealEnd, DiscussionPlace } from '#contract/discussion.ts';
import type { AppealClosing, DiscussionStorage, RulingEffect, StoredAppeal } from '#storage/discussion.ts';
import type { StoredTypingAppeal, TypingAppealsStorage } from '#storage/exams.ts';
import type { PaperAppealsStorage, StoredCredit, StoredPaperAppeal } from '#storage/papers.ts';
import { forUpdate, isOneOf, type Tables } from './dialect.ts';
import { addRuling } from './results-queries.ts';
import type { PaperAppealsTable } from './run-tables.ts';
import type { Database } from './tables.ts';

const APPEAL = [
  ...(['appeals.id', 'appeals.drill', 'appeals.place', 'appeals.title', 'appeals.text', 'appeals.at'] as const),
  ...(['appeals.how', 'appeals.closed_by as closedBy', 'appeals.closed_at as closedAt'] as const),
  ...(['appeals.reason', 'appeals.ruling'] as const),
] as const;

/** Comments, appeals and the effects of rulings. */
export function discussionStorage({ db, dialect }: Tables): DiscussionStorage {
  const appeals = db.selectFrom('appeals').select(APPEAL);
  return {
    addComment: async ({ id, comment, drill, place, title, kind, text, by, at }) => {
      const columns = { id, comment, drill, place: placeText(place), title, kind, text, by, at };
      await db.insertInto('comments').values(columns).execute();
    },
    comments: async (drill) => {
      const rows = db
        .selectFrom('comments')
        .select(['id', 'comment', 'drill', 'place', 'title', 'kind', 'text', 'by', 'at'])
        .where('drill', '=', drill)
        .orderBy('at')
        .orderBy('rowid');
      return (await rows.execute()).map((row) => ({ ...row, place: placeIn(row.place) }));
    },
    addAppeal: async ({ id, drill, place, title, text, at }) => {
      const added = await db
        .insertInto('appeals')
        .values({ id, drill, place: placeText(place), title, text, at })
        .onConflict((on) => on.columns(['drill', 'place']).where('closed_at', 'is', null).doNothing())
        .executeTakeFirst();
      return added.numInsertedOrUpdatedRows !== 0n;
    },
    closeAppeal: (id, closing) => closeAppeal(db, id, closing),
    appeals: async (drill) =>
      (await appeals.where('drill', '=', drill).orderBy('at').orderBy('rowid').execute()).map(appealIn),
    openAppeals: async (run) => {
      const rows = db.selectFrom('appeals').innerJoin('drills', 'drills.id', 'appeals.drill').select(APPEAL);
      const open = rows.where('drills.run', '=', run).where('appeals.closed_at', 'is', null);
      return (await open.orderBy('appeals.at').orderBy('appeals.rowid').execute()).map(appealIn);
    },
    openIn: async (runs) => {
      if (runs.length === 0) return new Map();
      const rows = await db
        .selectFrom('appeals')
        .innerJoin('drills', 'drills.id', 'appeals.drill')
        .select(({ fn }) => ['drills.run', fn.countAll().as('n')])
        .where(isOneOf(dialect, 'drills.run', runs))
        .where('appeals.closed_at', 'is', null)
        .groupBy('drills.run')
        .execute();
      return new Map(rows.map(({ run, n }) => [run ?? '', Number(n)]));
    },
    rule: (ruling, place, how, appeal) =>
      db.transaction().execute(async (trx) => {
        const appealsOfDrill = trx.selectFrom('appeals').select('id').where('drill', '=', ruling.drill);
        const openAppeals = appealsOfDrill.where('place', '=', placeText(place)).where('closed_at', 'is', null);
        const openAppeal = (await forUpdate(dialect, openAppeals).executeTakeFirst())?.id ?? null;
        if (appeal !== null && appeal !== openAppeal) return false;
        const { by, at, reason } = ruling;
        if (openAppeal !== null) await closeAppeal(trx, openAppeal, { how, by, at, reason, ruling: ruling.id });
        await addRuling(trx, ruling);
        return true;
      }),
    addEffect: async (drill, effect) => {
      const { ruling, deed } = effect;
      const row = { ruling, deed, drill, body: JSON.stringify(effect) };
      await db
        .insertInto('ruling_effects')
        .values(row)
        .onConflict((on) => on.doNothing())
        .execute();
    },
    effects: async (drill) => {
      const rows = db.selectFrom('ruling_effects').select('body').where('drill', '=', drill).orderBy('rowid');
      return (await rows.execute()).map(({ body }) => effectIn(body));
    },
  };
}

/** False when it isn't open any more. */
async function closeAppeal(db: Kysely<Database>, id: string, closing: AppealClosing): Promise<boolean> {
  const { how, by, at, reason, ruling } = closing;
  const closed = db.updateTable('appeals').set({ how, closed_by: by, closed_at: at, reason, ruling });
  const { numUpdatedRows } = await closed.where('id', '=', id).where('closed_at', 'is', null).executeTakeFirst();
  return numUpdatedRows > 0;
}

/** A place as text. Texts are compared, so the same place always gives the same one, whatever order its fields came in. */
function placeText(place: DiscussionPlace): string {
  if (place.kind === 'report') return JSON.stringify({ kind: 'report' });
  if (place.kind === 'finding') return JSON.stringify({ kind: 'finding', finding: place.finding });
  if (place.kind === 'turn') return JSON.stringify({ kind: 'turn', message: place.message });
  const { conversation, point, turn } = place.point;
  return JSON.stringify({ kind: 'point', point: { conversation, point, turn } });
}

function placeIn<P extends DiscussionPlace>(text: string): P {
  return JSON.parse(text);
}

function effectIn(body: string): RulingEffect {
  return JSON.parse(body);
}

type AppealRow = Omit<StoredAppeal, 'place' | 'closing'> & {
  place: string;
  how: AppealEnd | null;
  closedBy: string | null;
  closedAt: number | null;
  reason: string | null;
  ruling: string | null;
};

function appealIn({ id, drill, place, title, text, at, ...end }: AppealRow): StoredAppeal {
  const { how, closedBy, closedAt, reason, ruling } = end;
  const isOpen = how === null || closedAt === null;
  return {
    ...{ id, drill, place: placeIn(place), title, text, at },
    closing: isOpen ? null : { how, by: closedBy, at: closedAt, reason: reason ?? '', ruling },
  };
}

/** Appeals about questions of papers, beside those about reports. */
export function paperAppealsStorage({ db, dialect }: Tables): PaperAppealsStorage {
  const rows = () => db.selectFrom('paper_appeals').selectAll().where('question', '!=', TYPING).orderBy('rowid');
  return {
    add: async ({ seat, run, question, text, at }) => {
      const stored = await db
        .insertInto('paper_appeals')
        .values({ ...{ seat, run, question, text, at }, credit: null, reason: null, ruled_by: null, ruled_at: null })
        .onConflict((on) => on.doNothing())
        .executeTakeFirst();
      return stored.numInsertedOrUpdatedRows === 1n;
    },
    rule: async ({ seat, run, question, credit, reason, by, at }) => {
      const ruling = { credit, reason, ruled_by: by, ruled_at: at };
      await db
        .insertInto('paper_appeals')
        .values({ ...{ seat, run, question }, text: null, at: null, ...ruling })
        .onConflict((on) => on.columns(['seat', 'question']).doUpdateSet(ruling))
        .execute();
    },
    ofSeat: async (seat) => (await rows().where('seat', '=', seat).execute()).map(paperAppealIn),
    ofRun: async (run) => (await rows().where('run', '=', run).execute()).map(paperAppealIn),
    open: async (runs) => {
      if (runs.length === 0) return new Map();
      const counted = await db
        .selectFrom('paper_appeals')
        .select(({ fn }) => ['run', fn.countAll().as('n')])
        .where(isOneOf(dialect, 'run', runs))
        .where('ruled_at', 'is', null)
        .groupBy('run')
        .execute();
      return new Map(counted.map(({ run, n }) => [run, Number(n)]));
    },
  };
}

const CREDITS: readonly StoredCredit[] = [0, 0.5, 1];

function paperAppealIn({ seat, run, question, text, at, ...end }: PaperAppealsTable): StoredPaperAppeal {
  const { credit, reason, ruled_by: by, ruled_at: ruledAt } = end;
  const isOpen = ruledAt === null || by === null;
  return {
    ...{ seat, run, question, text, at },
    ruling: isOpen
      ? null
      : { credit: CREDITS.find((one) => one === credit) ?? null, reason: reason ?? '', by, at: ruledAt },
  };
}

/** No question's id has this sign. */
const TYPING = '#typing';

/** Appeals about an exam's typing: rows of the same table, of a question that no paper has; `credit` nought: set aside. */
export function typingAppealsStorage({ db, dialect }: Tables): TypingAppealsStorage {
  const papers = paperAppealsStorage({ db, dialect });
  const rows = () => db.selectFrom('paper_appeals').selectAll().where('question', '=', TYPING).orderBy('rowid');
  return {
    add: (appeal) => papers.add({ ...appeal, question: TYPING }),
    rule: ({ aside, ...ruling }) => papers.rule({ ...ruling, question: TYPING, credit: aside ? 0 : null }),
    ofSeat: async (seat) => {
      const row = await rows().where('seat', '=', seat).executeTakeFirst();
      return row === undefined ? null : typingAppealIn(row);
    },
    ofRun: async (run) => (await rows().where('run', '=', run).execute()).map(typingAppealIn),
  };
}

function typingAppealIn(row: PaperAppealsTable): StoredTypingAppeal {
  const { seat, run, text, at, ruling } = paperAppealIn(row);
  if (ruling === null) return { seat, run, text, at, ruling };
  const { credit, reason, by, at: ruledAt } = ruling;
  return { seat, run, text, at, ruling: { aside: credit !== null, reason, by, at: ruledAt } };
}
