import { either } from '../signs/either.ts';
import { pattern, possible } from '../signs/pattern.ts';
import { type Piece, says } from './hearing.ts';

const SOFT = '[的呢哦呀啊哈啦嘛吧喔哟咯嘞滴哒哩噢撒噻诶哇亲]{0,3}';
const ENDS_ASKING = pattern(
  new RegExp(`(?:[吗么]|[^对好起么是差错怕要了]不|[^有就还都也]没|[了过到好完成上下]没有|了没|过没|不成)${SOFT}$`),
);
/** 稳不稳, 喜不喜欢, 有没有: but not 时不时, 动不动. */
const EITHER = pattern(/(?<![不没])([一-鿿])(?:不|没)\1(?!\1)(?![^,]{0,3}(?:看|取决|都|能看|有关))/);
const EITHER_FALSE = pattern(
  /看(?![看下一])[^,]{0,8}(?:有没有|是不是|能不能|会不会)|懂不懂|时不时|动不动|差不差|(?:爱|想|要|管)(.)不\1|对不对得|来不来得|不管|无论|不论|都(?:行|可以|一样)/,
);
const WH = pattern(
  /什么|啥|哪(?![怕能敢有来管知会])|几(?=[点号天个码件双条张位岁斤年月款种瓶箱栋楼份米寸口成层盒公朵次颗块])|多少|多[大高重长宽厚深远粗久](?![的都点]|也|了[^呀呢吗])|怎么|咋(?!不)|为什么|为啥|为何|谁(?=家|的|收|签|用|穿|跟|说|接)|何时/,
);
const INDEFINITE = pattern(
  either(
    /怎么.{1,3}都|(?:哪|几|多少).?[给发拍送寄就买来拿选要用穿算退补](?:哪|几|多少)/,
    /看(?:快递|物流|情况|天气|仓库)|(?:啥|什么|哪.?).{1,4}都(?:行|可|能|好|有|不)/,
    /(?:啥|什么).{1,2}(?:啥|什么)|算(?:啥|什么|几)|不(?:.{0,2}|[会用要必]{1,2}(?:让|叫|要|请)[您你].{0,3})(?:什么|啥)(?!.{0,4}[?吗呢])/,
    /[多试这那前后好隔没分新刷]几|多多少少|[不没]了?多少|(?:啥|什么)叫|知道(?:啥|什么|怎么|哪)/,
    /看(?![看下一])[^,]{0,5}(?:什么|啥|哪(?![款件双个种])|怎么|多少)|没什么|没啥|什么都|啥都|都.?什么|什么的/,
    /啥的|无论|不管|不论|随便|任何|多少都|怎么都|谁都|哪(?:个|款|种|儿|里|件|天)?(?:都|也)|什么时候都/,
    /有什么(?:问题|需要|不|疑|顾虑|事|要)|有啥(?:问题|需要|不|事)|(?:什么|啥)问题(?:都|可以|随时|您|尽管)/,
    /怎么(?:会|能|可能|敢|也)|咋(?:会|能|可能)|(?:要|想|选|用|看).{0,3}什么.{0,2}(?:就|都)|多少(?:有|会|还是)/,
    /哪(?:里|儿)的话|什么时候(?:都|方便|要|需要)|怎么(?:说|着|样都)|按.{0,4}(?:几|多少)/,
    /几(?:百|千|十|天内|个工作)|好几|几句|多(?:大|少)点?事|没几|有几|这几|那几|前几|十几|第几次|几乎|几分钟/,
  ),
);
/** Wh-words in what the shop tells, looks up or leaves to the customer: 我查下到哪了, 走几天我说不准, 去哪家买您随意. */
const EMBEDDED = pattern(
  either(
    /(?:什么|啥|哪|几|多少|怎么)[^,]{0,8}(?:[随由](?:您|你)|(?:您|你)(?:随意|做主|说了算|自己[定挑选]))/,
    /有(?:什么|啥)(?!.{0,8}[呢呀吗]$)|(?:可能|应该|大概|估计)[^,]{0,8}(?:什么|啥|哪|几|多少)/,
    /(?:什么|啥|哪|几|多少|怎么|咋)[^,]{0,8}(?:我|这边|小妹)(?:(?:先|去|再|来|这就)*(?:问|查|确认|核)|(?:也|可|还|真|现在|手上|手里)*(?:说不[准好]|不敢说|没准|吃不准))/,
    /(?:(?:教|回|回复|答复|通知|看)(?:您|你)|告诉您|发您|写着|写了|写的是|说明书?|显示|介绍|标着|取决于|不知道|不清楚|不确定|(?:我|这边|帮您|给您|小妹|马上|去)[^,]{0,6}(?:查|看|问|核实|确认|了解|跟进))[^,]{0,10}(?:什么|啥|哪|几|多少|多[大高重长宽]|怎么|咋|为)/,
  ),
);
const OR = pattern(
  /(?:^|[^一-鿿]|[一-鿿])还是(?!要等|得|会|可以|能|有|没|不|很|挺|比较|建议|先|那|老|一样|请|给您|按|以|需要|应该|想问|想跟|没问题|有的|蛮|最|非常|多|尽|得|麻烦|希望|劝|帮|会|我们|满|谢|感|这|继续|正常|小心|注意|少|尽量|多注意|原来|那样|老样子)(?=[^\s])/,
);
/** What stands before 还是 in a choice, or how a choice ends. */
const SIDE = pattern(/[是要想选用换退穿发装走买送开补偏拍刻留][^,]*还是|的还是|^还是|[呢呀啊]$/);
const NO_CHOICE = pattern(
  /(.)的还是\1的|(?:告诉|答复|通知|回复?)(?:您|你)|[前后](?:定|告诉|回)|看(?:他|她|您|你|个人|具体|实际|用途)|主要看|有关|不管|无论|不论|都(?:行|可以|一样|有|能|好|是|会|支持)|看您|随您|由您|取决/,
);

/** Ends as a yes-or-no question does: 吗, 稳不稳, 装上了没. */
export function asksYesOrNo(piece: Piece): boolean {
  if (says(piece, ENDS_ASKING) || (piece.mark === '?' && /[^是]嘛$|没有$/.test(piece.text))) return true;
  return says(piece, EITHER) && !says(piece, EITHER_FALSE);
}

/** Where a wh-word asks, or null: 什么都有 and 我查下到哪了 ask nothing. */
export function whAt(piece: Piece): { at: number; length: number } | null {
  const hit = possible(WH, piece.cues) ? WH.regex.exec(piece.text) : null;
  if (!hit || says(piece, INDEFINITE) || (piece.mark !== '?' && says(piece, EMBEDDED))) return null;
  return { at: hit.index, length: hit[0].length };
}

/** 要横的还是竖的: a choice, not 还是建议. */
export function offersChoice(piece: Piece): boolean {
  return says(piece, OR) && (piece.mark === '?' || says(piece, SIDE)) && !says(piece, NO_CHOICE);
}

export function isQuestion(piece: Piece): boolean {
  return piece.mark === '?' || asksYesOrNo(piece) || whAt(piece) !== null || offersChoice(piece);
}
