/** The words by which a figure is no card's: what is left of it, another shop's, another time's, or only supposed. */
const list = (words: string): readonly string[] => words.split(' ');

/** Words right before a figure that is counted down or up: 还剩3天, 过了20天, 第10天, 差5块, 再五六分钟. */
export const COUNTED =
  /(?:还剩|还有|剩下?|只剩|已经|过了?|超过?|超出|不到|第|刚|差|再[等过有要]?|还要|还差|等了|晚了|多了|少了)$/;
/** The same right behind the figure: 30天前, 50块的. */
export const COUNTED_BEHIND = /^(?:前(?!付|买|拍|下)|之?后|以上|多(?!少)|出头|左右的|了$|没)/;
export const BEFORE_TIME = /^之?前/;
export const OTHERS_FIGURE = list(
  '别家 他家 隔壁 人家 别的店 同行 平台 京东 淘宝 天猫 拼多多 抖音 去年 以前 原来 之前说 之前的 之前是 上次 双11 双十一 您说 你说 您问 您看到 客户 厂家 主播 网上 有的店 其他 其它 另一 那款 那台 那个 旧款 老款 新款 规定最少 法律 法定',
);
/** 不是专票15个工作日能: a denial before the figure; the card's figure isn't told here. */
export const DENIALS = list('不是 并非 没有 哪有 不会是');
/** What makes a figure a guess; 大概 and 一般 only round it. */
export const GUESS_WORDS = list('应该 可能 估计 也许 好像 看情况 不一定 说不定 或许 估摸 应当');
export const CONDITION_WORDS = list('如果 要是 若 的话 假如 就算 哪怕 即使 比如 万一 假设');
/** Words that round: 约80分贝 for 78 contradicts nothing. */
export const ROUNDED = /(?:约|大概|差不多|大约|将近|接近|快|近|估计)$/;
export const ROUNDED_BEHIND = /^(?:左右|上下|来|多|出头|不到|差不多)/;
/** Between a wording's word and its figure. */
export const LINKING_WORDS = /^(?:[是为有约的就只都共可以能达到给您你也,]|不超过|一共|最多|最长)*$/;

/** Words for a time limit (15天内), and words for what the shop does within it. */
export const WITHIN_TIME = /^(?:以|之)?内/;
export const SHOP_DEEDS = list('发货 发出 寄出 必出 出库 揽收 回您 回复 到账 打款 退款 开好 能开 开票 处理 补发');
