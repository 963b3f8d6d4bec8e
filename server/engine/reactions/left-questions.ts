/** Which questions of a turn the customer hasn't answered yet by what they know (RULES J184). */
import type { Conversation, OpenTurn } from '#engine/model/drill.ts';
import type { TurnJudgement } from '#engine/model/turn-judgement.ts';
import { turnText } from '#engine/state/turn-text.ts';
import { type AskedQuestion, questionsIn } from '#engine/turns/last-question.ts';
import { isOwnData } from './put-off-slot.ts';

/** `told`: clauses of it that the customer has told a fact to. */
type AskingTurn = { turn: OpenTurn; asksCustomer: boolean; isCivil: boolean; told: readonly string[] };

/** The clauses of a turn to which the customer has told a fact. */
export const toldTo = (
  { asked, sideAsked = [] }: TurnJudgement,
  turn: OpenTurn,
  drawn: { facts: readonly string[]; sideFacts: readonly string[] },
): string[] => {
  const { said } = turnText(turn);
  const isDrawn = (fact: string): boolean => drawn.facts.includes(fact) || drawn.sideFacts.includes(fact);
  return [...asked, ...sideAsked].flatMap(({ fact, quote: { message, start, end } }) => {
    const words = said.find(({ id }) => id === message)?.text.slice(start, end) ?? '';
    return isDrawn(fact) && words !== '' ? [words] : [];
  });
};

/** What nobody but the customer can say or send, wherever it stands in a turn: an address, a picture, since when. */
const isOwed = ({ kind, clause }: AskedQuestion): boolean =>
  kind === 'give' || kind === 'picture' || kind === 'when' || (kind !== 'assumed' && isOwnData(clause));

/** Whether a question is one of those that the customer has told something to: its words and theirs overlap. */
const isTold = ({ clause }: AskedQuestion, told: readonly string[]): boolean => {
  const words = clause.replace(/[?？]$/, '');
  return told.some((quote) => quote.includes(words) || words.includes(quote));
};

/** The last question of the turn, and the last before it that only the customer can answer; in the order asked. */
export const questionsLeft = (
  { lastBurst }: Conversation,
  { turn, asksCustomer, isCivil, told }: AskingTurn,
): AskedQuestion[] => {
  const asked = questionsIn(turnText(turn).text, lastBurst);
  const [last] = asked;
  const open = asked.filter((question) => !isTold(question, told));
  const closing = open.filter((question) => question === last && asksCustomer);
  const owed = isCivil ? open.find((question) => !closing.includes(question) && isOwed(question)) : undefined;
  return owed ? [owed, ...closing] : closing;
};
