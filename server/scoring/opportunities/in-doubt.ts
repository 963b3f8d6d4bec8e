/** What is in doubt, in the trainee's own words, for the row that sums the doubts up (RULES M2). */
import type { Need } from '#engine/model/content.ts';
import { say } from '#i18n/say.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { FirstAnswer } from '#scoring/facts/first-answer.ts';
import type { PointResult } from '#scoring/facts/point-results.ts';
import { titleOfDeed } from '#scoring/facts/trade-texts.ts';
import type { ConversationHistory, WindowHistory } from '#scoring/log/conversation-history.ts';
import { quotedText } from '#scoring/log/phrasing.ts';
import { quotes } from './quotes.ts';

/** Characters of a quote in the row; longer ones are cut, since the report quotes them whole at their own place. */
const MAX_CHARACTERS = 30;

/** Words as the row quotes them. */
export const quotedShort = (words: string): string => {
  const characters = [...words.trim()];
  const isLong = characters.length > MAX_CHARACTERS;
  return quotes([isLong ? `${characters.slice(0, MAX_CHARACTERS - 1).join('')}…` : characters.join('')]);
};

/** The words that most likely tell a point in doubt; of equal ones the last (RULES M139). */
export const doubtedNote = ({ notes }: PointResult): PointResult['notes'][number] | undefined =>
  notes
    .filter(({ note }) => note.state === 'not-recognised')
    .toReversed()
    .toSorted((a, b) => b.note.confidence - a.note.confidence)[0] ?? notes.at(-1);

/** A point perhaps told: the words, and the question they may answer. */
export const pointInDoubt = (conversation: ConversationHistory, result: PointResult): string | undefined => {
  const { question } = result;
  const note = doubtedNote(result);
  const words = note ? quotedText(conversation, note.note.quote) : null;
  if (words === null) return undefined;
  return say('opportunities:doubt.point', { words: quotedShort(words), question: question.text });
};

/** A first answer that perhaps is one. */
export const firstAnswerInDoubt = ({ turn }: FirstAnswer): string | undefined => {
  const words = turn?.judgement.text.split('\n').at(-1) ?? '';
  return words === '' ? undefined : say('opportunities:doubt.first', { words: quotedShort(words) });
};

/** What was said in a window, which perhaps took it. */
export const windowInDoubt = (
  { traineeMessages }: ConversationHistory,
  { fromAt, untilAt }: WindowHistory,
  window: string,
): string | undefined => {
  const said = traineeMessages.find(({ at }) => at >= fromAt && at <= untilAt) ?? traineeMessages.at(-1);
  return said && say('opportunities:doubt.window', { words: quotedShort(said.text), window });
};

/** An operation clicked for another thing than the need names. */
export const clickInDoubt = ({ caseFacts }: Pick<ConversationFacts, 'caseFacts'>, { do: action }: Need): string =>
  say('opportunities:doubt.click', { action: action === null ? '' : titleOfDeed(caseFacts, action) });
