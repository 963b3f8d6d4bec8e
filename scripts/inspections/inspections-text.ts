/** The text of `scenarios/inspections.json`: one planned trainee of each shipped case, none of them perfect by rule. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { playDrill } from '#authoring/play-drill.ts';
import type { Transcript } from '#drills/inspections/transcripts.ts';
import type { PuzzleDeed } from '#drills/puzzles/puzzle.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { contentFor, type Library, loadLibrary } from '#library/load.ts';
import type { Reply } from '#library/schema/testplan.ts';

/** Fewer replies leave nothing to mark. */
const FEWEST_REPLIES = 4;

/** The log of these replies on a case, from seed 1. */
type PlayOf = (id: string, replies: readonly Reply[]) => readonly DrillEvent[];

/** `playOf`: for whoever has played the trainees already. */
export const inspectionsText = (
  library: Library = shippedLibrary(),
  playOf: PlayOf = (id, replies) => playedOn(library, id, replies),
): string => {
  const found = [...library.scenarios.keys()].flatMap((id) => transcriptOf(library, id, playOf) ?? []);
  // By their ids, so that the order says nothing; one a line, so that a change of a case shows as a change of its own.
  const lines = found.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((one) => JSON.stringify(one));
  return `[\n${lines.join(',\n')}\n]\n`;
};

const shippedLibrary = (): Library => loadLibrary(join(import.meta.dirname, '../../scenarios')).library;

/** Which of a case's trainees is taken hangs on the case's id alone: some are good, some middling, some poor. */
const transcriptOf = (library: Library, id: string, playOf: PlayOf): Transcript | null => {
  // An incident is to come as a surprise: only a teacher sends one.
  if (library.scenarios.get(id)?.incident !== null) return null;
  const trainees = Object.entries(library.testplans.get(id) ?? {});
  const from = Number.parseInt(digest(id).slice(0, 8), 16) % Math.max(1, trainees.length);
  for (const [name, { replies }] of [...trainees.slice(from), ...trainees.slice(0, from)]) {
    const deeds = deedsOf(playOf(id, replies));
    if (repliesIn(deeds) >= FEWEST_REPLIES)
      return { id: digest(`${id} ${name}`).slice(0, 8), case: id, replies: repliesIn(deeds), deeds };
  }
  return null;
};

const playedOn = (library: Library, id: string, replies: readonly Reply[]): DrillEvent[] => {
  const { data, hash } = contentFor(library, [id]);
  return playDrill(prepare(data), { scenarios: [id], replies, seed: 1, mode: 'lesson', contentHash: hash });
};

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const repliesIn = (deeds: readonly PuzzleDeed[]): number => deeds.filter((deed) => 'say' in deed).length;

const deedsOf = (events: readonly DrillEvent[]): PuzzleDeed[] =>
  events.flatMap((event): PuzzleDeed[] => {
    if (event.kind === 'trainee-said') return [{ at: event.at, say: event.text }];
    return event.kind === 'action-done' ? [{ at: event.at, do: event.action, with: { ...event.with } }] : [];
  });
