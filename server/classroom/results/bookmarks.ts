/** Messages that the teacher bookmarked on the wall during the drill, with their words. */

import { z } from 'zod';
import type { Debrief, SeatResult } from '#contract/results.ts';
import { say } from '#i18n/say.ts';
import { pictureText } from '#scoring/log/phrasing.ts';
import type { Run } from '#storage/runs.ts';
import { anonymousTurn, type DebriefDrill, debriefDrill } from './debrief-drills.ts';
import type { ResultsNeeds } from './run-drills.ts';

const bookmarkBody = z.object({ drill: z.string(), conversation: z.string(), message: z.string(), note: z.string() });
const removedBody = z.object({ mark: z.string() });

type Bookmark = Debrief['marks'][number];

/** Oldest first, removed ones left out. A bookmark has words but no turn where its drill
 * hasn't ended or can't be read, or its message belongs to no turn. */
export const bookmarksOf = async (needs: ResultsNeeds, run: Run, seats: readonly SeatResult[]): Promise<Bookmark[]> => {
  const { storage } = needs;
  const log = await storage.runs.log(run.id);
  const removed = new Set(
    log.filter((e) => e.kind === 'mark-removed').flatMap((e) => removedBody.safeParse(e.body).data?.mark ?? []),
  );
  // Promises, since all bookmarks are read at once: a drill with several of them is read once.
  const drillById = new Map<string, Promise<DebriefDrill | null>>();
  const drillOf = (seat: SeatResult, id: string): Promise<DebriefDrill | null> => {
    const drill = drillById.get(id) ?? debriefDrill(needs, seat, id);
    drillById.set(id, drill);
    return drill;
  };
  return (
    await Promise.all(
      log
        .filter((entry) => entry.kind === 'mark' && !removed.has(entry.id))
        .map(async (entry): Promise<Bookmark[]> => {
          const body = bookmarkBody.safeParse(entry.body).data;
          if (body === undefined) return [];
          const seat = seats.find((one) => one.seat === entry.seat);
          const drill = seat === undefined ? null : await drillOf(seat, body.drill);
          return [
            {
              id: entry.id,
              at: entry.at,
              note: body.note,
              by: entry.by === null ? '' : ((await storage.people.person(entry.by))?.name ?? say('data:deleted')),
              turn: drill === null ? null : turnOf(drill, body.conversation, body.message),
              text: await textOf(needs, body.drill, body.message),
              seatName: seat?.name ?? '',
            },
          ];
        }),
    )
  ).flat();
};

/** The turn a message belongs to; of a customer's message the turn that answered it. */
const turnOf = (drill: DebriefDrill, conversation: string, message: string): Bookmark['turn'] => {
  const bookmarkedLine = drill.report.transcript.find((line) => line.id === message);
  const turnsHere = drill.turns.filter((turn) => turn.conversation === conversation);
  const turn =
    turnsHere.find((t) => t.starts.some((start) => start.message === message)) ??
    turnsHere.find((t) => bookmarkedLine !== undefined && t.at >= bookmarkedLine.at);
  return turn === undefined ? null : anonymousTurn(drill, turn, turn.faults);
};

const textOf = async ({ runner }: ResultsNeeds, drill: string, message: string): Promise<string> => {
  const record = await runner.record(drill);
  for (const event of record?.events ?? []) {
    if ((event.kind === 'trainee-said' || event.kind === 'bystander-said') && event.id === message) return event.text;
    if (event.kind === 'customer-said' && event.id === message) {
      const { bubble } = event;
      if (bubble.kind === 'picture')
        return pictureText(record?.content.pictures?.find(({ id }) => id === bubble.picture) ?? null);
      return bubble.kind === 'text' ? bubble.text : '';
    }
  }
  return '';
};
