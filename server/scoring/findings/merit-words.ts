/** Why a window taken was well taken: in the words and seconds of this very conversation. */
import { storyAt } from '#engine/story-time.ts';
import type { TurnHistory, WindowHistory } from '../history.ts';
import type { Seen } from '../seen.ts';
import { bubbleText, msToS, secondsText } from '../words.ts';

/** Empty where nothing specific is known; then the rubric's own sentence stands. */
export function windowMerit(seen: Seen, window: WindowHistory, turn: TurnHistory): string {
  const before = lastBubble(seen, turn);
  const after = secondsText(msToS(window.fromAt, turn.judgement.firstAt));
  switch (window.kind) {
    case 'follow-up':
      return before === null ? '' : `客户说完「${before}」就停了，${after}后你接上了。`;
    case 'order-prompt':
      return before === null ? '' : `客户停在「${before}」，${after}后你请客户拍下。`;
    case 'payment-reminder':
      return unpaid(seen, window, after);
    case 'confirm-order':
      return checked(seen, window, turn, before);
    case 'recognise-regular':
      return known(seen);
    default:
      return '';
  }
}

function lastBubble({ c, facts }: Seen, turn: TurnHistory): string | null {
  const first = turn.judgement.messages[0];
  const spokeAt = c.spoke.find((s) => s.id === first)?.index ?? turn.index;
  const bubble = c.said.findLast((s) => s.index < spokeAt && s.bubble.kind === 'text')?.bubble;
  return bubble ? bubbleText(bubble, facts) : null;
}

/** How old the order was by the story's clock when its time to be reminded came; then seat seconds (RULES C2). */
function unpaid({ c, facts }: Seen, window: WindowHistory, after: string): string {
  const order = facts.scenario.orders.find((o) => o.status === 'unpaid');
  const clock = /(\d{1,2}):(\d{2})$/.exec(order?.placed ?? '');
  const from = facts.beat(window.beat)?.window?.from ?? null;
  const skipped = c.jumps.filter((j) => j.index < window.index).reduce((sum, j) => sum + j.minutes, 0);
  const told = `到点 ${after}后你问了一句，没等客户自己想起来。`;
  if (!clock || skipped >= DAY || (from !== null && from.unit !== 'm')) return `单子没付，${told}`;
  const seat = Math.max(0, window.openedAt - (c.arrivals[0]?.at ?? 0));
  const now = storyAt(facts.scenario, seat, skipped).minute + (from?.value ?? 0);
  const age = Math.round(now - Number(clock[1]) * 60 - Number(clock[2]));
  return age > 0 ? `拍下满 ${age} 分钟还没付，${told}` : `单子没付，${told}`;
}

const DAY = 24 * 60;

/** Whether a confirmation read back everything the case asks for. */
export function readBack({ facts }: Seen, window: WindowHistory, turn: TurnHistory): boolean {
  const asked = facts.beat(window.beat)?.window?.points ?? [];
  return asked.every((id) => turn.judgement.points.some((p) => p.point === id && p.state === 'covered'));
}

/** What the window asked to have read back, where the case says so. */
function checked({ facts }: Seen, window: WindowHistory, turn: TurnHistory, before: string | null): string {
  const asked = facts.beat(window.beat)?.window?.points ?? [];
  const told = turn.judgement.points.filter((p) => p.state === 'covered' && asked.includes(p.point));
  const says = told.flatMap((p) => facts.point(p.point)?.point.says ?? []);
  if (says.length > 0) return `跟客户对了「${says.join('」「')}」，后面不用返工。`;
  return before === null ? '' : `客户说「${before}」，你当面对了一遍，后面不用返工。`;
}

function known({ facts }: Seen): string {
  const past = facts.scenario.customer.past.at(-1);
  const product = past ? facts.product(past.product)?.name : null;
  return past && product ? `${past.on} 买过${product}，你开口就接上了。` : '';
}
