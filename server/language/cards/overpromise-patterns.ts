/** Words that vow, hurry or rule on a thing no card guarantees, and words that leave it open. */
const list = (words: string): readonly string[] => words.split(' ');

/** Words that stake one's name: 保证不会红. Guesses about the customer's body (脚肯定挤得慌) have words outside this list. */
/** 保管 vows before what is to come (保管送到); 帮您保管, 代保管 and 保管好 keep a thing. */
const STAKED =
  '(?<![您你我们代妥先店放])保管(?=[给让您你送寄能今明后周]|星期|礼拜|\\d)|绝对|保证|包您|包你|保您|保你|保准|百分百|百分之百|100%|妥妥|铁定|担保|发誓';
/** 一定要 and 肯定是 vow nothing about what comes behind; 保证不了 and 保证金 vow nothing at all. */
const NO_VOW = '(?!会?(?:要|得|记得|先|把|看|是)|不了|金|书)';
export const VOWED = new RegExp(
  `(?:${STAKED}|肯定|一定|必定|一准|准(?=到|能|会|下|成|批|没)|必(?=到|达))${NO_VOW}`,
  'g',
);
export const STAKES = new RegExp(`(?:${STAKED})${NO_VOW}`, 'g');
/** 我敢打包票 counts as 保证; behind a denial (不敢, 没法) it doesn't. */
export const POSITIVE =
  /(?<=^|[我店边就都也,])(?:敢|可以|能)?(?:给|跟|替|帮|向)?[您你]?(?:打个?包票|拍(?:着|了)?胸脯?)(?:保证|说|讲)?/g;
/** A clause that is only a vow belongs to the clause beside it: 明天到，我保证. */
export const BARE_VOW =
  /^(?:这个?)?(?:我|我们|店里)?(?:就|都|跟[您你]|给[您你]|敢|可以)?(?:保证|担保|打个?包票|百分百|绝对|发誓)(?:的|啊|哈|哦|呢)?$|包在我(?:们)?身上/;
/** 得周六到手, 必须明天收到: a need is named by its day, and no day is promised. */
export const NEEDED_BY =
  /(?:得|必须|需要?|要)(?:赶?在)?(?:周|星期|礼拜|[\d一二三四五六七八九十]|今|明|后[天日]|当[天日])[^,]{0,6}$/;
/**
 * The day goods come, told as a fact: 今天下单今天到, 后天就到. Usual or expected days (一般次日到) promise nothing. Dates (18号到) are
 * left out: they tell of new stock as well, and of money.
 */
export const DAY_NAMED =
  /(?:今天|今晚|今儿|明天|明早|明晚|明儿|后天|大后天|(?:这|本)?(?:周|星期|礼拜)[一二三四五六日天])(?:上午|中午|下午|晚上|一早|就|便|能|会|准|必|也|都|可以|之?前){0,3}$/;
export const FORESEEN =
  /一般|预计|预估|通常|正常|左右|前后|差不多|显示|写着|页面|快递那?边?说|最快|最早|近的|近省|省内|邻近|远的|有的|要是|如果|看|估摸|算|争取|特快|加急|按|说|告诉|问|发到|才|还没|没|不|吗|呢|吧|问题|叫我|找我|留言|联系|一批|仓|补货|缺/;
/** Words that show money comes, in the reply or in the customer's question: 钱几点到. */
export const OF_MONEY = /[钱款账元块退赔返]|红包|零钱|卡里|卡上/;
export const ASKS_MONEY = /到账|打款|退款|(?:钱|赔|退)[^,]{0,6}到/;
/** The money comes at once, or by a day that isn't the shop's to name. */
export const HURRIED =
  /(?:[今明][天早晚儿]|后天|[周星期礼拜][一二三四五六日天])[^,]{0,10}(?:准|一定|肯定|保证|铁定|必)(?:会|能)?|秒|马上|立马|立刻|当场|即刻|今天就|今天能|今天会|今天到|今晚|当天就|一会儿?就|几分钟/;
/** The vow stands behind its matter: 周六之前送到家肯定没问题, 批是肯定批的. 没问题 alone assents. */
export const VOWED_BEHIND = new RegExp(
  `^(?:是|这个?事?|那)?(?:${STAKED}|肯定|一定)(?:是|都)?(?:没问题|没得说|没跑|来得及|稳)的?[了哈哦呢啊呀吧]*$`,
);
/** Words before a vow that undo it: 不是明天一定能到. */
export const UNVOWED =
  /不是|并非|没说|没有说|谁说|谁能|哪敢|哪能|怎么|能不能|有没有|是不是|[您你](?:说|要|问|想|让我|叫我|非要|逼我)|无法|没人|(?:主播|[他她]们?|人家|别人|同事|网上|快递|骗子|对方)[^,]{0,3}[说讲]|[不没未别难]$/;
/** The trainee takes back their own words: 前面说今天到账是我说早了. */
export const TAKEN_BACK =
  /说(?:[早错快反多满死]|过头)了|嘴快|(?:前面|刚才|刚刚|之前|上面)(?:我|那句)?(?:说|讲|答应)|那句|收回|不该(?:说|讲|答应|保证)|不作数/;
/** A mishap denied: 不会红, 再也不黑. 一定不要磨破 asks for something, 不是磨坏的 tells of the past. */
export const DENIES_MISHAP =
  /(?:不会|不可能|不再|再也不|绝不|一点(?:都|也)?不|不(?![是要能许该得用让知管同算够行给退一好办差]))/g;
/** 丢不了, 一个电话都没有: the denial stands behind the mishap's word. */
export const DENIED_BEHIND = /^(?:不(?:了|着|到)|[^,]{0,3}(?:都|也)(?:没有|不会))/;
/** Between what a mishap is about and its verb: 皮都不(起), 色绝不会(掉). */
export const DENIED_VERB = /^(?:也|都|绝|再|再也)?不(?:会|可能|带)?$/;
/** A denial between a vow and its matter: then the matter isn't vowed. */
export const NEGATION_BETWEEN = /[不没别难未]/;
/** Words that leave the matter open: a clause with one of them vows nothing. */
export const LEFT_OPEN = list(
  '不敢 没法 不能 不好说 说不准 说不好 说不定 难说 保不 瞎话 忽悠 骗人 吹牛 不保证 不承诺 打包票 拍胸 不一定 不见得 未必 谁也 谁敢 估计 大概 可能 应该 尽量 争取 希望 但愿 不打 无法 以到 为准 看银行 看快递 承诺不 许不了 保不了 应不了',
);
/** Behind 到: the clause tells what follows when goods have come (寄到了肯定…, 收到后…), or money comes (明天到账). */
export const ONCE_ARRIVED =
  /^(?:[了账帐期位底场店付点仓不今明昨周]|后|之后|以后|的话|就|再|时|的时候|货[后就再]|星期|礼拜|下[个周月]|凌晨|早上|中午|晚上|半夜)/;
/** 今天到16箱 counts boxes that came. */
export const ARRIVED_COUNT = /^\d/;
/** Before 到: 做到, 说到, 退到 tell of no parcel. */
export const NOT_ARRIVAL = /[做办说讲想看找拿得等遇碰感联谈听见提拍退打转查听用]$/;
/** The ground a clause names; a card then grants the pledge: 坏了包退, 过敏包退, 没拆的随时退. Only what came broken or not at all is sent again. */
export const GRANTED = list(
  '过敏 质量 坏 破 碎 烂 漏 霉 错 少发 漏发 七天 7天 无理由 没拆 没穿 未拆 不合适 没激活 没用过 运费 以内 之内 天内 小时内 按 照片 补发 补寄 重发',
);

/** Words that rule against the customer on what only others may decide; `ADMITS` rules for them. */
export const DENIES = list(
  '做不了 赔不了 不赔 不给 给不了 不可能 没有 不会 不行 不适用 不符合 不算 够不上 谈不上 不认 不存在 别想 免谈 没门',
);
/** Saying that nobody promised it is no verdict: 三倍我没有答应. */
export const NOT_TOLD = list(
  '没有答应 没答应 没有应 没应 没有许 没许 没有承诺 没承诺 没有说 没说 没有讲 没讲 没有定 没定 没有批 没批 不是我说 不是我答应',
);
export const ADMITS = list(
  '赔您 赔你 赔给 给您赔 给你赔 给您退 给你退 我们赔 店里赔 会赔 一定赔 肯定赔 照赔 认了 我认 我们认 可以赔 没问题',
);
/** The question is handed on or left open: no verdict. */
export const LEFT_TO_OTHERS = list(
  '主管 班长 组长 领导 上报 报上 往上报 申请 递 定不了 做不了主 没权 权限 不认定 不承诺 不否认 不好说 不敢 不替 不说 不先 别急 说了不算 拍胸 打包票 骗 批 核实 监管 专人 不会不 不能说 不会推 不推 没有答应 没答应 没应过 没说过',
);
