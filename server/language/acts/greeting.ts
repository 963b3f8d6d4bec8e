import { pattern } from '../signs/pattern.ts';
import { firstPiece, type Hearing, inPiece, type Piece, type Span, says } from './hearing.ts';

/** Whoever is spoken to, before or after the word itself: 小姐姐您好, 哥，晚上好. */
const WHO =
  '(?:亲{1,4}爱?的?|宝{1,3}贝?|姐{1,2}|小姐姐|小哥哥?|哥{1,2}|老?师傅?|老板娘?|大[哥姐爷妈叔]|叔叔?|阿姨|美女|帅哥|客官|小主|同学|老乡|朋友|老朋友|家人们?|先生|女士|尊敬的.{0,6}|哎呀?|诶|嗯|哇|欸|喂{1,3}|歪{1,3}|哈哈+|叮咚|[一-鿿](?:哥|姐|总|先生|女士|老师))';
const HELLO =
  '(?:您好|你好|nihao|雷猴|hi+|hey|hello|halo|哈喽|哈啰|哈罗|安安|大家好|早安|早上好|早晨好|上午好|中午好|午安|下午好|傍晚好|晚上好|夜里好|[节新]日?[日年]好|周末好|好久不见|久违|又见面|久仰)';
const OPENING = pattern(
  new RegExp(
    `^(?:${WHO}[呀啊哈]?){0,2}(?:${HELLO}(?![a-z])(?![用看像吃睡点些意送坏凶厉会棒多惨笨懂狠久不好]|了[吗没]|的[吗话]|面膜|粉|霜|吐司)|(?:嗨+|嘿)(?=宝|亲|~|小|姐|哥|美|大|老)|晚好|早(?=$|[呀啊哇安哈~]{1,2}(?:早|$))|hi(?![a-z]))`,
  ),
);
/** 张女士您好, 不好意思您好: the word is unmistakable wherever it stands near the start. */
const NEAR_START = pattern(/^.{1,6}(?:您好|你好)(?:[呀啊哈哦]|$)/);
const ADDRESS_ONLY = pattern(new RegExp(`^(?:${WHO}|好久不?见?)[呀啊哈]?$`));
const HERE = pattern(
  new RegExp(
    `^(?:${WHO}){0,2}(?:(?:我|一直|都|小.{1,2}|本店|俺|客服|老板.{0,3})?(?:还|也|都)?在(?:的|呢|哦|哒|滴|哩|嘞|哈|呀|啊|线|噢|喔|这|此|在|$){1,4}(?!付|支|下单|看|问)(?![里边上下外]|.{0,3}(?:包|盒|箱|袋|仓|页|买|等|发货|路上))|在(?:在|的)|我?来[了啦咯]|来.{0,2}来[了啦]|欢迎(?=$|光临|来到|您$|您来|亲|宝|[呀啊]|回[家来]|新|老|小|进店|咨询|选购)|请讲|您请(?:讲|说)|有人(?:的|在|呢|$)|恭候)`,
  ),
);
const WELCOME = pattern(
  /欢迎(?:光临|来到|进店|您(?:来|光临|的到来)|新老)|(?:很?高兴|荣幸|乐意)(?:能)?(?:为|给)您(?:服务|解答)|(?:客服|小[一-鿿]|店小二).{0,6}(?:为您服务|在线|上线)|(?:这里|这边|我)是.{0,6}(?:客服|旗舰店|专营店|专卖店|小店|小[一-鿿]{1,2}$)|小店欢迎/,
);
const FAREWELL = pattern(/下次|再见|再来|拜拜|期待|祝您|感谢(?:您的?)?(?:光临|惠顾|支持)/);
/** Said back to someone who only called. */
const ANSWERS_CALL = pattern(
  /^(?:有[的呢人]?|到|诶|哎|欸|来|请讲|请说|您讲|您说|听着|报告|收到|咋了?|怎么[了啦]|说吧)[了啦呀讲说的着哈]{0,3}(?:有[的呢人]?)?$|上线|听得见|听得到|能听|^在线/,
);
const HELPS = pattern(
  /有(?:什么|啥|何)(?:可以|能|需要|问题)?.{0,4}(?:帮|为您|效劳|吩咐)|(?:啥|什么)事(?:您|呀|呢|啊|$)/,
);

/** 您好, 在的, 欢迎光临: words that receive the customer. A bare 亲 is none. */
export function greeting({ pieces, moment }: Hearing): Span | null {
  let address: boolean = true;
  for (const [index, piece] of pieces.entries()) {
    if (index > 4) break;
    const open: boolean = piece.opens || address;
    const found =
      (open || index < 2 ? inPiece(piece, OPENING) : null) ?? (index < 2 ? inPiece(piece, NEAR_START) : null);
    if (found) return found;
    if (open && isHere(piece, moment)) return { start: piece.start, end: piece.end };
    address = open && says(piece, ADDRESS_ONLY);
  }
  if (!pieces.some((piece) => says(piece, FAREWELL))) {
    const welcome = firstPiece(pieces.slice(0, 4), WELCOME);
    if (welcome) return welcome;
  }
  if (!moment.calls) return null;
  return firstPiece(pieces.slice(0, 2), ANSWERS_CALL) ?? firstPiece(pieces, HELPS);
}

function isHere(piece: Piece, moment: Hearing['moment']): boolean {
  if (moment.asksWhere || piece.mark === '?' || /[吗么不没]$/.test(piece.text)) return false;
  // To a customer who has gone silent 我在呢 isn't an answer to a call, but it opens the talk all the same.
  return says(piece, HERE);
}
