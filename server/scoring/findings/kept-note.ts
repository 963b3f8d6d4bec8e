/**
 * 说定的没留底: a time promised for coming back that isn't written where the next shift reads, though a card of the shop
 * orders it (RULES M30).
 */
import type { DrillMs } from '#engine/model/events.ts';
import { say } from '#i18n/say.ts';
import { callBackIn, notesCallBack } from '#language/answers/call-back.ts';
import { readText } from '#language/reading/clauses.ts';
import { normalise, originalSpan } from '#language/reading/normalise.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { draftFinding, type FindingDraft, stepsOf, suggestionParts } from '#scoring/facts/finding-draft.ts';
import { titleOfDeed } from '#scoring/facts/trade-texts.ts';
import { isOvertaken } from '#scoring/log/overtaken.ts';
import { customerBefore } from '#scoring/log/phrasing.ts';
import { citationOf } from '#scoring/suggestions/citation.ts';
import { actionLine } from '#scoring/suggestions/operations.ts';

/** The operation that writes a note into the order. */
export const NOTE = 'remark';
/** Operations whose text the next shift reads. Another operation (a note, a customer's tag) keeps a time too where its words say it. */
const NOTING_OPERATIONS: readonly string[] = [NOTE, 'ticket'];
/** A card that orders a time to come back to be written down. */
const CARD_ORDERS_NOTE = /回话.*写进备注/;

type PromisedTime = { at: DrillMs; index: number; words: string };

/** Whether the hold that a message began was kept before the conversation ended. */
const isKept = ({ turns, holdPromises }: ConversationFacts['conversation'], message: string): boolean => {
  const turn = turns.find(({ judgement }) => judgement.messages.includes(message))?.judgement.turn;
  return holdPromises.some(({ begun, ended }) => begun.turn === turn && ended?.returned === true);
};

/** The first promised time to come back. A time that an order was changed to stands in the order itself. */
const firstPromisedTime = ({ conversation }: ConversationFacts): PromisedTime | undefined => {
  for (const { id, text, at, index } of conversation.traineeMessages) {
    // Who came back with it in the same conversation has left nothing to the next shift (RULES M86).
    if (isKept(conversation, id) || isOvertaken(conversation, { text, index })) continue;
    const normalised = normalise(text);
    const span = callBackIn(readText(normalised.text));
    if (span === null) continue;
    const { start, end } = originalSpan(normalised, span.start, span.end);
    return { at, index, words: text.slice(start, end) };
  }
  return undefined;
};

/** Whether an operation that was done writes the time down for the next shift. */
const isTimeNoted = ({ conversation }: ConversationFacts): boolean =>
  conversation.clicks.some(({ action, with: values }) => {
    if (NOTING_OPERATIONS.includes(action)) return true;
    return Object.values(values).some(
      (text) => typeof text === 'string' && notesCallBack(readText(normalise(text).text)),
    );
  });

/** Whether the case itself asks for a remark or ticket: then that need is what is owed. */
const isNoteNeeded = ({ caseFacts: { scenario } }: ConversationFacts): boolean =>
  [...scenario.beats.flatMap(({ needs }) => needs), ...scenario.duties].some((need) =>
    NOTING_OPERATIONS.includes(need.do ?? ''),
  );

/**
 * One finding for the whole story, however many hours or days were promised. `isNoteTold`: the note was told as done and is
 * charged already.
 */
export const noteNotKept = (facts: ConversationFacts, isNoteTold: boolean): FindingDraft[] => {
  const { conversation, caseFacts } = facts;
  const card = caseFacts.shop.policies.find(({ text }) => CARD_ORDERS_NOTE.test(text));
  const endedAt = conversation.endings.at(-1)?.at;
  if (isNoteTold || !card || endedAt === undefined || !caseFacts.shop.actions.includes(NOTE) || isNoteNeeded(facts))
    return [];
  const promised = firstPromisedTime(facts);
  if (promised === undefined || isTimeNoted(facts)) return [];
  const title = titleOfDeed(caseFacts, NOTE);
  return [
    draftFinding({
      code: 'missing-action',
      at: endedAt,
      conversation: conversation.key,
      span: { from: promised.at, until: endedAt },
      observation: say('findings:operation.left-undone', { action: title }),
      customerText: customerBefore(conversation, caseFacts, promised.index),
      detail: say('findings:name', { name: title }),
      detailParts: { action: { id: NOTE, title } },
      because: say('findings:operation.no-record', { words: promised.words }),
      citation: citationOf(caseFacts, card.id),
      ...suggestionParts(stepsOf(() => actionLine({ do: NOTE, with: {} }, caseFacts))),
    }),
  ];
};
