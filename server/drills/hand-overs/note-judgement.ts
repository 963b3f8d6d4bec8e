/** What a hand-over was worth: what the note held, what had to be asked again, what promises were broken (RULES J41–J43). */
import type { HandOver, KeptItem, QuotedAgain } from '#contract/plans/projects.ts';
import type { DrillEvent, EventOf } from '#engine/model/events.ts';
import type { Quote } from '#engine/model/turn-judgement.ts';
import type { ProjectTask } from '#library/load-projects.ts';
import { holdsWords } from '#library/reading/note-words.ts';
import type { LogRow } from '#storage/storage.ts';

type Keep = NonNullable<ProjectTask['parts'][number]['keeps']>[number];
/** A part's events of one conversation, in order. */
export type PartEvents = readonly DrillEvent[];

/** The conversation's own events in a drill's log. */
export const eventsOf = (log: readonly LogRow[], conversation: string): PartEvents =>
  log.flatMap(({ events }) => events.filter((event) => 'conversation' in event && event.conversation === conversation));

/** `earlier`: the parts before, oldest first; `here`: the part that got the note, empty where it hasn't come. */
export const judgeNote = (
  note: string,
  keeps: readonly Keep[],
  { earlier, here }: { earlier: readonly PartEvents[]; here: PartEvents },
): Pick<HandOver, 'items' | 'again' | 'broken'> => {
  const given = keeps.filter((keep) => isGiven(keep, earlier));
  const items = given.map(
    ({ id, says, words, promised }): KeptItem => ({
      id,
      says,
      promise: promised !== undefined,
      held: holdsWords(note, words),
    }),
  );
  const isHeld = (id: string): boolean => items.some((item) => item.id === id && item.held);
  return {
    items,
    again: given.flatMap(({ id, says, fact }) =>
      fact === undefined ? [] : askedFor(fact, here).map((quote) => ({ says, quote, held: isHeld(id) })),
    ),
    broken: given.flatMap(({ says, promised, point }) =>
      promised === undefined || point === undefined ? [] : brokenIn(point, says, here),
    ),
  };
};

/** Whether the thing was told or promised before; what needs neither was said by the customer unasked. */
const isGiven = ({ told, promised }: Keep, earlier: readonly PartEvents[]): boolean => {
  const events = earlier.flat();
  if (told !== undefined) return events.some((event) => event.kind === 'fact-told' && event.fact === told);
  if (promised === undefined) return true;
  return judgedIn(events).some(({ judgement }) =>
    judgement.points.some(({ point, state }) => point === promised && state === 'covered'),
  );
};

export const judgedIn = (events: PartEvents): EventOf<'turn-judged'>[] =>
  events.flatMap((event) => (event.kind === 'turn-judged' ? [event] : []));

/** The trainee's words that ask for a fact, each turn once. */
export const askedFor = (fact: string, events: PartEvents): string[] => {
  const quotes = judgedIn(events).flatMap(({ judgement }) => {
    // What counts for no mark of its own part is asked for again all the same.
    const found = [...judgement.asked, ...(judgement.sideAsked ?? [])].find((asked) => asked.fact === fact);
    return found === undefined ? [] : [wordsOf(events, found.quote)];
  });
  return quotes.slice(0, 1);
};

/** Told wrong and not put right since: the last word counts. */
export const brokenIn = (point: string, says: string, events: PartEvents): QuotedAgain[] => {
  const last = judgedIn(events)
    .flatMap(({ judgement }) =>
      judgement.points.filter((note) => note.point === point && note.state !== 'not-recognised'),
    )
    .at(-1);
  return last?.state === 'wrong' ? [{ says, quote: wordsOf(events, last.quote) }] : [];
};

const wordsOf = (events: PartEvents, { message, start, end }: Quote): string => {
  const said = events.find((event) => event.kind === 'trainee-said' && event.id === message);
  return said?.kind === 'trainee-said' ? said.text.slice(start, end) : '';
};
