/** What was said about a drill's report, as staff or its trainee read it. */

import { isStaff, type Principal } from '#common/access.ts';
import type { Appeal, Comment, Discussion } from '#contract/discussion.ts';
import type { Report } from '#contract/report.ts';
import type { CommentRow, StoredAppeal } from '#storage/discussion.ts';
import type { StoredRuling } from '#storage/results.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import { auditOf, type TitleOf } from './audit.ts';
import { shownTitle } from './report-places.ts';

/**
 * Empty for practice, where nobody but the trainee looks. Titles on record are Chinese: `report`, the drill's, shows
 * them in the reader's language; without it they are shown as stored.
 */
export function discussionOf(
  storage: Storage,
  row: DrillRow,
  { person }: Principal,
  report: Report | null = null,
): Discussion {
  const { results, discussion, runs, people } = storage;
  const { id, place } = row;
  const isReadByStaff = person !== null && isStaff(person.role) && person.school === place?.school;
  const names = new Map<string, string>();
  const nameOf = (by: string): string => {
    const name = names.get(by) ?? people.person(by)?.name ?? '';
    names.set(by, name);
    return name;
  };
  const trainee = place === null ? '' : (runs.seat(place.seat)?.name ?? '');
  const rulings = results.rulings(id);
  const comments = discussion.comments(id);
  const appeals = discussion.appeals(id);
  const log = place === null ? [] : runs.log(place.run);
  const titleOf: TitleOf = (stored, at, whole) => shownTitle(stored, at, report, whole);
  const rows = { rulings, effects: discussion.effects(id), comments, appeals, log };
  return {
    as: isReadByStaff ? 'staff' : 'trainee',
    comments: commentsIn(comments, nameOf, isReadByStaff ? person.id : null),
    appeals: appeals.map((one) => ({
      ...shownAppeal(one, rulings, nameOf, trainee),
      title: titleOf(one.title, one.place, 'total'),
    })),
    audit: auditOf(rows, { nameOf, trainee, withDeleted: isReadByStaff, titleOf }),
  };
}

/** The comments as their rows leave them. `reader`: the person who asks, and who may change their own. */
function commentsIn(rows: readonly CommentRow[], nameOf: (by: string) => string, reader: string | null): Comment[] {
  const comments = new Map<string, Comment>();
  for (const { comment, place, kind, text, by, at } of rows) {
    const first = comments.get(comment);
    if (kind === 'deleted') comments.delete(comment);
    else if (first === undefined) {
      comments.set(comment, { id: comment, place, text, by: nameOf(by), at, editedAt: null, own: by === reader });
    } else comments.set(comment, { ...first, text, editedAt: at });
  }
  return [...comments.values()];
}

function shownAppeal(
  { id, place, title, text, at, closing }: StoredAppeal,
  rulings: readonly StoredRuling[],
  nameOf: (by: string) => string,
  trainee: string,
): Appeal {
  const opened = { id, place, title, text, by: trainee, at };
  if (closing === null) return { ...opened, end: null };
  const { how, by, reason, ruling } = closing;
  const isUndone = rulings.some((one) => one.id === ruling && one.undoneAt !== null);
  return { ...opened, end: { how, by: by === null ? trainee : nameOf(by), at: closing.at, reason, undone: isUndone } };
}
