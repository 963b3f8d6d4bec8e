/** Lines of a played drill that ask after an operation of which nobody has spoken (RULES M67). */

import { asksAfterState, speaksOfPictures } from '#engine/customer/asks-after.ts';
import { acceptedOperations } from '#engine/model/accepted-operations.ts';
import type { Burst, ContentData, Reaction } from '#engine/model/content.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { textOf } from './plays.ts';

const textsOf = (burst: Burst): string[] => burst.flatMap((bubble) => (bubble.kind === 'text' ? [bubble.text] : []));
const burstsOf = (reaction: Reaction | undefined): readonly Burst[] => reaction?.bursts ?? [];

/** What the customer may ask for: the words, the operations that would do, and whether it asks how far one is. */
const linesOf = ({ scenarios }: ContentData) =>
  scenarios.flatMap(({ beats }) =>
    beats.flatMap((beat) =>
      beat.needs.flatMap((need) => {
        const ways = acceptedOperations(need);
        return burstsOf(need.undone).flatMap((burst) =>
          textsOf(burst).map((text) => ({ text, ways, beat: beat.id, asksAfter: asksAfterState(burst) })),
        );
      }),
    ),
  );

/** Each such line that no promise, claim or click of the trainee's and no earlier line of the customer's leads up to. */
export const askedAfterNothing = (data: ContentData, events: readonly DrillEvent[]): string[] => {
  const lines = linesOf(data);
  const spoken = new Set<string>();
  const asked = new Set<string>();
  return events.flatMap((event) => {
    if (event.kind === 'action-done') spoken.add(event.action);
    if (event.kind === 'turn-judged') {
      const { claims = [], undertakes = [], speaksOf = [], text } = event.judgement;
      if (speaksOfPictures(text)) spoken.add('request-photo');
      for (const action of [...[...claims, ...undertakes].flatMap(({ actions }) => actions), ...speaksOf])
        spoken.add(action);
    }
    if (event.kind !== 'customer-said') return [];
    const text = textOf(event);
    const found = lines.filter((line) => line.text === text);
    const hasGround = found.some(({ ways }) => ways.some((way) => spoken.has(way) || asked.has(way)));
    for (const { ways } of found) for (const way of ways) asked.add(way);
    return found.length > 0 && found.every(({ asksAfter }) => asksAfter) && !hasGround ? [text] : [];
  });
};
