import { either } from '../signs/either.ts';
import { pattern } from '../signs/pattern.ts';
import { firstPiece, type Hearing, type Piece, type Span, says } from './hearing.ts';
import { asksYesOrNo, isQuestion } from './question.ts';

const PRESENT = pattern(
  either(
    /^(?:亲|宝|姐|哥|您|你|[呀啊,\s]){0,4}(?:还|人还|现在还?)?在(?:不在|吗|么|不|嘛|没)/,
    /(?:您|你|亲|姐|哥|宝)+(?:还)?在(?:吗|么|不|嘛|没|不在)/,
    /还在(?:吗|么|不|嘛|没|看|考虑|纠结|比较|挑|犹豫|逛|选|对比|线|忙|等|呢|哟|呀)|人呢|睡(?:着|了)[啦吗没]/,
    /(?:在|去|是)忙(?:了|吗|么|啥|呢|什么|去)|忙(?:完|好|清)了?(?:吗|没|么)/,
    /(?:没|不)(?:见)?(?:您|你)?(?:动静|声音?|影|回(?!复?不)|吭声|吱声|说话|搭理|反应|下文|信儿?|消息)/,
    /没(?:收到|等到|看到|见)您的?(?:回|消息|答|信|反馈)|(?:好久|半天|好一会|老半天)没/,
    /等(?:您|你)(?:的)?(?:回|消息|信|答|说|一句|呢|有空|得空|好久|半天)|在这(?:儿|里|边)?等/,
    /我(?:就|也|一直)?等着(?=$|[您你呢哈,。!])|想起(?:您|我们)|(?:回|吱|应)(?:我|个)?一?声/,
  ),
);
const DECIDED = pattern(
  either(
    /(?:考虑|想|商量|琢磨|决定|定|选|挑|对比|比较|看|瞅|瞧|纠结|弄明白|搞清楚|弄清楚|拿主意|权衡)(?:得|的|好|清楚|完|下来|下|中|妥|明白|过|上|到)?(?:了|过)?(?:怎么样|咋样|咋个样|如何|好没|没有?(?!货)|吗|么|好了吗)/,
    /(?:决定|商量|想|考虑|定)(?:好|下来?|得?怎么样|得?咋样)(?:了|啦)?(?:吗|么|没|不|呀|呢|啦)|没想好|拿不定/,
    /怎么(?:个)?打算|后来(?:怎么|呢|咋)|还(?:考虑|惦记|感兴趣|有兴趣|要不要|需不需要)/,
    /还(?:要|想|需要|买|换|退|办|订|打算|申请|弄|处理)[^,。]{0,8}(?:吗|么|嘛|不(?=$|[呀啊哟])|没(?=$|[呀啊])|不办$|呢$)/,
    /还(?:想|要)(?:看|了解|要|买|选|找|挑)[^,。]{0,8}(?:哪|什么|啥)/,
    /有(?:什么|啥|哪些)(?:顾虑|疑虑|担心的?|不满意|拿不准|想法)|在别(?:处|家|的)|回访/,
  ),
);
const OPEN_DOOR = pattern(
  either(
    /(?:有|还有|哪里|哪儿|什么|啥)[^,]{0,6}(?:不清楚|不明白|疑问|疑虑|顾虑|没(?:讲|说)清|没(?:算|看|弄|听|想|搞)(?:明白|清楚?|懂)|拿不准|不懂|想了解)/,
    /随时(?:问|说|找|喊|叫|回|来|联系)/,
    /(?:先忙|有空|得空|空了|方便(?:时|了|的时候)|忙完|闲了|看到)[^,]{0,6}(?:回|聊|找|说|告诉|联系|吱)/,
    /(?:想好|量好|看好|定好|考虑好|商量好)了?[^,]{0,4}(?:叫|找|喊|告诉|跟|和|回|说)/,
    /我[^,。]{0,6}(?:一直|都)在(?=$|[,。!呢的哈哦])|我就?在这(?:儿|里|边)(?=$|[,。!呢的哈哦])/,
    /(?:^|[,。您你]|有事|有空|完了?)回来(?:了)?(?:接着|再|继续|跟我|找我)?(?:说(?!明|法)|聊|讲|问)/,
    /(?:班长|主管|站点|网点|仓库|那边|同事)[^,]{0,2}一(?:回|批|有|来|给|点头)[^,]{0,6}(?:我)?(?:就|立刻|马上)[^,]{0,8}(?:留|告诉|喊|叫|说|回|发|来|通知)/,
  ),
);
const NEWS = pattern(
  /(?:之前|上次|前几天|昨天|昨晚|那天|刚才|先前|您(?:看|问|要|想|咨询|收藏|加购|说))[^。!?\n]{0,16}(?:到货|补货|补上|到新|上架|有货|回来|上新|到[了啦]|降[价了]|活动|有券|便宜|新色|返场|出新)|(?:到新货|上新|上架|补货|到货|有货|来货|返场|新色到|到新)[了啦]/,
);
/** 长时间没收到您消息，先结束会话了: closes the talk instead. */
const ENDING = /结束(?:会话|对话|服务|咨询|聊天)/;
const STILL_THERE = pattern(/还?在(?:不在|吗|么|不|嘛|没)|还(?:需要|有)/);
const NO_NEWS = pattern(/自动|如果/);
/** Asked after delivery: how it is, in any shape. */
const HOW_IS_IT = pattern(
  /怎么样|咋样|咋个样|如何|感觉|(?:[^对好是行]|得劲|还好)吧$|几(?:朵|片|次|回)[^,]{0,4}[了啦]|回访|讲实话|说实话|习惯|满不满意|得劲|(?:用|穿|吃|戴|装|睡|骑|开|看)[^,]{0,4}好(?:不|没|吗|用)|到了?[吗没]|(?:还|蛮|挺)(?:老实|合适|合身|舒服|好用|喜欢|行|顺)(?:吧|不|吗|没)/,
);
const NO_REOPENING = pattern(
  /自动(?:结束|关闭)|会话|不(?:用|必|需要).{0,2}(?:回|答)|评价|好评|晒图|放心|难道|不是.{0,8}吗/,
);
/** Nothing on the desk says the customer fell silent, yet the words do. */
const PLAIN = pattern(
  /(?:^|[您你亲人姐哥宝,\s])还在(?:吗|么|不$)|还在(?:看吗|考虑吗|看呢)|(?:考虑|想|商量|决定)(?:得|的|好)?(?:了)?(?:怎么样|咋样|好了?(?:吗|没))|还(?:考虑|惦记)(?:吗|不|么)|(?:刚才|刚刚|刚|之前|昨天)发(?:您|给您)?的.{0,10}(?:看|瞅|瞧)|有(?:什么|啥)顾虑|(?:您|你)(?:先忙|去忙).{0,4}(?:等|有空)|没收到您的回|好久没(?:说话|动静|回)|^回访/,
);

/** Re-opens a customer who fell silent, or asks after delivery how it is. */
export function followUp({ pieces, moment, text }: Hearing): Span | null {
  if (moment.received) return afterDelivery(pieces);
  if (!moment.silent) return moment.unpaid ? null : firstPiece(pieces, PLAIN);
  if (ENDING.test(text)) return firstPiece(pieces, STILL_THERE);
  const found =
    firstPiece(pieces, PRESENT, NO_REOPENING) ??
    firstPiece(pieces, DECIDED, NO_REOPENING) ??
    firstPiece(pieces, OPEN_DOOR, NO_REOPENING) ??
    firstPiece(pieces, NEWS, NO_NEWS);
  if (found) return found;
  const asked = pieces.find((piece) => asksYesOrNo(piece) && !says(piece, NO_REOPENING));
  return asked && !/还是/.test(text) ? { start: asked.start, end: asked.end } : null;
}

function afterDelivery(pieces: readonly Piece[]): Span | null {
  for (const piece of pieces) {
    if (says(piece, NO_REOPENING) || /还是(?!老实|挺|很)|请问|有(?:什么|任何)?(?:问题|疑问)/.test(piece.text)) continue;
    const asks = asksYesOrNo(piece) || says(piece, HOW_IS_IT) || (isQuestion(piece) && /[了啦]/.test(piece.text));
    if (asks) return { start: piece.start, end: piece.end };
  }
  return firstPiece(pieces, PRESENT);
}
