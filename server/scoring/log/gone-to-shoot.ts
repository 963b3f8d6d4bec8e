/** Whether the customer's last words take them off to shoot the picture that the shop asked for (RULES T151). */
import type { ConversationHistory } from './conversation-history.ts';

/**
 * 我去拍, 等我照一张, 那我叫孙子给拍, 行 等下发. 拍 for buying and 发 for sending goods are told apart by the picture that was
 * asked for and by when or to whom it is sent.
 */
const SHOOTS = /[拍照]|(?:等我|等[下会]儿?|这就|马上|晚点|回头|忙完)就?[传发]|[传发](?:给?你|图)/;

/** Whether what they say from place `from` of the log on, until `to`, goes for a picture that was asked for and isn't there. */
export const isGoneToShoot = (
  { clicks, customerMessages }: Pick<ConversationHistory, 'clicks' | 'customerMessages'>,
  from: number,
  to: number,
): boolean => {
  const asked = clicks.findLast(({ action, index }) => action === 'request-photo' && index < to);
  if (asked === undefined) return false;
  const since = customerMessages.filter(({ index }) => index > asked.index && index < to);
  return (
    since.every(({ bubble }) => bubble.kind !== 'picture') &&
    since.some(({ bubble, index }) => index >= from && bubble.kind === 'text' && SHOOTS.test(bubble.text))
  );
};
