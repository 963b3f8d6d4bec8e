import { type Drill, emptyDrill } from '#engine/model/drill.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { fold } from '#engine/state/evolve.ts';
import type { SqliteFile } from '#storage/sqlite/sqlite-file.ts';
import { contentOfRow, sharedRowOf } from '#storage/stored-content.ts';

/** `at`: epoch milliseconds of its last event. */
export type NewestDrill = { id: string; at: number };

/**
 * Reads the drill that was written last, with its content, and folds it as a start of the server would. Null where
 * there is no drill. Throws when it can't be: its log has a gap, its content is missing or can't be read.
 */
export const foldNewestDrill = (file: SqliteFile): NewestDrill | null => {
  const [newest] = file.query('select drill, at from log order by id desc limit 1', []).rows;
  if (newest === undefined) return null;
  const id = String(newest.drill);
  const [row] = file.query('select seq, content_hash from drills where id = ?', [id]).rows;
  if (row === undefined) throw new Error(`drill ${id} has no row`);
  const bodyOf = (hash: string): string => {
    const [content] = file.query('select body from contents where hash = ?', [hash]).rows;
    if (content === undefined) throw new Error(`drill ${id} has no content ${hash}`);
    return String(content.body);
  };
  const body = bodyOf(String(row.content_hash));
  const sharedHash = sharedRowOf(body);
  contentOfRow(body, sharedHash === null ? null : bodyOf(sharedHash));
  const log = file.query('select body from log where drill = ? order by seq', [id]).rows;
  const events = log.flatMap(({ body }): DrillEvent[] => JSON.parse(String(body)));
  const drill: Drill = fold(emptyDrill, events);
  if (drill.seq !== row.seq)
    throw new Error(`drill ${id} folds to ${drill.seq} events, its row says ${String(row.seq)}`);
  return { id, at: Number(newest.at) };
};
