/** Whether a clause that names something the customer has told asks for it once more (RULES M36). */
import type { Fact } from '#engine/model/content.ts';
import type { Quote } from '#engine/model/turn-judgement.ts';
import type { PreparedCase } from '#engine/prepare/prepared-content.ts';
import type { TurnText } from '#engine/state/turn-text.ts';

/** …是吧, …对吧: the trainee says back what was told and makes sure of it, which is no asking again. */
const TAGGED = /(?:[是对]吧|是伐|[是对]不|[是对][吗么嘛]|没错吧)[\s?？~～。!！,，;；、]*$/;
/** Words that ask for pictures. A customer who has only spoken of the thing has sent none yet, so they ask for something new. */
const PICTURED = /拍|录|照片|截图|视频/;
/** Words that ask for something one can't know: beside them a figure the customer told is where the question starts. */
const OPEN = /多少|多[大高长重久]|几|哪|什么|啥|咋|怎么|谁/;
/** …吧: an assumption that the customer may put right. */
const ASSUMED = /吧[\s?？~～。!！,，;；、]*$/;
/** So many letters of such a clause, and such a share of it, are the customer's own: it says back what they told. */
const [MIN_OWN_LETTERS, MIN_OWN_SHARE] = [4, 0.5];
const BREAK = /[，。！？；、,.!?;\s]/;

/** The clause a quote stands in, with the sign that ends it. */
const clauseOf = ({ said }: TurnText, { message, start, end }: Quote): string => {
  const text = said.find(({ id }) => id === message)?.text ?? '';
  let [from, to] = [start, end];
  while (from > 0 && !BREAK.test(text.charAt(from - 1))) from -= 1;
  while (to < text.length && !BREAK.test(text.charAt(to))) to += 1;
  return text.slice(from, to + 1);
};

/** 您问的, 您下午问的; 您问的是, 您问一下: words for a question that hasn't been told. */
const TAKES_UP =
  /(?:您|你|亲)(?:刚才|刚刚|刚|之前|前面|先前|[昨今那前]天|[昨今][晚早]|早上|上午|中午|下午|晚上|想|是|来)*问(?!的是|一下|问|题|了没|过没)/;

/** Whether a clause takes up what the customer had asked (您问敏感皮能不能用修护霜): that asks for nothing (RULES M92). */
const takesUpQuestion = (clause: string): boolean => TAKES_UP.test(clause) && !/[?？]$/.test(clause);

export const asksOnceMore = (words: TurnText, { scenario }: PreparedCase, what: string, quote: Quote): boolean => {
  const clause = clauseOf(words, quote);
  if (TAGGED.test(clause) || takesUpQuestion(clause)) return false;
  const fact = scenario.customer.knows.find(({ id }) => id === what);
  if (fact && (asksForWhole(clause, fact) || asksOfAnotherDay(clause, fact))) return false;
  if (fact && (saysFigureBack(clause, fact) || saysBack(clause, quotedText(words, quote), fact))) return false;
  return fact === undefined || !PICTURED.test(clause) || fact.says.some(({ kind }) => kind !== 'text');
};

const quotedText = ({ said }: TurnText, { message, start, end }: Quote): string =>
  said.find(({ id }) => id === message)?.text.slice(start, end) ?? '';

/**
 * Whether a clause gives the customer's own words back and assumes what they are about: 吊牌扔了、下过水的是T恤吧 matches what
 * they told with one of their goods. 吊牌还在吧 has little of 吊牌早扔了.
 */
const saysBack = (clause: string, quoted: string, { says }: Fact): boolean => {
  if (!ASSUMED.test(clause) || OPEN.test(quoted)) return false;
  const told = new Set(says.flatMap((bubble) => (bubble.kind === 'text' ? [...bubble.text] : [])));
  const letters = [...quoted].filter((letter) => /[\p{L}\d]/u.test(letter));
  const own = letters.filter((letter) => told.has(letter)).length;
  return own >= MIN_OWN_LETTERS && own >= MIN_OWN_SHARE * letters.length;
};

/** 明天您几点在家 behind 八点前在家: what is told of today says nothing of another day (RULES J239). */
const ANOTHER_DAY = /[明后]天|明[早晚儿]|改天|下次|下回|(?:周|星期|礼拜)[一二三四五六日天末]/g;
const asksOfAnotherDay = (clause: string, { says }: Fact): boolean => {
  const told = says.flatMap((bubble) => (bubble.kind === 'text' ? [bubble.text] : [])).join('');
  return [...clause.matchAll(ANOTHER_DAY)].some(([day]) => !told.includes(day));
};

/** 整箱一共几个: the whole, of which the customer may have told a part. */
const WHOLE = /一共|总共|合计|整[箱盒袋包套]|全部/g;
/** Words of any question for a number. */
const COUNTS = /[几多少个只件箱盒袋枚支条有是了您你我]/g;

/** Whether a clause asks for a whole (整箱一共几个) where only a part was told (就3个坏的), and names nothing of that part. */
const asksForWhole = (clause: string, { says }: Fact): boolean => {
  const told = says.flatMap((bubble) => (bubble.kind === 'text' ? [bubble.text] : [])).join('');
  if (clause.search(WHOLE) < 0 || told.search(WHOLE) >= 0) return false;
  const named = clause.replace(WHOLE, '').replace(COUNTS, '');
  return ![...named].some((char) => /\p{L}/u.test(char) && told.includes(char));
};

const FIGURES = /\d+(?:\.\d+)?/g;

/** Whether a clause names a figure that the customer told and asks what it is (244是您的预算吗): they never said that. */
const saysFigureBack = (clause: string, { says }: Fact): boolean => {
  if (OPEN.test(clause)) return false;
  const told = says.flatMap((bubble) => (bubble.kind === 'text' ? (bubble.text.match(FIGURES) ?? []) : []));
  return (clause.match(FIGURES) ?? []).some((figure) => told.includes(figure));
};
