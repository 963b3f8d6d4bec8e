/** The names under which a conversation counts the lines a customer has used. They are stored in the log. */

import type { Beat } from '#engine/model/content.ts';
import type { Conversation } from '#engine/model/drill.ts';
import type { EventOf, PlannedBubble } from '#engine/model/events.ts';
import type { CheckedBack } from '#language/terms/verdicts.ts';

/** How the names of lines begin that check a point back, and how those end that do so the wrong way round or by its figure. */
export const CHECK = 'check:';
/** How the names of lines begin that restate a point at the end. */
const RECAP = 'recap:';
const WRONG_WAY = ':wrong';
/** What stands before the point in the name of a line that minds it. */
const MINDS = ':wrong:';
const ECHO = ':echo';

export const askLine = (point: string): string => `ask:${point}`;
export const checkLine = (point: string): string => `${CHECK}${point}`;
export const recapLine = (point: string): string => `${RECAP}${point}`;
export const wrongWayLine = (line: string): string => `${line}${WRONG_WAY}`;
export const echoLine = (line: string): string => `${line}${ECHO}`;

/** Whether lines of this name were said. */
export const isUsed = (conversation: Conversation, line: string): boolean => (conversation.used[line] ?? 0) > 0;
const isEchoed = (conversation: Conversation, point: string): boolean =>
  isUsed(conversation, echoLine(checkLine(point)));
/** Whether the customer has made sure of a point, in any way. */
export const isChecked = (conversation: Conversation, point: string): boolean =>
  isUsed(conversation, checkLine(point)) ||
  isUsed(conversation, wrongWayLine(checkLine(point))) ||
  isEchoed(conversation, point);

/** Whether the customer has minded that a point was told wrong, which is counted by the line that did. */
export const isMinded = ({ used }: Conversation, point: string): boolean =>
  Object.keys(used).some((line) => line.endsWith(`${MINDS}${point}`));

/** The point that was minded as wrong by the line first used last; undefined where none was. */
export const lastMinded = ({ used }: Conversation): string | undefined =>
  Object.keys(used)
    .findLast((line) => line.includes(MINDS))
    ?.split(MINDS)[1];

/** The name under which the lines are counted by which the customer asks whether an operation was really done. */
export const CLAIMED_LINE = 'claimed';

/** The name under which it is counted that an operation owed was asked for. */
export const undoneLine = (beat: Beat, need: number): string => `undone:${beat.id}:${need}`;

const wordsOf = (bubbles: readonly PlannedBubble[]): string =>
  bubbles.map(({ bubble }) => (bubble.kind === 'text' ? bubble.text : '')).join(' ');

/** The points restated at the end, all of which one 对 confirms. */
const restatedBy = (used: readonly string[], restated: readonly PlannedBubble[]): CheckedBack | null => {
  const points = used.flatMap((line) => (line.startsWith(RECAP) ? [line.slice(RECAP.length)] : []));
  const [point, ...more] = points;
  if (point === undefined) return null;
  return { point, says: wordsOf(restated), right: true, ...(more.length > 0 && { more }) };
};

/** The point that a planned burst checks back, known by the lines it uses up; null where it checks none. */
export const checkedBy = ({
  used,
  bubbles,
}: Pick<EventOf<'burst-planned'>, 'used' | 'bubbles'>): CheckedBack | null => {
  const line = used.find((line) => line.startsWith(CHECK));
  const opens = bubbles.filter(({ why }) => why.kind === 'opening' && why.instead);
  if (line === undefined) return restatedBy(used, opens);
  const own = opens.length > 0 ? opens : bubbles.filter(({ why }) => why.kind === 'reaction');
  const says = wordsOf(own);
  const point = line.split(':')[1] ?? '';
  return { point, says, right: !line.endsWith(WRONG_WAY), ...(line.endsWith(ECHO) ? { echo: true } : {}) };
};
