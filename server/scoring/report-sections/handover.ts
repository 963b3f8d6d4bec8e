/** What the notes to the next shift tell of who was left at the end of a rush, and what it had to ask again (RULES Q72). */
import type { RushReport } from '#contract/wire/rush-report.ts';
import type { Question, Scenario } from '#engine/model/content.ts';
import { say } from '#i18n/say.ts';
import { notesCallBack } from '#language/answers/call-back.ts';
import { readText } from '#language/reading/clauses.ts';
import { folded } from '#language/reading/folded.ts';
import { isSameValue } from '#language/reading/same-value.ts';
import { valuesIn } from '#language/reading/values.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { ConversationHistory, Placed } from '#scoring/log/conversation-history.ts';
import type { DrillHistory } from '#scoring/log/history.ts';
import { callPromisedAt } from '#scoring/report-sections/notes/call-promised.ts';
import { type Matters, mattersOf, namesMatter, piecesOf } from '#scoring/report-sections/notes/note-matters.ts';
import { namesPromise, openPromise } from '#scoring/report-sections/notes/note-promise.ts';
import { flagsOf, isNotedCall, notedCalls } from './handover-noted.ts';
import { leftText, notedAtDesk, pendingNames, unnotedNames, unservedNames } from './handover-said.ts';
import { storyMinute } from './story-minute.ts';

type ShiftHandover = NonNullable<RushReport['handover']>;
type ShiftOver = Placed<{ at: number }>;

/** Keys of the customers of whom the next shift knows all: nobody else counts as handed over (RULES Q72). */
export const handedOver = (handover: Pick<ShiftHandover, 'left'> | null | undefined): ReadonlySet<string> =>
  new Set((handover?.left ?? []).filter(({ missing }) => missing.length === 0).map(({ conversation }) => conversation));

/**
 * Who was left at the end of the shift. A rush that ended without the minute for notes is told why: nobody was left, or it was
 * broken off. Null in rushes of before, which had no handover, and while the drill goes on.
 */
export const handoverReport = (
  history: DrillHistory,
  allFacts: readonly ConversationFacts[],
): RushReport['handover'] | null => {
  const { rush, ended } = history;
  if (rush === null) return null;
  const { shiftOver } = rush;
  const unserved = unservedNames(history, allFacts);
  if (shiftOver === null) {
    if (rush.opened.handoverMs === undefined || ended === null) return null;
    const cutOff = allFacts.filter((facts) => isLeft(facts, ended));
    const noted = notedCalls(allFacts, ended);
    return {
      at: ended.at,
      good: 0,
      said: leftText({
        left: cutOff.map(({ caseFacts }) => caseFacts.scenario.customer.name),
        ...{ good: null, noted: noted.length, unserved },
        unnoted: unnotedNames(allFacts, new Set(cutOff.map(({ conversation }) => conversation.key))),
        pending: pendingNames(
          allFacts,
          new Set([
            ...cutOff.map(({ conversation: { key } }) => key),
            ...noted.map(({ conversation }) => conversation),
          ]),
        ),
      }),
      left: [],
      ...(noted.length > 0 && { noted }),
    };
  }
  const matters = mattersOf(allFacts.map(({ caseFacts }) => caseFacts.scenario));
  const left = allFacts
    .filter((facts) => isLeft(facts, shiftOver))
    .map((facts) => leftCustomer(facts, shiftOver, matters));
  const good = left.filter(({ missing }) => missing.length === 0).length;
  const noted = notedCalls(allFacts, shiftOver).filter(
    ({ conversation }) => !left.some((each) => each.conversation === conversation),
  );
  return {
    at: shiftOver.at,
    good,
    said: leftText({
      left: left.map(({ name }) => name),
      ...{ good, noted: noted.length, unserved, isWritten: allFacts.some(wroteNote) },
      unnoted: unnotedNames(allFacts, new Set(left.map(({ conversation }) => conversation))),
      pending: pendingNames(allFacts, new Set([...left, ...noted].map(({ conversation }) => conversation))),
    }),
    left,
    ...(noted.length > 0 && { noted }),
  };
};

/** At the end itself: remarks and tickets of before are no handover (RULES M168). */
const wroteNote = ({ conversation }: ConversationFacts): boolean => ownNoteOf(conversation) !== '';

const ownNoteOf = ({ closed, laterNote }: ConversationHistory): string =>
  (closed?.by === 'transfer' ? closed.note : laterNote) ?? '';

/**
 * At the desk when the shift was over, their story not at its end or a promise to them open. What the end itself closed was
 * there until then.
 */
const isLeft = (facts: ConversationFacts, { index }: ShiftOver): boolean => {
  const { statuses, endings, closed, holdPromises, laterNote } = facts.conversation;
  // Of whom a note was asked for and written at the end was to be handed over, whatever a remark said before (RULES M267).
  if (laterNote !== null || isOwedCall(facts, index)) return true;
  const status = statuses.filter((each) => each.index < index).at(-1)?.to;
  const isGone = closed !== null && closed.by !== 'drill-end' && closed.index < index;
  const isOpen = endings.length === 0 || holdPromises.at(-1)?.ended === null;
  return isOpen && !isGone && (status === 'waiting' || status === 'active');
};

/**
 * Whether a call back promised in words is open to who has ended their story or was closed by then, and no remark or ticket
 * tells by when (RULES J173, J195).
 */
const isOwedCall = (facts: ConversationFacts, index: number): boolean => {
  const { endings, closed, clicks } = facts.conversation;
  const wasClosed = closed !== null && closed.index < index;
  if (wasClosed && closed.by === 'transfer') return false;
  const isOwed = callPromisedAt(facts.conversation, index) !== null && !isNotedCall(facts, clicks);
  return isOwed && (endings.length > 0 || wasClosed);
};

const leftCustomer = (
  facts: ConversationFacts,
  shiftOver: ShiftOver,
  matters: Matters,
): ShiftHandover['left'][number] => {
  const { conversation, caseFacts } = facts;
  const { scenario } = caseFacts;
  const ownNote = ownNoteOf(conversation);
  const deskNote = ownNote === '' ? notedAtDesk(conversation) : '';
  // A remark or ticket that says by when is a note of who is still there, too (RULES M121).
  const isDeskNote = isOwedCall(facts, shiftOver.index) || notesCallBack(readText(folded(deskNote)));
  const note = isDeskNote && ownNote === '' ? deskNote : ownNote;
  const questions = openQuestions(conversation, scenario, shiftOver).filter(
    ({ text }) => !namesMatter(note, text, matters),
  );
  const promised = openPromise(conversation);
  const flags = flagsOf(conversation);
  return {
    conversation: conversation.key,
    name: scenario.customer.name,
    note,
    ...(flags.length > 0 && { flags }),
    missing:
      note === ''
        ? [say('page:rush.handover.no-note')]
        : [
            ...questions.map(({ text }) => say('page:rush.handover.question', { question: text })),
            ...(promised !== null && !namesPromise(note, promised, storyMinute(conversation, caseFacts, promised.at))
              ? [say('page:rush.handover.promise', { words: promised.words })]
              : []),
          ],
  };
};

/** What the customer still waited for: settled by the end of the shift and by no turn, or told wrong. */
const openQuestions = (
  { questions }: ConversationHistory,
  { beats }: Scenario,
  { at }: ShiftOver,
): readonly Question[] => {
  const open = new Set(
    questions.flatMap(({ question, changes, state }) => {
      const last = changes.at(-1);
      const isSettledByEnd = (state === 'unanswered' || state === 'void') && last?.turn === null && last.at === at;
      return isSettledByEnd || state === 'wrong' ? [question] : [];
    }),
  );
  return beats.flatMap(({ asks }) => asks.filter(({ id }) => open.has(id)));
};

/**
 * Whether a note to a classmate has a character or a figure of the question, or two characters side by side that its points are
 * told in: 发货 names 能发吗.
 */
export const namesQuestion = (note: string, { text, points }: Pick<Question, 'text' | 'points'>): boolean => {
  const noted = new Set([...piecesOf(note, 1), ...piecesOf(note, 2)]);
  const pairs = points.flatMap(({ says, about = [] }) => [says, ...about].flatMap((wording) => piecesOf(wording, 2)));
  if ([...piecesOf(text, 1), ...pairs].some((piece) => noted.has(piece))) return true;
  const figures = valuesIn(folded(text));
  return valuesIn(folded(note)).some((value) => figures.some((other) => isSameValue(value, other)));
};
