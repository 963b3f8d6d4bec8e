/** Which of a customer's lines wait for no answer. Asked of log entries, so that drills stored before it was are counted alike. */
import type { EventOf } from './events.ts';

type Line = Pick<EventOf<'customer-said'>, 'bubble' | 'why'>;

/** 往哪传, 发到哪儿, 在哪里点, 怎么传: the customer can't go on before they hear it. 我哪说得准 asks nothing. */
const ASKS_WAY =
  /哪[里儿]?(?:[传发拍填点]|上传)|(?:[传发拍填点]|上传)(?:到|给|去)?哪|(?:怎么|咋)(?:[传发拍填点]|上传|弄)/;

/** Whether a line only shows that words were heard (嗯, 行 等). A nod that asks (嗯 往哪传) waits for an answer as any question (RULES X91). */
export const onlyAcknowledges = ({ why, bubble }: Line): boolean =>
  why.kind === 'nod' && !(bubble.kind === 'text' && ASKS_WAY.test(bubble.text));
