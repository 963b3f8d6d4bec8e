import type { Kysely } from 'kysely';
import type { AppealEnd, DiscussionPlace } from '#contract/discussion.ts';
import type { AppealClosing, DiscussionStorage, RulingEffect, StoredAppeal } from '#storage/discussion.ts';
import { forUpdate, isOneOf, type Tables } from './dialect.ts';
import { addRuling } from './results-queries.ts';
import type { Database } from './tables.ts';

const APPEAL = [
  ...(['appeals.id', 'appeals.drill', 'appeals.place', 'appeals.title', 'appeals.text', 'appeals.at'] as const),
  ...(['appeals.how', 'appeals.closed_by as closedBy', 'appeals.closed_at as closedAt'] as const),
  ...(['appeals.reason', 'appeals.ruling'] as const),
] as const;

/** Comments, appeals and the effects of rulings. */
export const discussionStorage = ({ db, dialect }: Tables): DiscussionStorage => {
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
};

/** False when it isn't open any more. */
const closeAppeal = async (db: Kysely<Database>, id: string, closing: AppealClosing): Promise<boolean> => {
  const { how, by, at, reason, ruling } = closing;
  const closed = db.updateTable('appeals').set({ how, closed_by: by, closed_at: at, reason, ruling });
  const { numUpdatedRows } = await closed.where('id', '=', id).where('closed_at', 'is', null).executeTakeFirst();
  return numUpdatedRows > 0;
};

/** A place as text. Texts are compared, so the same place always gives the same one, whatever order its fields came in. */
const placeText = (place: DiscussionPlace): string => {
  if (place.kind === 'report') return JSON.stringify({ kind: 'report' });
  if (place.kind === 'finding') return JSON.stringify({ kind: 'finding', finding: place.finding });
  if (place.kind === 'turn') return JSON.stringify({ kind: 'turn', message: place.message });
  const { conversation, point, turn } = place.point;
  return JSON.stringify({ kind: 'point', point: { conversation, point, turn } });
};

const placeIn = <P extends DiscussionPlace>(text: string): P => {
  return JSON.parse(text);
};

const effectIn = (body: string): RulingEffect => {
  return JSON.parse(body);
};

type AppealRow = Omit<StoredAppeal, 'place' | 'closing'> & {
  place: string;
  how: AppealEnd | null;
  closedBy: string | null;
  closedAt: number | null;
  reason: string | null;
  ruling: string | null;
};

const appealIn = ({ id, drill, place, title, text, at, ...end }: AppealRow): StoredAppeal => {
  const { how, closedBy, closedAt, reason, ruling } = end;
  const isOpen = how === null || closedAt === null;
  return {
    ...{ id, drill, place: placeIn(place), title, text, at },
    closing: isOpen ? null : { how, by: closedBy, at: closedAt, reason: reason ?? '', ruling },
  };
};
