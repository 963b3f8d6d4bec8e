import { either } from '../signs/either.ts';
import { pattern } from '../signs/pattern.ts';
import { before, type Hearing, inPiece, type Piece, type Span, says } from './hearing.ts';
import { asksYesOrNo, offersChoice, whAt } from './question.ts';

/** What an agent needs to know or to see. */
const FACT =
  '(?:订单(?:编?号|信息|截图|页)?|单号|运单|快递单|编号|货号|款号|照片|照(?=[发给拍来]|$)|图片?|截图|视频|录像|录屏|面单|地址|门牌|电话|手机号?|尾号|号码|后四位|后[四4]位|姓名|名字|收[件货]人|昵称|账号|帐号|(?<![a-z])id(?![a-z])|会员名|旺旺|尺[码寸]|码数|身高|体重|三围|[腰胸臀脚臂腿头领袖手]围|脚[长宽型背]|鞋码|肩宽|衣长|裤长|臂长|型号|车型|年款|车架号|序列号|sn码?|机型|版本|生产日期|批[号次]|保质期|效期|颜色|款式|规格|口味|数量|字样|刻字|内容|抬头|税号|邮箱|情况|原因|经过|位置|地方|部位|细节|信息|资料|具体|日期|年龄|月龄|岁数|生日|品种|链接|哪|什么|啥|几|多少|多[大高重长宽]|年级|肤质|度数|瞳距|尺|圈口|内径|面积|户型|预算|用途|现象|报错|提示|代码|标签|铭牌|破损|坏的|漏的|缺的|凭证|证明|聊天记录|款|户名|行程|码|联系方式|联系电话)';
/** Verbs of giving, said softly: 发我, 报一下, 拍张. 说明书 and 给您发 have none. */
const GIVE =
  '(?:提供|告诉|告知|报|念|描述|上传|留|填|写|截|录|量|测|拍|照|发|传|说|讲|给|贴|甩|丢|打|数|称|核对|确认|补|圈|备注|输|抄)(?:到|下来)?(?:给)?(?:我们?|咱|俺|一?下(?![单之以后的])|一?哈|一声|[个几]|一?张|[一两]?段|一?串|过来|来(?!源)|上来|出来|这儿|这里|全|清楚|清|一遍|一个|一眼|具体|详细|仔细|这边|客服|小妹|您的)';
const ASKED_FOR = pattern(
  new RegExp(
    `${GIVE}[^,。!?\\n]{0,8}${FACT}|${FACT}[^,。!?\\n]{0,10}${GIVE}|(?:麻烦|请|烦请|劳驾|辛苦|有劳|方便|需要|要|得|先|把|您|还得)[^,。!?\\n]{0,8}(?:提供|告知|告诉|报|念|拍|发(?![货票出])|上传|截|录|留|写|填|量|描述|传|说)(?!明|法|好|服)[^,。!?\\n]{0,6}${FACT}`,
  ),
);
/** 拍个照, 把吊牌拍过来: verb and thing are one. */
const SHOWN = pattern(
  either(
    /截(?:个|张|一张|下|一下)图/,
    /(?:拍|录|发|传|报|给(?=[我个张下一]))(?:个|我|张|段|一张|几张|下)?(?:照(?!顾|样|旧|常|了没)|图|视频|截图|身高|体重|单号|订单号|尺码|型号|地址|手机)/,
    /把[^,。!?\n]{1,14}(?:拍|发|传|报|告诉|念|写|说|贴|甩|填|给)(?:[一个张给我下过来全这清]|$)/,
    /(?:发|拍|传)给?我(?:看|瞧|瞅)|跟我对一|再(?:说|报|发|对|打)一遍|量(?:一?下|个|量)/,
    /拍[^,。!?\n]{0,6}我(?:看|瞧|瞅|核)/,
  ),
);
/** 念一下, 拍给我: what is meant stands in the piece before. */
const BARE_GIVE = pattern(new RegExp(`^[^,]{0,6}${GIVE}[^,]{0,4}$`));
const POINTED = pattern(new RegExp(FACT));
const NOUN_ALONE = pattern(new RegExp(`${FACT}(?:号|是|呢|有吗|有没有|[呀啊哈亲您]){0,3}$`));
const DENIED = pattern(/(?:不用|不必|无需|不需要|不要|用不着|甭|免|没必要|不会|无须|别(?!的|人|家|样|处))/);
/** What the shop does or says itself, what goes into a form, what is offered for later. */
const NOT_ASKED = pattern(
  either(
    /(?<![给跟发到向告诉和让]|拍[^,]{0,6})(?:我|我们|这边|小妹|咱|仓库|系统|快递|师傅|厂家)(?:先|这就|马上|已经?|会|去|来|再|刚|都|也|可以|帮您|给您|把|现在|稍后)*(?:给|帮|为)?(?:您|你)?(?:发|拍|报|说|讲|查|看|问|核实|核对|确认|告诉|写|填|录|量|留|补|传|打|提供)(?!.{0,3}我)/,
    /(?:给|为|帮|替)(?:您|你|亲)[^,]{0,3}(?:发|拍|报|说|讲|查|看|问|核|确认|写|填|录|量|留|补|传|打|提供|备注|登记)/,
    /发(?:您|你|给您|给你)|告诉(?:您|你)/,
    /(?:问题|疑问|需要|需求|不满意|不清楚|不明白|不懂|随时|想法|要求|想买|喜欢)[^,]{0,8}(?:跟|和|给|告诉|找|联系|说|发|问)/,
    /(?:收到|到货|签收|下次|以后|拆|开箱|拿到)[^,]{0,6}(?:后|时|再|先|前)/,
    /(?:订单|页面|后台|申请|退货|系统|设置|软件|app|我的)[^,]{0,6}(?:里|页|中|时|面|内|上)[^,]{0,8}(?:填|写|上传|提交|点|看|找|选|改)/,
    /点(?:击|开)|好评|晒图|评价|详情|说明书|给我(?:们)?(?:[^,]{0,4}(?:秒|分|时间|点时间)|个?机会|一点)/,
    /(?:好|完|成)了?[^,]{0,3}(?:叫|喊|找)我|发(?:货|票|出|走)|说明|(?:看|选|定|量|想)好|跟您说|给您|我给/,
    /[前内]把|(?:要|需要|得)[^,]{0,6}(?:填|写|提供|上传)[^,]{0,6}的$|网上|曝光|的时候/,
    /让(?:他|她|师傅|仓库|同事|厂家|客服)|教(?:您|你)|提前|偷偷|自己量|接受|方案|规则|自动/,
    /(?:给|发|告诉)(?:他|她|朋友|家人|对方|快递员|师傅)/,
  ),
);
const OFFER = pattern(
  either(
    /(?:看中|看上|相中|选中|中意)了?(?:哪|啥|什么)|^(?:亲|您|是|宝){0,2}(?:怎么|咋)[了啦][呀呢]?$/,
    /如何[呀呢]?$|有(?:什么|啥|何)[^,]{0,8}(?:帮|为您|效劳|问|吩咐|服务|需要)/,
    /还有(?:其他|什么|别的|啥|哪|疑问|问题)/,
    /(?:其他|(?<!具体|出|是|遇到?|碰到?)(?:什么|啥))[^,]{0,6}(?:帮|服务|效劳|需要|问题)/,
    /(?:需|要)(?:要|不要|不需要)?(?:我|小妹|客服|这边|给您|帮|为您|协助|再|改|补|发|开通|催)/,
    /帮(?:您|你|忙|到)|给(?:您|你)|为(?:您|你)/,
    /[^是不](?:可以|行|好|成|中|ok|妥|能接受|合适|方便|介意)(?:不行|不可以|不好|不成)?[吗么嘛不没][呀啊呢哈]?$/,
    /^(?:可以|行|好|成|中)[吗么嘛不][呀啊]?$|(?:行不行|好不好|可不可以|成不成|可以不|中不中|要得不|好伐|ok不)/,
    /您看(?:这样|行|可以|着|怎)|(?:啥|什么)事/,
    /(?:想|要)(?:看|了解|咨询|问|选|买|逛|来|挑)(?:点|些|下|一下)?(?:什么|啥|哪)/,
    /要不要(?:考虑|试|看|来|我|帮|给|一起|先|拍|再|了解|买|带)|考虑|愿意|喜欢(?:吗|不|么)/,
  ),
);
const RHETORICAL = pattern(
  either(
    /不是.{0,10}(?:了|过|说|写|讲|发|的|有)[吗么]|(?:您|你)确定|人话|你以为|有意思|要脸|看过了|自己不|难道/,
    /凭什么|怎么(?:会|能|可能|敢|还|又|不)/,
    /(?:是不是(?:很|特别|超|挺)|疼不疼|累不累|要不要紧|是吗|真的吗|对吗|对吧|是吧|对不对|是不是呀|是不|对不)[呀啊]?$/,
    /(?:明白|清楚|懂|知道|会|晓得|记住|听懂|看懂|看到|放心|满意|开心|理解)(?:了)?[吗么不没]$/,
    /有什么(?:不|好|用|关系|办法)|什么(?:意思|叫|态度|都)|(?:急|催|怕|气)(?:什么|啥)|啥意思|怎么样[呀呢]?$/,
    /咋样[呀呢]?$|(?:多|哪)(?:好|棒|划算|省心)|想(?:啥|什么|哪)呢|^还在|人呢|在不在|考虑得|好了没|了没有?$/,
  ),
);
const CUSTOMERS_OWN = pattern(
  /请问|想问|问一?下|问下|问哈|您|你|亲|孩子|娃|宝宝|家里|叔叔|阿姨|老人|爸|妈|爷|奶|平时|之前|当时|原来|具体|收到|现在|屏幕|盒|包装|面单|订单|单子|是|有|要|打算|想|准备/,
);
/** In a reminder or a follow-up a reason asked for is part of it; only something concrete counts. */
const CONCRETE = pattern(
  /(?:要|换|选|发|改|补|收到的?是|是|刻|印|拍)[^,。!?\n]{0,6}(?:哪|啥|什么|几|多少)(?:[^,。!?\n]{0,6}(?:色|码|款|种|件|号|天|个|字|味)|[呀啊呢]?$)|卡在哪|哪一步|不(?:知道|会|清楚|晓得)(?:怎么|咋)/,
);

/** A fact needed to serve is asked for. `within`: the reply also reminds or re-opens, and its questions belong to that. */
export function askInfo({ pieces }: Hearing, within: boolean): Span | null {
  for (const [index, piece] of pieces.entries()) {
    const found =
      requestIn(piece, pieces[index - 1], pieces[index + 1]) ??
      (within ? concreteIn(piece) : questionIn(piece, pieces[index - 1]));
    if (found) return found;
  }
  return null;
}

function requestIn(piece: Piece, last: Piece | undefined, next: Piece | undefined): Span | null {
  const text = piece.text;
  const asked = inPiece(piece, SHOWN) ?? inPiece(piece, ASKED_FOR) ?? bareRequest(piece, last, next);
  if (!asked || says(piece, NOT_ASKED)) return null;
  if (DENIED.regex.test(text.slice(0, asked.end - piece.start))) return null;
  return asked;
}

function bareRequest(piece: Piece, last: Piece | undefined, next: Piece | undefined): Span | null {
  const found = piece.end - piece.start > 9 ? null : inPiece(piece, BARE_GIVE);
  if (!found) return null;
  return (last && says(last, POINTED)) || (next && says(next, POINTED)) ? found : null;
}

function concreteIn(piece: Piece): Span | null {
  const found = inPiece(piece, CONCRETE);
  return found && !says(piece, OFFER) ? found : null;
}

function questionIn(piece: Piece, last: Piece | undefined): Span | null {
  const found = askedIn(piece, last);
  return found && !says(piece, OFFER) && !says(piece, RHETORICAL) ? found : null;
}

function askedIn(piece: Piece, last: Piece | undefined): Span | null {
  const text = piece.text;
  const whole = { start: piece.start, end: piece.end };
  if (offersChoice(piece) && (!/^还是/.test(text) || (last && /是|要|想|选|用/.test(last.text)))) return whole;
  const wh = whAt(piece);
  if (wh) {
    const found = { start: piece.start + wh.at, end: piece.start + wh.at + wh.length };
    const rest = text.length - wh.at - wh.length;
    const ours = /^(?:那|好的?|亲|嗯|行)*(?:我(?!想?问)|咱|小妹|这边(?!想?问)|我们)/.test(text) && !/问/.test(text);
    const ends = piece.mark === '?' || rest <= 6 || asksYesOrNo(piece) || /[呢呀啊哇]$/.test(text);
    return ours || !ends || /[^您你]就|都$/.test(before(piece, found, 3)) ? null : found;
  }
  if (asksYesOrNo(piece))
    return (says(piece, CUSTOMERS_OWN) || /不|没/.test(text)) && !/我(?!想|这)|咱/.test(text) ? whole : null;
  return piece.mark === '?' && text.length <= 10 && !/[换改给补退]|要不/.test(text) && says(piece, NOUN_ALONE)
    ? whole
    : null;
}
