/** The record of changes (改动记录): everything people did to a report or said about it, in order of time. */
import type { AppealEnd, AuditEntry, AuditKind, DiscussionPlace } from '#contract/discussion.ts';
import type { AppealClosing, CommentRow, RulingEffect, StoredAppeal } from '#storage/discussion.ts';
import type { StoredRuling } from '#storage/results.ts';
import type { RunEntry } from '#storage/runs.ts';
import { placeOfRuling } from './report-places.ts';

/** The rows of a drill as they are stored; `log`: of its run. */
export type AuditRows = {
  rulings: readonly StoredRuling[];
  effects: readonly RulingEffect[];
  comments: readonly CommentRow[];
  appeals: readonly StoredAppeal[];
  log: readonly RunEntry[];
};
/**
 * `trainee`: the seat's name. `withDeleted`: staff read the words of deleted comments, too. `titleOf`: a title on
 * record in the reader's words.
 */
export type AuditReader = {
  nameOf(person: string): Promise<string>;
  trainee: string;
  withDeleted: boolean;
  titleOf: TitleOf;
};
/** `whole`: what the whole report's place means, the report itself (a comment) or its total (rulings and appeals). */
export type TitleOf = (stored: string, place: DiscussionPlace, whole: 'comment' | 'total') => string;

const NO_CHANGE = { change: null, total: null, words: null, reason: '' } as const;
const KIND_OF_END: Record<AppealEnd, AuditKind> = {
  withdrawn: 'appeal-withdrawn',
  kept: 'appeal-kept',
  changed: 'appeal-changed',
};

/** Oldest first. Times are epoch milliseconds. */
export const auditOf = async (rows: AuditRows, reader: AuditReader): Promise<AuditEntry[]> => {
  return [
    ...(await publicationsIn(rows.log, reader)),
    ...(await commentEntries(rows.comments, reader)),
    ...(await appealEntries(rows.appeals, reader)),
    ...(await rulingEntries(rows, reader)),
  ].toSorted((a, b) => a.at - b.at);
};

const publicationsIn = async (log: readonly RunEntry[], { nameOf }: AuditReader): Promise<AuditEntry[]> =>
  (
    await Promise.all(
      log.map(async ({ at, by, kind }) =>
        kind === 'publish' || kind === 'unpublish'
          ? [{ ...NO_CHANGE, at, by: by === null ? '' : await nameOf(by), kind: `${kind}ed` as const, title: '' }]
          : [],
      ),
    )
  ).flat();

const commentEntries = async (
  comments: readonly CommentRow[],
  { nameOf, withDeleted, titleOf }: AuditReader,
): Promise<AuditEntry[]> => {
  const deleted = new Set(comments.flatMap(({ kind, comment }) => (kind === 'deleted' ? [comment] : [])));
  const kinds = { written: 'commented', edited: 'comment-edited', deleted: 'comment-deleted' } as const;
  const lastTextById = new Map<string, string>();
  return await Promise.all(
    comments.map(async ({ comment, kind, text, title: stored, place, by, at }) => {
      const title = titleOf(stored, place, 'comment');
      const before = lastTextById.get(comment) ?? null;
      lastTextById.set(comment, text);
      const after = kind === 'deleted' ? null : text;
      const isShown = withDeleted || !deleted.has(comment);
      return {
        ...NO_CHANGE,
        at,
        by: await nameOf(by),
        kind: kinds[kind],
        title,
        words: isShown ? { before, after } : null,
      };
    }),
  );
};

/** An appeal that a ruling settled has no entry for its end: the ruling's entry says it. */
const appealEntries = async (
  appeals: readonly StoredAppeal[],
  { nameOf, trainee, titleOf }: AuditReader,
): Promise<AuditEntry[]> => {
  return (
    await Promise.all(
      appeals.map(async ({ title: stored, place, text, at, closing }) => {
        const title = titleOf(stored, place, 'total');
        const openedEntry = {
          ...NO_CHANGE,
          at,
          by: trainee,
          kind: 'appealed' as const,
          title,
          words: { before: null, after: text },
        };
        if (closing === null || closing.ruling !== null) return [openedEntry];
        const by = closing.by === null ? trainee : await nameOf(closing.by);
        return [
          openedEntry,
          { ...NO_CHANGE, at: closing.at, by, kind: KIND_OF_END[closing.how], title, reason: closing.reason },
        ];
      }),
    )
  ).flat();
};

const rulingEntries = async (
  { rulings, effects, appeals }: AuditRows,
  { nameOf, titleOf }: AuditReader,
): Promise<AuditEntry[]> => {
  const closings = new Map<string, AppealClosing>(
    appeals.flatMap(({ closing }) => (closing === null || closing.ruling === null ? [] : [[closing.ruling, closing]])),
  );
  const effectOf = (id: string, deed: RulingEffect['deed']): Pick<AuditEntry, 'change' | 'total'> => {
    const effect = effects.find((one) => one.ruling === id && one.deed === deed);
    return { change: effect?.change ?? null, total: effect?.total ?? null };
  };
  return (
    await Promise.all(
      rulings.map(async ({ id, title: stored, finding, point, by, at, reason, undoneBy, undoneAt }) => {
        const title = titleOf(stored, placeOfRuling(point === null ? { finding } : { point }), 'total');
        const closing = closings.get(id);
        const kind: AuditKind = closing === undefined ? 'ruled' : KIND_OF_END[closing.how];
        const entry: AuditEntry = {
          ...NO_CHANGE,
          at,
          by: await nameOf(by),
          kind,
          title,
          reason,
          ...effectOf(id, 'ruled'),
        };
        if (undoneAt === null) return [entry];
        const undoneEntry = {
          ...NO_CHANGE,
          at: undoneAt,
          by: await nameOf(undoneBy ?? ''),
          kind: 'ruling-undone' as const,
          title,
        };
        return [entry, { ...undoneEntry, ...effectOf(id, 'undone') }];
      }),
    )
  ).flat();
};
