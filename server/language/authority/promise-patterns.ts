/** Words that promise a gift of the shop, and words that show a sum is asked for, denied, owed anyway or another's. */
const list = (words: string): readonly string[] => words.split(' ');

/** Words that give money, right before the sum; the receiver and 个, 上 may stand between. */
export const MONEY = list('补 补偿 赔 赔偿 赔付 返 返现 转 转账 打 贴 补贴 包 补上 补个 塞 红包');
/** 50块补偿给您, 退您30当心意: names for the sum, behind it. */
export const MONEY_NAMED = list('补偿 赔偿 赔付 赔款 补贴 红包 现金 心意 安慰 辛苦费 精神 误工');
/** 800给你补上: the verb stands behind its sum. */
const SOON_OR_SURE =
  '(?:我们?|店里|店铺|都|全|也|就|回头|晚点|等下|待会儿?|今晚|明天|马上|这就|直接|肯定|一定|铁定|保证){0,3}';
export const PAID_BEHIND = new RegExp(
  `^多?(?:块钱?|元)?(?:${SOON_OR_SURE}(?:(?:给|帮)[您你他她](?:补上?|赔上?|转|打|报|垫|返)|[补赔返转打]给[您你他她])|(?:我们店?|店里|店铺)(?:肯定|一定|铁定|保证)?[全都照]?[赔补])`,
);
export const REFUND_VERBS = list('退 返 还');
/** Bought first, given back then. */
export const ONCE_BOUGHT =
  /(?:拍|付|买|下了?单)(?:完|好|下来?|了|过)?[单款钱]?(?:[之以]?后|[就,]|我们?|这边|马上|立马|直接)*[再就给帮您你]*[退返还]/;
export const GIVES = list('给 发 送 补 赔 退 返 转 打 塞 贴 领 赠');
export const COUPON = list('券 代金 抵用 红包券 卷');
/** Verbs that take a sum off the price. */
export const DISCOUNT_VERBS = list('便宜 少收 少算 减 减掉 优惠 降 抹 抹掉 让 让利 少 立减 再减 再便宜 省');
/** Verbs that set a new price. */
export const REPRICE_VERBS = list('改价 改价成 改价到 改成 改到 改为 价格改成 价改成 调成 调到 降到 降成 价格给您改成');
/** Verbs before a share of the price (八折). */
export const PERCENT_OFF_VERBS = list('打 打个 按 算 走 给 给到 能给 享 做到 来个 再打 直接 申');

/** Words that may stand between the verb and its sum. */
export const BETWEEN =
  /(?:[您你亲他她它们个上了约共只先再就都单独直接一笔张元的¥￥下点这]|大概|差不多|另外|额外|现金|人家|[每一][户家人单箱个]|无门槛|优惠|通用|大额|店铺)*$/;
/** Words that may stand between the sum and its coupon: 30元无门槛的(券). */
export const TO_COUPON = /^(?:[的元块钱大额张店铺现金通用服务专属平台全场]|无门槛|优惠|满减|代金|抵用|补偿)*/;

export const NO_MINIMUM = '无门槛';

/** Words that show a gift to this customer. */
export const FOR_CUSTOMER =
  /您拍|[给帮为补赔偿退返发送转打贴让少减赠塞便宜优惠抹](?:给)?[您你亲]|[我咱]|小店|店里|这边|直接|当场|立马|马上/;
/** 我们这台便宜250 compares; 给您便宜20 gives. */
export const TO_CUSTOMER = /[给帮让][您你]|[少减让][您你]/;
/** Words for the difference of two prices: the sum may be owed. */
export const DIFFERENCE = list('差价 差额 退差 补差');

/** 您补50, 您再付10, 需要补15: the customer pays. */
export const CUSTOMER_PAYS =
  /(?<![给帮替为跟])[您你](?:再|另|要|自己|得|先|需要){0,2}(?:补|付|出|贴|掏)|(?:需|要|得|自己|拍)补|补拍|另付|加收|多付/;

/** The sum is being asked for at a higher level, considered, or only a ceiling. */
export const ASKED = list(
  '申请 争取 试试 试一下 问问 问下 问一下 问了 请示 报班长 报主管 报组长 报上 上报 往上 报给 要报 得报 去报 报一下 审批 审核 批下来 批准 批不 权限 额度 主管 班长 组长 领导 店长 经理 财务 老板 定不了 做不了主 看看 看能 能不能 能否 是否 可否 最多 顶多 上限 封顶 最高 以内 之内 不超过 为限 反馈 商量 帮您要 一般 通常 原则上',
);
/** The promise is supposed, has a condition, or is put off. */
export const SUPPOSED = list('如果 要是 若 的话 假如 除非 才能 才给 凡是 等您 等到 收到后 下次 以后 之后 到时');
/** Somebody else said it, or it belongs to another time or customer. */
export const HEARSAY = list(
  '您说 你说 您要 你要 您提 您问 您想 之前 以前 上次 上回 昨 前天 同事 主播 说的 答应 承诺过 显示 系统 页面 写着 别家 别人 他家 隔壁 人家 有人 网上 客户',
);
/** Owed by a rule or paid by others: the desk gives nothing of its own. */
export const OWED = list(
  '运费 邮费 快递费 邮资 运费险 保险 定金 双倍 保价 价保 满减 活动 叠 拍下立 页面 第二件 组合 套餐 直播价 会员 医药费 单买 原价 标价 券后 分摊 实付 货款 退货 工作日 运险',
);
/** Losses besides the goods: no desk settles them by itself. */
export const LOSSES = list(
  '医药费 药费 药钱 医疗费 看病钱 看病的钱 医生的钱 医院的钱 挂号费 检查费 误工费 误工的钱 误工 精神损失 打车费 打车的钱 来回车费 机票钱 酒店钱',
);
/** Cases that a shop makes good by itself: 坏了全额赔, 丢了我们赔您. */
export const MADE_GOOD = list(
  '坏 碎 破 烂 漏 霉 丢 没收到 找不到 找不着 质量 签收前 定金 保价 价保 运费 邮费 差价 发不出 缺货 拒收 代收 门卫 驿站 错发 发错',
);
/** Mishaps on the customer's side, which no policy card covers: 黑了我赔您, 勒脚的话全额赔. */
export const MISHAPS = list(
  '勒 挤 夹脚 磨脚 磨破 顶脚 不合脚 不合适 发黑 黑了 吵醒 醒了 不甜 不好吃 不喜欢 不满意 不管用 没效果 被骗 骗走 骚扰 赶不上 没赶上 误了 耽误 来不及 涨价 后悔 钱少了 不会少',
);
/** Goods or answers that come late: 万一晚了, 要是没到. What the shop gives for it stands on a card. */
export const COMES_LATE = /晚了?|迟了?|没到|到不了|没赶上|赶不上|超时|延误|耽误|没出来|没开出来|没回/;
export const CHEATED = /被骗|骗走|骗了/g;
/** Words of law or fraud: the sum is the law's, no promise of the desk. */
export const BY_LAW = list('法律 消法 法定 条例 规定 欺诈 骗 冒充 假的 假一 标准 认定 核实 监管 定金 双倍返 双倍退 诈');
export const ON_RECEIPT = list('凭票 票据 单据 小票 发票 病历 凭据 通道 凭证');
/** Denials of a sum that the lexicon doesn't connect with it. */
export const DENIED = list(
  '不能 没法 不了 没有 不会 不给 不敢 不是 不许 不行 没权 给不 不可 无法 不再 不改 不赔 不补 不便宜 不打 不降 没办法 谈不 做不到 办不到 改不 动不 降不 少不 应不 不归 轮不 不由 说过头 说早 说错 别信 瞎编 哪有',
);
/** People above the desk and requests to them: beside one the promise may already be approved. */
export const SUPERVISOR_WORDS = list('主管 班长 组长 领导 店长 经理 申请 请示 上报 审批');
export const SURE_CUT = /折/;
