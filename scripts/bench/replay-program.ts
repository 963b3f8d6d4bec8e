/**
 * A program of its own, with a bench's size as JSON for an argument; its figures are its message to whoever started it.
 * Reading stored drills back, as a start does for those that ran and a report for each: the log is read, folded and shown
 * to a presenter. Against it stands the bare reading of the same rows, parsed and nothing more, in changing order. A
 * second figure is the time until one drill of a thousand events is in memory.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPresenter } from '#drills/present/present.ts';
import { foldLog } from '#drills/reports/drill-log.ts';
import { decideJudged } from '#engine/decide-judged.ts';
import type { Drill } from '#engine/model/drill.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import { fold } from '#engine/state/evolve.ts';
import { databaseIn } from '#storage/files/data-files.ts';
import { openSqlite } from '#storage/opening/open-sqlite.ts';
import { openFile } from '#storage/sqlite/open-file.ts';
import type { Storage } from '#storage/storage.ts';
import { median, rounded, type Size } from './figures.ts';
import { playedSteps } from './played.ts';
import type { ReplayFigures } from './replay.ts';

/** Events of all drills together, for each pass of a timing loop: a million in a full bench. */
const EVENTS_A_PASS = 25_000;
const LONG = 1000;
/** Rows that one transaction stores. */
const BATCH = 500;

type Played = { content: Content; rows: readonly (readonly DrillEvent[])[] };

/** The model drills, a row for each command as the runner stores them. */
const playedDrills = (size: Size): Played[] => {
  const drills = new Map<Content, (readonly DrillEvent[])[]>();
  for (const { content, events } of playedSteps(size)) {
    if (events.length > 0) drills.set(content, [...(drills.get(content) ?? []), events]);
  }
  return [...drills].map(([content, rows]) => ({ content, rows }));
};

/** A drill as it began, then frozen and let go until its log has a thousand events. */
const longDrill = ({ content, rows }: Played): Played => {
  const long = rows.slice(0, 4);
  let drill: Drill | undefined;
  drill = foldLog([{ drill: '', seq: 1, at: 0, commandId: null, events: long.flat() }], { fold }, () => {}).drill;
  while (drill.seq < LONG) {
    const { at } = drill;
    const decided = decideJudged(
      content,
      drill,
      drill.clock.running ? { kind: 'stop', at, why: 'freeze' } : { kind: 'resume', at, stoppedMs: 1000 },
    );
    if (!decided.ok) throw new Error(`the long drill of the bench was refused: ${decided.error.code}`);
    drill = fold(drill, decided.value);
    long.push(decided.value);
  }
  return { content, rows: long };
};

const store = async (storage: Storage, id: string, { rows }: Played): Promise<void> => {
  await storage.createDrill({
    ...{ id, guest: 'g', contentHash: 'h', scenarios: ['a/b'], mode: 'practice' as const, openedAt: 0 },
    ...{ state: 'opened' as const, endedAt: null, score: null, place: null, retry: null },
  });
  let seq = 0;
  const items = rows.map((events, index) => {
    const expectedSeq = seq;
    seq += events.length;
    return {
      ...{ drill: id, expectedSeq, commandId: `c${index}`, at: index, events, ack: '{"seq":1,"now":1}' },
      ...{ dueAt: null, running: false, state: 'running' as const, endedAt: null },
    };
  });
  for (let from = 0; from < items.length; from += BATCH) {
    const results = await storage.appendAll(items.slice(from, from + BATCH));
    if (results.some(({ ok }) => !ok)) throw new Error('a drill of the bench was not stored');
  }
};

/** Milliseconds that `work` takes. */
const timed = async (work: () => Promise<void> | void): Promise<number> => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};

const readBack = async (storage: Storage, id: string, content: Content): Promise<void> => {
  foldLog(await storage.read(id, 0), { fold }, createPresenter(content));
};

const write = async (folder: string, wanted: number, played: readonly Played[]) => {
  const storage = await openSqlite(folder, 'normal');
  const stored: { id: string; content: Content }[] = [];
  let events = 0;
  while (events < wanted || stored.length < played.length) {
    const one = played[stored.length % played.length];
    if (one === undefined) throw new Error('the model drills have no log');
    const id = `d${stored.length}`;
    await store(storage, id, one);
    stored.push({ id, content: one.content });
    events += one.rows.reduce((sum, row) => sum + row.length, 0);
  }
  return { storage, stored, events };
};

const replayFigures = async (size: Size): Promise<ReplayFigures> => {
  const folder = mkdtempSync(join(tmpdir(), 'kefu-bench-'));
  try {
    const played = playedDrills(size);
    const [first] = played;
    if (first === undefined) throw new Error('there is no model drill');
    const { storage, stored, events } = await write(folder, EVENTS_A_PASS * size.passes, played);
    const long = longDrill(first);
    await store(storage, 'long', long);
    const opens: number[] = [];
    for (let i = 0; i < size.passes; i++) opens.push(await timed(() => readBack(storage, 'long', long.content)));
    const folding = (): Promise<number> =>
      timed(async () => {
        for (const { id, content } of stored) await readBack(storage, id, content);
      });
    const folded = [await folding()];
    await storage.close();
    const file = openFile(databaseIn(folder), { readonly: true, mustExist: true });
    const bare = await timed(() => {
      for (const { id } of stored)
        for (const { body } of file.query('select seq, at, body from log where drill = ? order by seq', [id]).rows)
          JSON.parse(String(body));
    });
    file.close();
    const again = await openSqlite(folder, 'normal');
    folded.push(
      await timed(async () => {
        for (const { id, content } of stored) await readBack(again, id, content);
      }),
    );
    await again.close();
    // Before and after the bare reading: who is measured second finds a warmer machine.
    const foldedMs = folded.reduce((sum, ms) => sum + ms, 0) / folded.length;
    return {
      events,
      toBareRead: rounded(bare / foldedMs),
      eventsPerS: rounded((events * 1000) / foldedMs),
      openMs: rounded(median(opens)),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const size: Size = JSON.parse(process.argv[2] ?? '');
process.send?.(await replayFigures(size));
