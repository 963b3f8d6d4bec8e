/** Messages that the teacher marked on the wall during the drill, with their words. */

import { z } from 'zod';
import type { Debrief, SeatResult } from '#contract/results.ts';
import { say } from '#i18n/say.ts';
import { pictureText } from '#scoring/log/phrasing.ts';
import type { Run } from '#storage/runs.ts';
import { anonymousTurn, type DebriefDrill, debriefDrill } from './debrief-drills.ts';
import type { ResultsNeeds } from './run-drills.ts';

const markBody = z.object({ drill: z.string(), conversation: z.string(), message: z.string(), note: z.string() });
const removedBody = z.object({ mark: z.string() });

type Mark = Debrief['marks'][number];

/** Oldest first, removed ones left out. In a drill that hasn't ended a bookmark has words but no turn. */
export async function bookmarksOf(needs: ResultsNeeds, run: Run, seats: readonly SeatResult[]): Promise<Mark[]> {
  const { storage } = needs;
  const log = await storage.runs.log(run.id);
  const removed = new Set(
    log.filter((e) => e.kind === 'mark-removed').flatMap((e) => removedBody.safeParse(e.body).data?.mark ?? []),
  );
  const seenByDrill = new Map<string, DebriefDrill | null>();
  return (
    await Promise.all(
      log
        .filter((entry) => entry.kind === 'mark' && !removed.has(entry.id))
        .map(async (entry): Promise<Mark[]> => {
          const body = markBody.safeParse(entry.body).data;
          if (body === undefined) return [];
          const seat = seats.find((one) => one.seat === entry.seat);
          if (!seenByDrill.has(body.drill) && seat !== undefined)
            seenByDrill.set(body.drill, await debriefDrill(needs, seat, body.drill));
          const seenOne = seenByDrill.get(body.drill) ?? null;
          return [
            {
              id: entry.id,
              at: entry.at,
              note: body.note,
              by: entry.by === null ? '' : ((await storage.people.person(entry.by))?.name ?? say('data:deleted')),
              turn: seenOne === null ? null : turnOf(seenOne, body.conversation, body.message),
              text: await textOf(needs, body.drill, body.message),
              seatName: seat?.name ?? '',
            },
          ];
        }),
    )
  ).flat();
}

/** The turn a message belongs to; of a customer's message the turn that answered it. */
function turnOf(drill: DebriefDrill, conversation: string, message: string): Mark['turn'] {
  const marked = drill.report.transcript.find((line) => line.id === message);
  const turnsHere = drill.turns.filter((turn) => turn.conversation === conversation);
  const turn =
    turnsHere.find((t) => t.starts.some((start) => start.message === message)) ??
    turnsHere.find((t) => marked !== undefined && t.at >= marked.at);
  return turn === undefined ? null : anonymousTurn(drill, turn, turn.faults);
}

async function textOf({ runner }: ResultsNeeds, drill: string, message: string): Promise<string> {
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
}
