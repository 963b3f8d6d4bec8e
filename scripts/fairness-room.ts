/**
 * `npm run -s fairness:room`: blind plays from the first reply to the stored verdicts (docs/blind-plays.md): a server for
 * players, sheets for readers, and the file of tests/fairness/plays that both end in.
 */
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { loadLibrary } from '#library/load.ts';
import { playsIn } from '#scripts/fairness/room/play-file.ts';
import { openRoom } from '#scripts/fairness/room/room.ts';
import { listenHere, roomServer } from '#scripts/fairness/room/server.ts';
import { type SheetFile, sheetFile, sheetsOf } from '#scripts/fairness/room/sheets.ts';
import { faultsIn, type Reading, readingsIn, storedFrom } from '#scripts/fairness/room/store.ts';
import { PLAYS_FOLDER } from '#scripts/fairness/stored.ts';
import { readArguments, stop } from './read-arguments.ts';

const USAGE = `usage: npm run -s fairness:room -- serve PLAYS [--port 4711]    a room for players; writes PLAYS/play.mjs, their command
       npm run -s fairness:room -- sheets PLAYS SHEETS         threads, reports and what is to be stored, from plays at their end
       npm run -s fairness:room -- store PLAYS SHEETS READER1 READER2 --round VERSION [--into ${PLAYS_FOLDER}]`;

const { values, positionals } = readArguments(USAGE, {
  allowPositionals: true,
  options: {
    port: { type: 'string', default: '4711' },
    round: { type: 'string' },
    into: { type: 'string', default: PLAYS_FOLDER },
  },
});
const [command, ...rest] = positionals;
const [plays = '', out = '', first = '', second = ''] = rest;

const serve = async (): Promise<void> => {
  const port = z.coerce.number().int().min(0).max(65_535).safeParse(values.port);
  if (!port.success) stop('--port: a number from 0 to 65535');
  const { library } = loadLibrary('scenarios');
  const address = await listenHere(roomServer(openRoom(library, plays)), port.data ?? 0);
  const client = readFileSync(join(import.meta.dirname, 'fairness/room/play.mjs'), 'utf8');
  mkdirSync(plays, { recursive: true });
  const path = join(plays, 'play.mjs');
  writeFileSync(path, client.replace(/http:\/\/127\.0\.0\.1:\d+/, address));
  chmodSync(path, 0o755);
  console.log(`${address}, players run ${path}`);
};

const writeSheets = (): void => {
  const { library } = loadLibrary('scenarios');
  const { sheets, unended } = sheetsOf(library, playsIn(plays));
  for (const part of ['threads', 'reports', 'machine']) mkdirSync(join(out, part), { recursive: true });
  for (const { name, thread, report, toStore } of sheets) {
    writeFileSync(join(out, 'threads', `${name}.thread.txt`), thread);
    writeFileSync(join(out, 'reports', `${name}.report.txt`), report);
    writeFileSync(join(out, 'machine', `${name}.json`), `${JSON.stringify(toStore, null, 1)}\n`);
  }
  console.log(`${sheets.length} plays in ${out}`);
  for (const name of unended) console.error(`${name}: not at its end, no sheet`);
};

const store = (): void => {
  const { round = '', into } = values;
  if (!/^\d+\.\d+\.\d+$/.test(round)) stop(`--round: the version that was played\n${USAGE}`);
  const path = join(into, `${round}.jsonl`);
  if (existsSync(path)) stop(`round-exists: ${path}`);
  const sheets = sheetsIn(join(out, 'machine'));
  const readings = [readingsOf(first, sheets), readingsOf(second, sheets)] as const;
  const kinds = new Map(playsIn(plays).map(({ name, play }) => [name, play.kind]));
  const stored = storedFrom(sheets, kinds, readings);
  mkdirSync(into, { recursive: true });
  writeFileSync(path, stored.map((play) => `${JSON.stringify(play)}\n`).join(''));
  console.log(`${path}: ${stored.length} plays`);
};

const sheetsIn = (folder: string): SheetFile[] => {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  if (names.length === 0) stop(`no-sheets: ${folder}`);
  return names.toSorted().map((name) => sheetFile.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
};

/** A reader's file, whole; stops with everything that is missing in it. */
const readingsOf = (file: string, sheets: readonly SheetFile[]): readonly Reading[] => {
  if (!existsSync(file)) stop(`no-file: ${file}`);
  const { readings, faults } = readingsIn(readFileSync(file, 'utf8'));
  const all = [...faults, ...faultsIn(sheets, readings)];
  if (all.length > 0) stop(`reading-incomplete: ${file}\n${all.map((problem) => `  ${problem}`).join('\n')}`);
  return readings;
};

if (command === 'serve' && rest.length === 1) await serve();
else if (command === 'sheets' && rest.length === 2) writeSheets();
else if (command === 'store' && rest.length === 4) store();
else stop(USAGE);
