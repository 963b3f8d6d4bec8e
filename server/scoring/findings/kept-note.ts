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
import { customerBefore } from '#scoring/log/phrasing.ts';
import { citationOf } from '#scoring/suggestions/citation.ts';
import { actionLine } from '#scoring/suggestions/operations.ts';

/** The operation that writes a note into the order. */
export const NOTE = 'remark';
/** Operations whose text the next shift reads. Another operation keeps a time too where its note says it. */
const KEEPS: readonly string[] = [NOTE, 'ticket'];
/** A card that orders a time to come back to be written down. */
const ORDERS = /回话.*写进备注/;

type Settled = { at: DrillMs; index: number; words: string };

/** The first promised time to come back. A time that an order was changed to stands in the order itself. */
function firstSettled({ conversation }: ConversationFacts): Settled | undefined {
  for (const { text, at, index } of conversation.spoke) {
    const normal = normalise(text);
    const found = callBackIn(readText(normal.text));
    if (found === null) continue;
    const { start, end } = originalSpan(normal, found.start, found.end);
    return { at, index, words: text.slice(start, end) };
  }
  return undefined;
}

/** Whether an operation that was done writes the time down for the next shift. */
const isKept = ({ conversation }: ConversationFacts): boolean =>
  conversation.acted.some(({ action, with: given }) => {
    if (KEEPS.includes(action)) return true;
    return typeof given.note === 'string' && notesCallBack(readText(normalise(given.note).text));
  });

/** Whether the case itself asks for a remark or ticket: then that need is what is owed. */
const isNeeded = ({ caseFacts: { scenario } }: ConversationFacts): boolean =>
  [...scenario.beats.flatMap(({ needs }) => needs), ...scenario.duties].some((need) => KEEPS.includes(need.do ?? ''));

/**
 * One finding for the whole story, however many hours or days were promised. `told`: the note was told as done and is
 * charged already.
 */
export function noteNotKept(facts: ConversationFacts, told: boolean): FindingDraft[] {
  const { conversation, caseFacts } = facts;
  const card = caseFacts.shop.policies.find(({ text }) => ORDERS.test(text));
  const over = conversation.endings.at(-1)?.at;
  if (told || !card || over === undefined || !caseFacts.shop.actions.includes(NOTE) || isNeeded(facts)) return [];
  const settled = firstSettled(facts);
  if (settled === undefined || isKept(facts)) return [];
  const title = titleOfDeed(caseFacts, NOTE);
  return [
    draftFinding({
      code: 'missing-action',
      at: over,
      conversation: conversation.key,
      span: { from: settled.at, until: over },
      seen: say('findings:operation.left-undone', { action: title }),
      customer: customerBefore(conversation, caseFacts, settled.index),
      detail: say('findings:name', { name: title }),
      parts: { action: { id: NOTE, title } },
      because: say('findings:operation.no-record', { words: settled.words }),
      basis: citationOf(caseFacts, card.id),
      ...suggestionParts(stepsOf(() => actionLine({ do: NOTE, with: {} }, caseFacts))),
    }),
  ];
}
