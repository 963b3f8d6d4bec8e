import { normalise, originalSpan } from './reading/normalise.ts';

const BREAK = /[,;。?!\n]/;
const ASKING =
  /[?]|吗|么|多少|什么|啥|哪|几[个点号天码岁口位人]|是不是|有没有|能不能|可不可以|方便|麻烦|请|辛苦|告诉|说下|说一下|发[下我给一张]|拍[个张下一]|提供|量[下一]|看[下看]|给我|了没|过没有?[呀啊哈]?[,;。!\n]?$|没有$|有[^,;?]{1,6}没(?=[,;。?!\n]?$)|呗(?=[,;。?!\n]?$)|不$|还是|怎么|如何|为何|(?<!差不|没)多[长高重宽大](?!兴|要|新|复|点|事|概|多|家|关)|(?<!的)呢$|([高低大小长短宽窄胖瘦勒挤紧松干油红疼])不\1|在不(?=[\s,。]|$)|^.{0,3}([\u4e00-\u9fff])[不没]\2[呀啊呢]?$/;
/** What somebody else is to be told asks the customer nothing: 记得告诉医生在喂奶. */
const TELL_OTHERS =
  /告诉(?:[^,]{0,4}(?:医生|大夫|药师|护士|银行|民警|警察|师傅|快递员|家里人?|家人|爱人|老公|媳妇|孩子|老师)|[他她它]|别人)/g;
/** 旧鞋还是主力, 还是穿旧鞋吧: still, or advice; nothing is put to choose. */
const STILL = /(?:最好|建议(?:您|你)?|都)还是|还是(?:主力|为主|老样子|那句)|还是(?=[^,?]{1,12}吧[,。!\n]?$)/g;
/** What is to be told once the goods are there asks nothing now: 到了顶不顶脚给我回个话. */
const ONCE_THERE =
  /^(?:那|就|等|您|鞋|货|衣服|东西){0,3}(?:到(?:了|货|手)(?![没吗不么])|收到货?(?:以后|之后|后))(?:以后|之后|后)?.*(?:[回捎]个?[话信]|说一?声|告诉我|跟我说)/;
/** 什么饮料都可以装: whichever it is, nothing is asked. */
const WHICHEVER = /(?:什么|啥|哪[个里儿种样]?|怎么|多少|几)[^,?]{0,6}?[都也](?!.*[吗么?])/g;
/** 看到您还没付款呢: how things are, and no question without a mark of one. */
const SO_FAR = /(?:还没|还不|正|才|在)[^,?吗么]{1,8}呢$/;
const DENIED = /(?<!用)不用|不必|无需|(?<!需要?)不需要|(?<!要)不要|别(?!的|人|家|样|处)|甭|没必要|免得/;

/**
 * Whether a text asks for something: a cue stands in a question or request clause that isn't denied.
 * A cue may be loosened by a few characters between its own (T恤吊牌 ~ T恤的吊牌).
 */
export function asksFor(text: string, cues: readonly string[]): { start: number; end: number } | null {
  const normal = normalise(text);
  const folded = normal.text;
  let from = 0;
  while (from < folded.length) {
    let to = from;
    while (to < folded.length && !breaks(folded, to)) to += 1;
    const clause = folded.slice(from, Math.min(to + 1, folded.length)).trimEnd();
    const told = clause.replace(TELL_OTHERS, '').replace(STILL, '').replace(WHICHEVER, '').replace(SO_FAR, '');
    if (ASKING.test(told) && !DENIED.test(clause) && !ONCE_THERE.test(clause)) {
      for (const cue of cues) {
        const hit = loosely(clause, normalise(cue).text.replaceAll(' ', ''));
        if (hit) return originalSpan(normal, from + hit.start, from + hit.end);
      }
    }
    from = to + 1;
  }
  return null;
}

/** Who types fast puts a space for a comma; after a word that closes a sentence it is one. */
function breaks(folded: string, at: number): boolean {
  const here = folded.charAt(at);
  return BREAK.test(here) || (here === ' ' && /[呢哦啦了]/.test(folded.charAt(at - 1)));
}

const BETWEEN = new Set([...'个下一张的了过点些几您你']);

/** 拍照 in 拍个照. */
function parted(clause: string, cue: string): { start: number; end: number } | null {
  for (let start = clause.indexOf(cue.charAt(0)); start >= 0; start = clause.indexOf(cue.charAt(0), start + 1)) {
    let at = start + 1;
    while (at < start + 4 && BETWEEN.has(clause.charAt(at))) at += 1;
    if (clause.charAt(at) === cue.charAt(1)) return { start, end: at + 1 };
  }
  return null;
}

function loosely(clause: string, cue: string): { start: number; end: number } | null {
  if (cue === '') return null;
  const exact = clause.indexOf(cue);
  if (exact >= 0) return { start: exact, end: exact + cue.length };
  if (cue.length === 2) return parted(clause, cue);
  if (cue.length < 3) return null;
  const first = clause.indexOf(cue.charAt(0));
  if (first < 0) return null;
  let at = first;
  let end = first;
  for (const char of cue) {
    const found = clause.indexOf(char, at);
    if (found < 0 || found - at > 3) return null;
    at = found + char.length;
    end = at;
  }
  return { start: first, end };
}
