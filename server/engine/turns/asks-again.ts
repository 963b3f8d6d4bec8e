/** Whether a clause that names something the customer has told asks for it once more (RULES M36). */
import type { Quote } from '#engine/model/events.ts';
import type { PreparedCase } from '#engine/prepare/prepared-content.ts';
import type { TurnText } from '#engine/state/turn-text.ts';

/** …是吧, …对吧: the trainee says back what was told and makes sure of it, which is no asking again. */
const TAGGED = /(?:[是对]吧|是伐|[是对]不|[是对][吗么嘛]|没错吧)[\s?？~～。!！,，;；、]*$/;
/** Words that ask for pictures. A customer who has only spoken of the thing has sent none yet, so they ask for something new. */
const PICTURED = /拍|录|照片|截图|视频/;
const BREAK = /[，。！？；、,.!?;\s]/;

/** The clause a quote stands in, with the sign that ends it. */
function clauseOf({ said }: TurnText, { message, start, end }: Quote): string {
  const text = said.find(({ id }) => id === message)?.text ?? '';
  let [from, to] = [start, end];
  while (from > 0 && !BREAK.test(text.charAt(from - 1))) from -= 1;
  while (to < text.length && !BREAK.test(text.charAt(to))) to += 1;
  return text.slice(from, to + 1);
}

export function asksOnceMore(words: TurnText, { scenario }: PreparedCase, what: string, quote: Quote): boolean {
  const clause = clauseOf(words, quote);
  if (TAGGED.test(clause)) return false;
  const fact = scenario.customer.knows.find(({ id }) => id === what);
  return fact === undefined || !PICTURED.test(clause) || fact.says.some(({ kind }) => kind !== 'text');
}
