/** Words that tell a deed as done, and words that put it off, ask for it or leave it to somebody else. */
const list = (words: string): readonly string[] => words.split(' ');

/** A clause without any of these characters tells no deed as done. */
export const MAY_BE_DONE = /[了啦喽咯过好完成已刚]/;
/** 链接和(券): between the objects of one verb. */
export const JOINED = /[和跟与及、]$|还有$/;
/** 拦住了给您重发, 办成了我给您留言: where it hangs on others whether it succeeds, what follows is for when it has. */
export const SUCCEEDED = /(?:[住到成]|下来)[了啦喽]$/;
export const THEN_FOR_THEM = /^(?:就|再|我们?|这边|马上|立马)*(?:给|帮)[您你](?![了啦的吧哈哦呢啊,。!~]|$)/;
export const DONE_PARTICLE = /[了啦喽咯]/;
export const DONE = /[了啦喽咯好完]|过(?![去来])|成功/;
/** Words between a deed's word and its 了: 券发(给您过去)了, 上报(我已经帮你做)了, 补寄(单我点好)啦, 退货(单给您开好)了, 退货(我这边点好)了, 券发(您聊天里)了. */
export const DONE_BEHIND =
  /^(?:的?单子?|申请)?(?:[给帮您你我咱俺也都已经刚在上下进去出来到回里掉妥过点提交写做弄办记走开建]|这边|这[里儿]|聊天|对话框|窗口|账[上户]){0,8}(?:[了啦喽咯]|(?:好|完|过(?![去来])|成功)[了啦喽咯]?)/;
/** 已备注 and 刚报班长 need no 了. 刚才 and 刚要 don't tell a deed as done; 已付款 tells of the order. */
export const ALREADY = /[已刚](?!经?[才要好想准付签拍下超收]|经?发货)/g;
/** 专票3个工作日开好, 退款3到5天退好: how long a thing takes, with no 了 behind it. 三天前 and 等了三天 tell of the past. */
export const TAKES =
  /(?<![等过拖晚差第][了]?)(?:[\d.]+|[一二两三四五六七八九十半几]+)(?:[到至~-][\d.]+)?个?(?:工作日|自然日|小时|钟头|分钟|天|周|星期|月)(?:之?内|以内|左右|就|能|会)*.{1,2}$|(?:当天|次日|隔天|当日|第二天)(?:就|能|会)*.{1,2}$/;
/** Behind the 了 there is only the receiver or the sum: 退了1.6元哈. */
export const ADDS_NOTHING = /^[了啦喽咯过好完功上去来给您你亲的呢哈哦啊呀噢喔哒滴哟嘛呗噻\d.元块毛\ue000-\ue003]*$/;
/** 退了就, 备注了的单子, 取消了再拍: the clause tells what follows from the deed, not that it is done. */
export const IF_DONE =
  /^[了过好完]*(?:的?[就再才后时话]|[之以]后|的(?!$|[哈哦呢啊呀]|[您你](?:看|查|刷|放心))|[也都][不没])/;
/** The customer is asked to look, so the deed is done: 退好了的你看一下. */
export const ASKS_TO_CHECK = /^[了啦]?的?[哈哦呢啊呀]?[您你](?:看|查|刷|放心|收|留意|等)/;
/** The result that shows the deed is done: 报班长(走特快了). */
export const DONE_FOR = /^[^会就再才等要能可不没是]{1,6}了[啊哈哦呢呀]*$/;
export const SUPPOSES = /[会就再才]/;
/** 退了吧, 退了好不好, 备注不了: the deed is asked for or denied. */
export const NOT_DONE = /^[不没未]|[吧不没]$|[好行成]不[好行成]|可以/;
/** 我先看退货验收到哪步了: it is looked up how far the deed has come (RULES T183). */
export const LOOKS_UP = /[看查问核瞧翻]/;
export const HOW_FAR = /[到在走]哪|哪[步天一]|几[天号点成]|没有|怎么?样|多少|什么时候/;
/** 刚去查内部记录, 刚翻了备注: what is looked up is a record that stands there, and none is made (RULES T255). */
export const LOOKS_INTO = /[查看翻调核瞧][^,。;完好后再并]{0,5}$/;
export const RECORD = /^(?:记录|备注|工单)/;
export const SEEKS_LEAVE = /^(?:可以|[行好成您])/;

export const HARMLESS_WORDS =
  /刚才|这会儿|早就|要求|不好意思|没问题|没关系|没事|别着?急|不?用?别?担心|放心|会员|久等|[要能][^,]{0,2}的|主要/g;
export const NOT_YET = list(
  '最晚 马上 这就 立刻 立马 会 要 将 能 可以 等 稍 就 以后 之后 以内 之内 钟内 时内 天内 一会 待会 回头 晚点 晚些 明天 明早 今晚 准备 打算 正在 在给 在帮 在催 在退 在走 在报 在办 在弄 在处理 在申请 在查 在联系 尽快 想 得 争取 一旦 没 未 不 别 无法 再 才 需 怎',
);
/** The trainee has it from somebody or from a screen, or it is long past: 系统显示已退, 昨天备注了. */
export const HEARSAY = list('说 讲 听 显示 看到 收到 查到 写着 昨 前天 之前 以前 上次 那天 上午 早上 夜班 早班');
/** People and systems other than this desk; not where the deed is done to or in them: 给仓库备注了, 系统里备注了. */
export const OTHERS =
  /(?<![给跟和向找叫让请为对把到替帮])(?:客户|买家|顾客|对方|仓库|快递|网点|驿站|班长|组长|主管|领导|财务|主播|运营|店长|同事|厂家|师傅|[他她它]|人家|自动|(?:系统|平台)(?![里上内]))/;
export const CUSTOMER_AS_ACTOR = /(?<![给帮替为跟和让对向找回叫请])[您你](?![的单要看放别稍等久]|[这那][个单笔件双款])/;
/** 让闺女帮您改了: the customer's own people do it. */
export const THEIR_PEOPLE =
  /[让叫请喊找](?:[您你]家?的?)?(?:闺女|女儿|姑娘|儿子|孩子|老伴|老公|老婆|爱人|媳妇|家里|家人|亲戚|朋友|同学|邻居)/;
/** 退款您已经提了: 您 with a verb behind the deed's word means the customer did it. 退您了 is done for the customer. */
export const DONE_BY_THEM = /^[您你](?:已经?|都|刚才?|自己)*[提申点写填]/;
/** 改好了跟我说: who is to tell us of it does it. */
export const TELLS_US = /^[再就您你]*(?:给?[跟和诉告喊叫回找]+我|[吱说]一?声|来找我)/;
/** What its owner alone can change at their own account; the desk has no operation for it. */
export const OF_THEIR_ACCOUNT = list('密码 口令 免密 绑定 手势 指纹 刷脸');
/** The deed's last character begins another word: 改口, 改天, 退步, 发现, 补救. */
export const WORD_GOES_ON = /^(?:改(?:[口天日进]|主意)|退[步休潮]|发[现愁火]|报[复答]|补救)/;
export const SELF = /[我咱俺]|小店|店里/;
export const SHOP_AS_ACTOR = /[我咱俺]|小店|店里|这边|[给帮替为发退][您你]/;

/** Verbs that fit any deed. */
export const ANY_DEED = list('点 弄 办 搞 搞定 处理 操作 提交');
export const FILLERS =
  /这会儿|现在|此刻|[亲您你给帮替我们这边都全已经刚才去好过完的呢哈哦啊呀噢喔哒滴哟嘛\ue000-\ue003]/g;
/** 您发我一下, 告诉我, 地址报给我: the customer is asked for something. */
export const ASKS_TO_SEND = /(?:[发报写传](?:给)?我|告诉我|说一?声)(?:一?下|就行|就好)?[哈哦呢]?$/;
