/** What a note to a classmate was worth: what was open, known and promised by then, and what was asked again (RULES J114). */
import type { HandOver } from '#contract/plans/projects.ts';
import { askedFor, brokenIn, judgedIn, type PartEvents } from '#drills/hand-overs/note-judgement.ts';
import type { Question, Scenario } from '#engine/model/content.ts';
import { namesQuestion } from '#scoring/report-sections/handover.ts';
import { namesTime, promisedIn } from '#scoring/report-sections/notes/note-promise.ts';

const SETTLED = ['answered', 'provisional', 'void', 'unanswered'];

/** `before`: what happened at the seat that passed the conversation on, and at those before it; `here`: at the one that got it. */
export const judgePass = (
  note: string,
  scenario: Scenario,
  { before, here }: { before: PartEvents; here: PartEvents },
): Pick<HandOver, 'items' | 'again' | 'broken'> => {
  const open = openQuestions(before, scenario);
  const promised = lastPromise(before);
  const facts = scenario.customer.knows.filter(({ id }) =>
    before.some((event) => event.kind === 'fact-told' && event.fact === id && event.how === 'asked'),
  );
  const factItems = facts.map((fact) => {
    const words = fact.says.flatMap((bubble) => (bubble.kind === 'text' ? [bubble.text] : []));
    const says = words.join(' ');
    return { id: `fact ${fact.id}`, says, promise: false, held: namesQuestion(note, { text: says, points: [] }) };
  });
  const told = scenario.beats
    .flatMap(({ asks }) => asks.flatMap(({ points }) => points))
    .filter(({ id }) => isTold(before, id));
  return {
    items: [
      ...open.map((question) => ({
        ...{ id: `question ${question.id}`, says: question.text, promise: false },
        held: namesQuestion(note, question),
      })),
      ...factItems,
      ...(promised === null ? [] : [{ id: 'promise', says: promised, promise: true, held: namesTime(note, promised) }]),
    ],
    again: facts.flatMap(({ id }, place) =>
      askedFor(id, here).map((quote) => ({
        says: factItems[place]?.says ?? '',
        quote,
        held: factItems[place]?.held === true,
      })),
    ),
    broken: told.flatMap(({ id, says }) => brokenIn(id, says, here)),
  };
};

const isTold = (events: PartEvents, point: string): boolean =>
  judgedIn(events).some(({ judgement }) =>
    judgement.points.some((verdict) => verdict.point === point && verdict.state === 'covered'),
  );

/** What the customer still waited for when they were passed on. What closing here settles comes later. */
const openQuestions = (events: PartEvents, { beats }: Scenario): Question[] => {
  const states = new Map<string, string>();
  for (const event of events) {
    if (event.kind === 'question-opened') states.set(event.question, 'open');
    else if (event.kind === 'question-changed') states.set(event.question, event.to);
  }
  return beats.flatMap(({ asks }) =>
    asks.filter(({ id }) => states.has(id) && !SETTLED.includes(states.get(id) ?? '')),
  );
};

/** The last words by which they promised an hour or a day. */
const lastPromise = (events: PartEvents): string | null =>
  events.reduce<string | null>(
    (latest, event) => (event.kind === 'trainee-said' ? (promisedIn(event.text) ?? latest) : latest),
    null,
  );
