/** Calls owed that a remark or ticket tells the next shift of: nobody to be handed over, and not done with either (RULES M133). */
import type { RushReport } from '#contract/wire/rush-report.ts';
import { NOTES, notesCall, unlessNoted } from '#engine/model/call-back.ts';
import type { Flag } from '#engine/model/shop.ts';
import { notesCallBack } from '#language/answers/call-back.ts';
import { readText } from '#language/reading/clauses.ts';
import { folded } from '#language/reading/folded.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { ConversationHistory } from '#scoring/log/conversation-history.ts';
import { callPromisedAt } from '#scoring/report-sections/notes/call-promised.ts';
import { namesPromise, openPromise } from '#scoring/report-sections/notes/note-promise.ts';
import { storyMinute } from './story-minute.ts';

type Noted = NonNullable<NonNullable<RushReport['handover']>['noted']>;
type Facts = Pick<ConversationFacts, 'conversation' | 'caseFacts'>;
type Click = ConversationHistory['clicks'][number];

const noteText = ({ with: { note } }: Click): string => String(note ?? '');
const saysByWhen = (note: string): boolean => notesCallBack(readText(folded(note)));

export const notedCalls = (allFacts: readonly ConversationFacts[], { index }: { index: number }): Noted =>
  allFacts.flatMap((facts) => {
    const { conversation, caseFacts } = facts;
    const notes = conversation.clicks.filter((click) => click.index < index && NOTES.includes(click.action));
    if (conversation.closed?.by === 'transfer' || !owesCall(conversation, notes, index)) return [];
    if (!isNotedCall(facts, notes)) return [];
    const flags = flagsOf(conversation);
    const texts = notes.map(noteText).filter((text) => text !== '');
    return [
      {
        conversation: conversation.key,
        name: caseFacts.scenario.customer.name,
        note: texts.findLast(saysByWhen) ?? texts.at(-1) ?? '',
        ...(flags.length > 0 && { flags }),
      },
    ];
  });

/** An answer is owed by the words to the customer, or by a remark that says by when, behind which nothing more was said. */
const owesCall = (conversation: ConversationHistory, notes: readonly Click[], index: number): boolean => {
  if (callPromisedAt(conversation, index) !== null) return true;
  const noted = notes.findLast((click) => saysByWhen(noteText(click)));
  return (
    noted !== undefined &&
    conversation.endings.length > 0 &&
    !conversation.turns.some(({ index: said, judgement }) => said > noted.index && judgement.questions.length > 0)
  );
};

/**
 * Whether a remark or ticket tells of the call that is owed: one with a time, written with the promise or after it; one that has the
 * promise's own time, whenever it was written; or a ticket with the carrier, whose answer the next shift is shown (RULES M237).
 */
export const isNotedCall = ({ conversation, caseFacts }: Facts, clicks: readonly Click[]): boolean => {
  const promisedAt = callPromisedAt(conversation);
  const notedAt = clicks.filter((click) => notesCall(click) || click.action === 'carrier-ticket').at(-1)?.at ?? null;
  if (unlessNoted(promisedAt, notedAt) === null) return true;
  const promised = openPromise(conversation);
  return (
    promised !== null &&
    clicks.some(
      (click) =>
        notesCall(click) && namesPromise(noteText(click), promised, storyMinute(conversation, caseFacts, promised.at)),
    )
  );
};

/** The colours of the flags that stand on the orders, each once. */
export const flagsOf = ({ clicks }: ConversationHistory): Flag[] => [
  ...new Set((clicks.at(-1)?.orders ?? []).flatMap(({ remark }) => remark?.flag ?? [])),
];
