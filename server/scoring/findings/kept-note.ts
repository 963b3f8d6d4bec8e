/** 说定的没留底: a time to come back that stands nowhere the next shift reads, where a card of the shop orders it (RULES M30). */
import type { DrillMs } from '#engine/model/events.ts';
import { say } from '#i18n/say.ts';
import { callBackIn, notesCallBack } from '#language/answers/call-back.ts';
import { readText } from '#language/reading/clauses.ts';
import { normalise, originalSpan } from '#language/reading/normalise.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { type Draft, draft } from '#scoring/facts/draft.ts';
import { titleOfDeed } from '#scoring/facts/trade-texts.ts';
import { customerBefore } from '#scoring/log/phrasing.ts';
import { citationOf } from '#scoring/suggestions/citation.ts';
import { actionLine } from '#scoring/suggestions/operations.ts';

/** The operation that writes a note into the order. */
export const NOTE = 'remark';
/** Where the next shift looks. What was handed up holds it too where its note says by when. */
const KEEPS: readonly string[] = [NOTE, 'ticket'];
/** The card that orders it names what is to be written down. */
const ORDERS = /回话.*写进备注/;

type Settled = { at: DrillMs; index: number; words: string };

/** The first time to come back. What an order was changed to stands in the order itself. */
function firstSettled({ c }: ConversationFacts): Settled | undefined {
  return c.spoke.flatMap(({ text, at, index }): Settled[] => {
    const normal = normalise(text);
    const found = callBackIn(readText(normal.text));
    if (found === null) return [];
    const { start, end } = originalSpan(normal, found.start, found.end);
    return [{ at, index, words: text.slice(start, end) }];
  })[0];
}

/** Whether anything that was clicked keeps it for who comes next. */
const isKept = ({ c }: ConversationFacts): boolean =>
  c.acted.some(({ action, with: given }) => {
    if (KEEPS.includes(action)) return true;
    return typeof given.note === 'string' && notesCallBack(readText(normalise(given.note).text));
  });

/** Whether the case itself asks for one: then that need is what is owed. */
const isNeeded = ({ facts: { scenario } }: ConversationFacts): boolean =>
  [...scenario.beats.flatMap(({ needs }) => needs), ...scenario.duties].some((need) => KEEPS.includes(need.do ?? ''));

/** One finding where the story is over, whatever was promised; `told`: it was told as done, which is charged already. */
export function notKept(seen: ConversationFacts, told: boolean): Draft[] {
  const { c, facts } = seen;
  const card = facts.shop.policies.find(({ text }) => ORDERS.test(text));
  const over = c.endings.at(-1)?.at;
  if (told || !card || over === undefined || !facts.shop.actions.includes(NOTE) || isNeeded(seen)) return [];
  const settled = firstSettled(seen);
  if (settled === undefined || isKept(seen)) return [];
  const title = titleOfDeed(facts, NOTE);
  return [
    draft({
      code: 'missing-action',
      at: over,
      conversation: c.key,
      span: { from: settled.at, until: over },
      seen: say('findings:operation.left-undone', { action: title }),
      customer: customerBefore(c, facts, settled.index),
      detail: say('findings:name', { name: title }),
      parts: { action: { id: NOTE, title } },
      because: say('findings:operation.no-record', { words: settled.words }),
      basis: citationOf(facts, card.id),
      better: actionLine({ do: NOTE, with: {} }, facts),
      steps: true,
    }),
  ];
}
