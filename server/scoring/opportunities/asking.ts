/** Facts that the trainee has to ask for, and whether they perhaps did (RULES M19). */
import type { Need, Scenario } from '#engine/model/content.ts';
import { factsOf } from '#engine/prepare/prepare.ts';
import { comesNear, compileRequestDetectors, type RequestDetectors, tellsAlready } from '#language/asked/asked.ts';
import { readText } from '#language/reading/clauses.ts';
import { folded } from '#language/reading/folded.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';

/**
 * Whether a need is owed. Not asking for a fact is a loss where an answer rests on it, and by then nobody had told it
 * or come near asking for it. Any other question earns when it is asked and costs nothing when it isn't.
 */
export function isOwed(
  { conversation, caseFacts }: Pick<ConversationFacts, 'conversation' | 'caseFacts'>,
  need: Need,
  until: number,
): boolean {
  const id = need.ask;
  if (id === null) return true;
  return restsOn(caseFacts.scenario, id) && !isKnown({ conversation, caseFacts }, id, until);
}

/** Whether the customer had told a fact by then, asked or not, or the trainee had come near asking for it. */
export function isKnown(
  { conversation, caseFacts }: Pick<ConversationFacts, 'conversation' | 'caseFacts'>,
  id: string,
  until: number,
): boolean {
  if (conversation.facts.some(({ fact, how, at }) => fact === id && how === 'volunteered' && at <= until)) return true;
  const keys = keysOf(caseFacts.scenario);
  const asked = conversation.spoke.some(({ at, text }) => at <= until && comesNear(readText(folded(text)), keys, id));
  return (
    asked ||
    conversation.said.some(({ at, bubble }) => at <= until && bubble.kind === 'text' && tells(bubble.text, keys, id))
  );
}

const tells = (text: string, keys: RequestDetectors, id: string): boolean =>
  tellsAlready(readText(folded(text)), keys, id);

/** Whether the case lets a question be answered only once this is known. */
const restsOn = ({ beats }: Scenario, id: string): boolean =>
  beats.some((beat) => beat.asks.some((question) => question.first?.includes(id)));

const COMPILED = new WeakMap<Scenario, RequestDetectors>();

function keysOf(scenario: Scenario): RequestDetectors {
  const known = COMPILED.get(scenario) ?? compileRequestDetectors(factsOf(scenario));
  COMPILED.set(scenario, known);
  return known;
}
