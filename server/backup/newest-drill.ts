import { type Drill, emptyDrill } from '#engine/model/drill.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { fold } from '#engine/state/evolve.ts';
import type { SqliteFile } from '#storage/sqlite/sqlite-file.ts';

/** `at`: epoch milliseconds of its last event. */
export type NewestDrill = { id: string; at: number };

/**
 * Reads the drill that was written last, with its content, and folds it as a start of the server would. Null where
 * there is no drill. Throws when it can't be: its log has a gap, its content is missing or can't be read.
 */
export function foldNewestDrill(file: SqliteFile): NewestDrill | null {
  const [newest] = file.query('select drill, at from log order by id desc limit 1', []).rows;
  if (newest === undefined) return null;
  const id = String(newest.drill);
  const [row] = file.query('select seq, content_hash from drills where id = ?', [id]).rows;
  const [content] = file.query('select body from contents where hash = ?', [String(row?.content_hash)]).rows;
  if (row === undefined || content === undefined) throw new Error(`drill ${id} has no row or no content`);
  JSON.parse(String(content.body));
  const log = file.query('select body from log where drill = ? order by seq', [id]).rows;
  const events = log.flatMap(({ body }): DrillEvent[] => JSON.parse(String(body)));
  const drill: Drill = fold(emptyDrill, events);
  if (drill.seq !== row.seq)
    throw new Error(`drill ${id} folds to ${drill.seq} events, its row says ${String(row.seq)}`);
  return { id, at: Number(newest.at) };
}
