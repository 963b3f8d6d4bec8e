/** Facts that the trainee has to ask for, and whether they perhaps did (RULES M19). */
import type { Need, Scenario } from '#engine/model/content.ts';
import { factsOf } from '#engine/prepare/prepare.ts';
import { compileRequestDetectors, isToldAlready, nearlyAsks, type RequestDetectors } from '#language/asked/asked.ts';
import { readText } from '#language/reading/clauses.ts';
import { folded } from '#language/reading/folded.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';

/**
 * Whether a need is owed. Not asking for a fact is a loss where an answer rests on it, and by then nobody had told it
 * or come near asking for it. Any other question earns when it is asked and costs nothing when it isn't. Who never heard
 * a word was left alone, and that is charged by itself: a question on top would charge the silence twice (RULES M162).
 */
export const isOwed = (
  { conversation, caseFacts }: Pick<ConversationFacts, 'conversation' | 'caseFacts'>,
  need: Need,
  until: number,
): boolean => {
  const fact = need.ask;
  if (fact === null) return true;
  if (wasNeverServed(conversation)) return false;
  return isNeededForAnAnswer(caseFacts.scenario, fact) && !isKnown({ conversation, caseFacts }, fact, until);
};

/** Whether the trainee neither said nor did anything for this customer. */
const wasNeverServed = ({ traineeMessages, clicks }: ConversationFacts['conversation']): boolean =>
  traineeMessages.length + clicks.length === 0;

/** Whether the customer had told a fact by then, asked or not, or the trainee had come near asking for it. */
export const isKnown = (
  { conversation, caseFacts }: Pick<ConversationFacts, 'conversation' | 'caseFacts'>,
  factId: string,
  until: number,
): boolean => {
  if (conversation.factsTold.some(({ fact, how, at }) => fact === factId && how === 'volunteered' && at <= until))
    return true;
  if (isGiven({ conversation, caseFacts }, factId, until)) return true;
  const detectors = detectorsOf(caseFacts.scenario);
  const hasComeNear = conversation.traineeMessages.some(
    ({ at, text }) => at <= until && nearlyAsks(readText(folded(text)), detectors, factId),
  );
  return (
    hasComeNear ||
    conversation.customerMessages.some(
      ({ at, bubble }) => at <= until && bubble.kind === 'text' && tellsFact(bubble.text, detectors, factId),
    )
  );
};

/**
 * Whether a line of the customer's or something the desk has shown holds words by which the author says that the fact is told
 * (RULES T129): 问都不问就塞柜, or a record of no call, answers 放柜之前给您打过电话吗. A picture tells it by its id (RULES M228).
 */
const isGiven = (
  { conversation, caseFacts: { scenario } }: Pick<ConversationFacts, 'conversation' | 'caseFacts'>,
  factId: string,
  until: number,
): boolean => {
  const given = scenario.customer.knows.find(({ id }) => id === factId)?.given ?? [];
  const tells = (text: string): boolean => given.some((words) => text.includes(words));
  return (
    given.length > 0 &&
    (conversation.customerMessages.some(
      ({ at, bubble }) =>
        at <= until &&
        ((bubble.kind === 'text' && tells(bubble.text)) ||
          (bubble.kind === 'picture' && given.includes(bubble.picture))),
    ) ||
      conversation.clicks.some(({ at, result }) => at <= until && result.some(tells)))
  );
};

const tellsFact = (text: string, detectors: RequestDetectors, fact: string): boolean =>
  isToldAlready(readText(folded(text)), detectors, fact);

/** Whether the case lets a question be answered only once this is known. */
const isNeededForAnAnswer = ({ beats }: Scenario, fact: string): boolean =>
  beats.some((beat) => beat.asks.some((question) => question.first?.includes(fact)));

const COMPILED = new WeakMap<Scenario, RequestDetectors>();

const detectorsOf = (scenario: Scenario): RequestDetectors => {
  const detectors = COMPILED.get(scenario) ?? compileRequestDetectors(factsOf(scenario));
  COMPILED.set(scenario, detectors);
  return detectors;
};
