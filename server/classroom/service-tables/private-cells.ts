/** What may stand in no text of a service table: names, numbers, addresses and contacts of somebody, and formulas. */

export type PrivateKind = 'phone' | 'number' | 'contact' | 'person' | 'address' | 'agent' | 'formula' | 'long';

/** Longer than the name of any kind of question or complaint: somebody's own words. */
const LONGEST_TEXT = 20;

const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕张孔曹严华金魏陶姜谢邹喻苏潘葛范彭郎鲁韦马苗方俞任袁柳唐罗薛雷贺倪汤殷毕郝安常于傅齐康伍余顾孟黄穆萧尹姚邵汪毛戴宋庞熊纪舒项董梁杜阮蓝季贾江郭梅林钟徐邱骆高夏蔡田樊胡霍万卢莫房丁邓洪石崔龚程邢裴陆翁曾沙温庄柴瞿阎连习鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东刘叶白闵涂侯';

const TESTS: readonly [PrivateKind, RegExp][] = [
  ['formula', /^[=+@\t]|^-\D/],
  ['phone', /(?<!\d)(?:\+?86)?1[3-9]\d{9}(?!\d)|(?<!\d)0\d{2,3}-?\d{7,8}(?!\d)/],
  ['contact', /[\w.+-]+@[\w-]+\.\w|https?:|www\.|微信[号:]|wechat|\bvx\b|qq[:号\d]|加[vV微]/i],
  [
    'person',
    new RegExp(
      `[${SURNAMES}][\\p{Script=Han}]{0,2}(?:先生|女士|小姐|太太|阿姨|老师)|[*＊○●]{1,}|^(?:tb|t|jd|wx|pdd)_?[\\w]*\\d{3,}$`,
      'iu',
    ),
  ],
  ['number', /\d{6,}[\dXx]?/],
  ['address', /(?:省|市|区|县|镇|乡).{0,12}(?:路|街|道|巷|村|号|室|栋|幢|单元|小区)|\d+(?:号楼|号院|栋|幢|单元|室)/],
];

/** Why a text can't be stored; null: it can. Spaces and signs within numbers hide none. `agents`: their names. */
export const privateKind = (cell: string, agents: readonly string[]): PrivateKind | null => {
  const text = cell.normalize('NFKC');
  if (text.length > LONGEST_TEXT) return 'long';
  const close = text.replace(/(?<=\d)[\s\-–—.·]+(?=\d)/g, '');
  const found = TESTS.find(([, test]) => test.test(text) || test.test(close));
  if (found !== undefined) return found[0];
  return agents.some((name) => name.length > 1 && text.includes(name)) ? 'agent' : null;
};

/** So few words are kinds of a thing; with more every second row has its own. */
const FEW = 12;
const MOST_KINDS = 60;

/**
 * Whether a column that should say of what kind a thing is says something of its own in every other row, as one does that
 * holds names or somebody's words. `cells`: those that aren't empty.
 */
export const areNoKinds = (cells: readonly string[]): boolean => {
  const kinds = new Set(cells).size;
  return kinds > MOST_KINDS || (kinds > FEW && kinds * 2 > cells.length);
};

const LONG_SURNAMES = '欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|轩辕|端木|司徒|南宫';
const NAME = new RegExp(`^(?:[${SURNAMES}]\\p{Script=Han}{1,2}|(?:${LONG_SURNAMES})\\p{Script=Han}{1,2})$`, 'u');
/** Words of the trade that begin like a surname, and endings that kinds of things have and given names don't. */
const KINDS = new Set(
  `安装 安全 包装 包邮 常规 常见 成分 成色 程序 单价 单号 方便 方案 高频 高温 关税 国补 和好 花色 华为 黄牛 金额 金牌 计费 江浙 康复
   连接 连线 路由 马桶 毛边 毛病 毛球 明细 莫名 平台 平邮 祁门 强制 权益 任务 荣耀 沙发 盛装 石材 时间 时效 水质 水洗 孙子 汤锅 唐装
   万能 汪汪 危险 温度 温控 严重 颜色 阳台 洋酒 叶子 易碎 易损 尤其 余额 鱼竿 于此 元旦 云仓 章程 张力 郑重 支付 终端 周边 周期 周年
   祝福 鲁莽 许可 向导 古怪 陈旧 雷同 苗木 方法 白屏 白色 黄色 蓝色 蓝屏 金色 夏季 冬季 和解 江苏 云南 贵州 安徽 广东 山东`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
const ENDING = /[件款货费价券码单装坏损漏错慢差换退赔诉询率额税邮票卡盒箱袋色量仓修寸]$/u;

/**
 * Whether a text is nothing but what many people are called: two or three Han characters that begin with a surname, or four
 * with a surname of two. Words of the trade aren't.
 */
export const looksLikeName = (cell: string): boolean => {
  const text = cell.replace(/(?<=\p{Script=Han})[\s·]+(?=\p{Script=Han})/gu, '');
  return NAME.test(text) && !KINDS.has(text) && !ENDING.test(text);
};
