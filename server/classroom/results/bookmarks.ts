/** Messages that the teacher marked on the wall during the drill, with their words. */
import { z } from 'zod';
import type { Debrief, SeatResult } from '#contract/results.ts';
import { pictureText } from '#scoring/log/phrasing.ts';
import type { Run } from '#storage/runs.ts';
import type { ResultsNeeds } from './run-drills.ts';
import { anonymousTurn, type SeenDrill, seenDrill } from './seen-drills.ts';

const markBody = z.object({ drill: z.string(), conversation: z.string(), message: z.string(), note: z.string() });
const removedBody = z.object({ mark: z.string() });

type Mark = Debrief['marks'][number];

/** Oldest first, removed ones left out. In a drill that hasn't ended a bookmark has words but no turn. */
export function bookmarksOf(needs: ResultsNeeds, run: Run, seats: readonly SeatResult[]): Mark[] {
  const { storage } = needs;
  const log = storage.runs.log(run.id);
  const removed = new Set(
    log.filter((e) => e.kind === 'mark-removed').flatMap((e) => removedBody.safeParse(e.body).data?.mark ?? []),
  );
  const known = new Map<string, SeenDrill | null>();
  return log
    .filter((entry) => entry.kind === 'mark' && !removed.has(entry.id))
    .flatMap((entry): Mark[] => {
      const body = markBody.safeParse(entry.body).data;
      if (body === undefined) return [];
      const seat = seats.find((one) => one.seat === entry.seat);
      if (!known.has(body.drill) && seat !== undefined) known.set(body.drill, seenDrill(needs, seat, body.drill));
      const one = known.get(body.drill) ?? null;
      return [
        {
          id: entry.id,
          at: entry.at,
          note: body.note,
          by: entry.by === null ? '' : (storage.people.person(entry.by)?.name ?? ''),
          turn: one === null ? null : turnOf(one, body.conversation, body.message),
          text: textOf(needs, body.drill, body.message),
          seatName: seat?.name ?? '',
        },
      ];
    });
}

/** The turn a message belongs to; of a customer's message the turn that answered it. */
function turnOf(one: SeenDrill, conversation: string, message: string): Mark['turn'] {
  const said = one.report.transcript.find((line) => line.id === message);
  const own = one.turns.filter((turn) => turn.conversation === conversation);
  const turn =
    own.find((t) => t.starts.some((start) => start.message === message)) ??
    own.find((t) => said !== undefined && t.at >= said.at);
  return turn === undefined ? null : anonymousTurn(one, turn, turn.faults);
}

function textOf({ runner }: ResultsNeeds, drill: string, message: string): string {
  const record = runner.record(drill);
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
