/** What was said about a drill's report, as staff or its trainee read it. */

import { isStaff, type Principal } from '#common/access.ts';
import type { Appeal, Comment, Discussion } from '#contract/discussion.ts';
import type { Report } from '#contract/report.ts';
import { nameOfRuler } from '#drills/reports/rulings-of.ts';
import type { CommentRow, StoredAppeal } from '#storage/discussion.ts';
import type { StoredRuling } from '#storage/results.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import { auditOf, type TitleOf } from './audit.ts';
import { shownTitle } from './report-places.ts';

/**
 * Empty for practice, where nobody but the trainee looks. Titles on record are Chinese: `report`, the drill's, shows
 * them in the reader's language; without it they are shown as stored.
 */
export const discussionOf = async (
  storage: Storage,
  row: DrillRow,
  { person }: Principal,
  report: Report | null = null,
): Promise<Discussion> => {
  const { results, discussion, runs } = storage;
  const { id, place } = row;
  const isReadByStaff = person !== null && isStaff(person.role) && person.school === place?.school;
  const isVisiting = person?.isVisiting === true;
  const names = new Map<string, string>();
  const nameOf = async (by: string): Promise<string> => {
    const name = names.get(by) ?? (await nameOfRuler(storage, id, by));
    names.set(by, name);
    return name;
  };
  const trainee = place === null ? '' : ((await runs.seat(place.seat))?.name ?? '');
  const rulings = await results.rulings(id);
  const comments = await discussion.comments(id);
  const appeals = await discussion.appeals(id);
  const log = place === null ? [] : await runs.log(place.run);
  const titleOf: TitleOf = (stored, at, whole) => shownTitle(stored, at, report, whole);
  const rows = { rulings, effects: await discussion.effects(id), comments, appeals, log };
  return {
    as: !isReadByStaff ? 'trainee' : isVisiting ? 'visitor' : 'staff',
    comments: await commentsIn(comments, nameOf, isReadByStaff ? person.id : null),
    appeals: await Promise.all(
      appeals.map(async (appeal) => ({
        ...(await shownAppeal(appeal, rulings, nameOf, trainee)),
        title: titleOf(appeal.title, appeal.place, 'total'),
      })),
    ),
    audit: await auditOf(rows, { nameOf, trainee, withDeleted: isReadByStaff && !isVisiting, titleOf }),
  };
};

/** The comments as their rows leave them. `reader`: the person who asks, and who may change their own. */
const commentsIn = async (
  rows: readonly CommentRow[],
  nameOf: (by: string) => Promise<string>,
  readerId: string | null,
): Promise<Comment[]> => {
  const comments = new Map<string, Comment>();
  for (const { comment, place, kind, text, by, at } of rows) {
    const earlier = comments.get(comment);
    if (kind === 'deleted') comments.delete(comment);
    else if (earlier === undefined) {
      comments.set(comment, {
        id: comment,
        place,
        text,
        by: await nameOf(by),
        at,
        editedAt: null,
        own: by === readerId,
      });
    } else comments.set(comment, { ...earlier, text, editedAt: at });
  }
  return [...comments.values()];
};

const shownAppeal = async (
  { id, place, title, text, at, closing }: StoredAppeal,
  rulings: readonly StoredRuling[],
  nameOf: (by: string) => Promise<string>,
  trainee: string,
): Promise<Appeal> => {
  const base = { id, place, title, text, by: trainee, at };
  if (closing === null) return { ...base, end: null };
  const { how, by, reason, ruling } = closing;
  const isUndone = rulings.some((one) => one.id === ruling && one.undoneAt !== null);
  return {
    ...base,
    end: { how, by: by === null ? trainee : await nameOf(by), at: closing.at, reason, undone: isUndone },
  };
};
