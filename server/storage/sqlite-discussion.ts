import type { Database } from 'better-sqlite3';
import type { AppealEnd, AppealPlace, DiscussionPlace } from '#contract/discussion.ts';
import type { AppealClosing, CommentRow, DiscussionStorage, RulingEffect, StoredAppeal } from './discussion.ts';
import type { ResultsStorage, StoredRuling } from './results.ts';

const APPEAL = `appeals.id, appeals.drill, place, title, text, at, how, closed_by as closedBy, closed_at as closedAt,
  reason, ruling`;

type CommentColumns = Omit<CommentRow, 'place'> & { place: string };
type AppealColumns = {
  id: string;
  drill: string;
  place: string;
  title: string;
  text: string;
  at: number;
  how: AppealEnd | null;
  closedBy: string | null;
  closedAt: number | null;
  reason: string | null;
  ruling: string | null;
};
type Closed = AppealClosing & { id: string };

/** Comments, appeals and the effects of rulings on an opened, migrated database. */
export function createDiscussionStorage(
  database: Database,
  results: Pick<ResultsStorage, 'addRuling'>,
): DiscussionStorage {
  const prepare = <P extends unknown[], R>(sql: string) => database.prepare<P, R>(sql);
  const insertComment = prepare<[CommentColumns], never>(
    `insert into comments (id, comment, drill, place, title, kind, text, by, at)
     values (@id, @comment, @drill, @place, @title, @kind, @text, @by, @at)`,
  );
  const selectComments = prepare<[string], CommentColumns>(
    'select id, comment, drill, place, title, kind, text, by, at from comments where drill = ? order by at, rowid',
  );
  const insertAppeal = prepare<[Omit<StoredAppeal, 'closing' | 'place'> & { place: string }], never>(
    `insert into appeals (id, drill, place, title, text, at) values (@id, @drill, @place, @title, @text, @at)
     on conflict (drill, place) where closed_at is null do nothing`,
  );
  const close = prepare<[Closed], never>(
    `update appeals set how = @how, closed_by = @by, closed_at = @at, reason = @reason, ruling = @ruling
     where id = @id and closed_at is null`,
  );
  const selectAppeals = prepare<[string], AppealColumns>(
    `select ${APPEAL} from appeals where drill = ? order by at, rowid`,
  );
  const selectOpen = prepare<[string], AppealColumns>(
    `select ${APPEAL} from appeals join drills on drills.id = appeals.drill
     where drills.run = ? and closed_at is null order by at, appeals.rowid`,
  );
  const selectOpenAt = prepare<[string, string], { id: string }>(
    'select id from appeals where drill = ? and place = ? and closed_at is null',
  );
  const insertEffect = prepare<[string, string, string, string], never>(
    'insert into ruling_effects (ruling, deed, drill, body) values (?, ?, ?, ?) on conflict do nothing',
  );
  const selectEffects = prepare<[string], { body: string }>('select body from ruling_effects where drill = ?');

  return {
    addComment: (row) => void insertComment.run({ ...row, place: placeText(row.place) }),
    comments: (drill) => selectComments.all(drill).map((row) => ({ ...row, place: placeIn(row.place) })),
    addAppeal: (appeal) => insertAppeal.run({ ...appeal, place: placeText(appeal.place) }).changes > 0,
    closeAppeal: (id, closing) => close.run({ ...closing, id }).changes > 0,
    appeals: (drill) => selectAppeals.all(drill).map(appealIn),
    openAppeals: (run) => selectOpen.all(run).map(appealIn),
    rule: database.transaction(
      (ruling: StoredRuling, place: AppealPlace, how: AppealEnd, appeal: string | null): boolean => {
        const open = selectOpenAt.get(ruling.drill, placeText(place))?.id ?? null;
        if (appeal !== null && appeal !== open) return false;
        const { by, at, reason } = ruling;
        if (open !== null) close.run({ id: open, how, by, at, reason, ruling: ruling.id });
        results.addRuling(ruling);
        return true;
      },
    ),
    addEffect: (drill, effect) => void insertEffect.run(effect.ruling, effect.deed, drill, JSON.stringify(effect)),
    effects: (drill) => selectEffects.all(drill).map(({ body }) => effectIn(body)),
  };
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

function appealIn({ id, drill, place, title, text, at, ...end }: AppealColumns): StoredAppeal {
  const { how, closedBy, closedAt, reason, ruling } = end;
  const isOpen = how === null || closedAt === null;
  return {
    ...{ id, drill, place: placeIn(place), title, text, at },
    closing: isOpen ? null : { how, by: closedBy, at: closedAt, reason: reason ?? '', ruling },
  };
}
