/** A turn or silence of a golden drill done again, played to its end without a server. */

import { nextDue } from '#engine/clocks/next-due.ts';
import { decideJudged } from '#engine/decide-judged.ts';
import { forkLog } from '#engine/fork.ts';
import type { Command } from '#engine/model/commands.ts';
import type { ContentData } from '#engine/model/content.ts';
import { emptyDrill } from '#engine/model/drill.ts';
import type { DrillEvent, Provenance } from '#engine/model/events.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { fold } from '#engine/state/evolve.ts';

/** What is said, so many milliseconds after 开始. */
export type Words = { text: string; afterMs: number; made?: Provenance };

const TYPED: Provenance = { how: 'typed', quickReply: null, edited: 0, similarity: 0 };

export const redone = (
  content: ContentData,
  log: readonly DrillEvent[],
  place: { drill: string; conversation: string; turn: number; since?: number | null },
  words: readonly Words[],
): DrillEvent[] => {
  const ready = prepare(content);
  const forked = forkLog(log, { since: null, ...place });
  if (forked === null) throw new Error('no such turn');
  let { events } = forked;
  const happen = (command: Command): void => {
    const decided = decideJudged(ready, fold(emptyDrill, events), command);
    if (!decided.ok) throw new Error(decided.error.code);
    events = [...events, ...decided.value];
  };
  const from = events.at(-1)?.at ?? 0;
  happen({ kind: 'start', at: from });
  for (const [i, { text, afterMs, made = TYPED }] of words.entries()) {
    happen({
      kind: 'send',
      at: from + afterMs,
      id: `again${i}`,
      conversation: place.conversation,
      text,
      made,
      anatomy: null,
    });
  }
  for (let i = 0; i < 200; i++) {
    const due = nextDue(ready, fold(emptyDrill, events));
    if (due === null) break;
    happen({ kind: 'tick', at: due });
  }
  return events;
};
