/** Whether words that make sure of a point take up something the trainee has said (RULES T96). */
import type { Conversation } from '#engine/model/drill.ts';

/** The trainee's last messages that a check may take up: two turns of at most two or three bubbles. */
const LAST_MESSAGES = 5;

/**
 * Whether the check of a point the wrong way round presupposes what the trainee never spoke of: 是让我到时候拒收再重买 是吧,
 * where nobody has spoken of 拒收 or 重买. Characters of the customer's own last lines count for nothing. A check without
 * any telling character (是这样对吧) presupposes nothing.
 */
export const presupposes = (
  { said, lastBurst }: Pick<Conversation, 'said' | 'lastBurst'>,
  wrongWayChars: ReadonlyMap<string, string>,
  point: string,
): boolean => {
  const own = lastBurst.join(' ');
  const heard = said
    .slice(-LAST_MESSAGES)
    .map(({ text }) => text)
    .join(' ');
  const fresh = [...(wrongWayChars.get(point) ?? '')].filter((char) => !own.includes(char));
  return fresh.length > 0 && !fresh.some((char) => heard.includes(char));
};
