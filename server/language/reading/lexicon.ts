/**
 * What words mean, for matching a reply with an author's wording. `lexicon.json` holds lines of `concept@group/weight: words`:
 * one word may stand in several and then carries all of them (运费 = sending + money); members of a group exclude each other;
 * a word behind ~ says the opposite of the others in its line. Weights: 1 a topic word, less for verbs that fit anything.
 * General vocabulary of the trade only: nothing in it belongs to one case.
 */

import lines from './lexicon.json' with { type: 'json' };

/** 1 affirmed or the shop, -1 denied or the customer, 0 neither or both. */
export type PolarityValue = -1 | 0 | 1;

/** What a word does to its clause. */
export type TokenState =
  | 'negative' // 不能 不用 没有: what it governs is denied
  | 'denied-after' // 退不了: governs what stands before it
  | 'positive' // 可以 照样 没问题
  | 'not-so' // 不是 并非: turns the rest of the clause round
  | 'free' // the shop pays
  | 'charged' // the customer pays
  | 'seller'
  | 'buyer'
  | 'third' // 快递 厂家 门卫: somebody else's doing
  | 'pays' // 出 承担 掏: who stands before it pays
  | 'on-account-of' // 算 归: who stands after it pays
  | 'only-if' // 才是 除非: speaks of another case
  | 'if'
  | 'hedge'
  | 'break'; // 但是: a new clause begins

/**
 * `ownSign`: the word says the concept (1) or its opposite (-1) by itself: 厚 and 薄. Concepts of one `group` (colours, sides,
 * carriers) exclude each other: naming one speaks of another thing.
 */
type Concept = { id: number; weight: number; group: number; ownSign: PolarityValue };

export type LexiconEntry = {
  concepts: readonly Concept[];
  state: TokenState | null;
  /** 断货 carries its own polarity, whatever governs it. */
  ownSign: PolarityValue;
  /** The part of its full weight that each concept gets: the more concepts a word has, the less each gets. */
  weightShare: number;
};

const STATE_WORDS: Record<TokenState, string> = {
  negative:
    '不 没 没有 没人能 没人敢 没谁能 没谁敢 别 别急着 不能 不可以 不可 不会 没法 无法 不用 不必 无需 不需要 不需 不要 不给 不让 禁止 拒绝 不建议 勿 不许 不得 从不 从来不 绝不 千万别 不予 不包 不含 不支持 不提供 不行 甭 无 难以 没办法 不太 木有 没得 莫得 莫 冇 不得行 不得 甭 不做 不接受 没在 不再 缓一缓 恕不 谢绝 谨慎 最好别 切勿 切忌 严禁 禁用 不宜 别想 从没 从未 不至于 大可不必 犯不着 没必要 哪有 哪用 咋会 不带 没带 没配 不配 不附 没附 概不 一概不 甭想 休想 不敢 没加 没放 没添 没掺 没空 不还 不收回 不回收 不补了 不指定 不转 不出图 不预留 不包括',
  'denied-after':
    '不了 不到 不回来 不动 不成 办不了 不上 没戏 免谈 除外 不下来 不进去 不出来 不过去 不过来 不出去 不起来 不住 不存在 做不到 办不到 没辙 没招 没法子 做不来 搞不了 没权限 没可能 不作数 不现实 想都别想 不认',
  positive:
    '是的 对的 是哒 可以 可 能 能够 行 支持 没问题 没关系 没事 没事儿 不要紧 不影响 不妨碍 不耽误 不碍 不碍事 不挡 照样 照常 照 照旧 放心 尽管 随时 允许 都行 都能 当然 没毛病 ok 肯定 就行 即可 有 不是不能 不是不可以 不会不 没说不 没有不让 没有不给 没有说不 没说不能 没不让 不是不让 不是不给 不会不给 不会不让 不可能不 哪能不 哪会不 得行 要得 阔以 木问题 莫得问题 没得问题 么得问题 有的 ok的 必须的 欧克 没问题的 包 就成 都成 不怕 没影响 无妨 只管 没压力 无压力 不在话下 不成问题 没啥问题 也成 成啊 成呀 成嘞 大胆 随意',
  'not-so': '不是 并非 并不是 不是说 没说 可不是 不算 也不是',
  free: '免费 包邮 免邮 免运费 不收费 不要钱 不用钱 不花钱 不用花钱 不收钱 不另收 不加钱 全免 全包 免单 分文不取 一分钱不 一毛钱不 不用掏钱 不收您一毛钱 不收您一分钱 不收您 不收你 都不收 不另外收 不额外收 包来回 不花您 不用付费 免收 零元 0元 不收任何 送您了 白给 白送 白改 白修 白刻 白换 白装 白拿 白领 白寄 白补 一毛不收 一毛不用 一分不要 一分不收 一分不花 分文不要 不额外算 不另算 不另计 不多收 我们请客 请客 不加收 不掏钱 不用掏 甭掏 不用给钱 不要您钱 不要您掏 不要您出 不收工费 不收工钱 不收安装费 不收人工费 不收上门费 不收手续费 不收服务费 不收材料费 不收运费 不收邮费 不收快递费 不收开卡费 不收押金 不收加工费 零收费 零费用 0费用 不算钱 不计费 免人工费 免安装费 免手续费 含在价里 算在价里 不花一分 不用另外花 无需付费 钱不用给 不找您收钱 不找您要 不跟您要 不跟您收 不让您出 一分没您的事 算我们头上 算我头上 我们认 我们兜 报给您 给您报 给您报了 给您报销 回头报销 凭票报 记我账上 替您出 替您掏 替您结 替您垫 运费我们的 邮费我们的 快递费我们的 运费我们来 邮费我们来 快递费我们来 白帮 白替 白进 白洗 白印 白拦 工费不算您 不算您的 我认了 我认账 我们认账 我来认 算我们的 算我的',
  charged:
    '收费 要钱 另收 另收费 另算 自费 付费 自理 自付 自掏腰包 要加钱 加收 额外收 另外收 收取 自己出 自己承担 需补 补差 要另外收费 装机费 自己付 花钱 不报 不报销 不包邮 不免费 另付 另计 单算 单收 加价 得加钱 要掏钱 得掏钱 掏钱 得付钱 要付钱 要收钱 收钱 收点钱 有偿 花钱买 自己掏 自己买单 自己付钱 另外算 额外算 额外付 另外付 另收钱 另加钱 单独算 单独收费 自费买 另购 另买 另拍 您自己认 自己认 自己兜 没人赔 后果自负 风险自担 您先结 您先垫 您垫一下 您垫 垫一下 单拍 您单拍 加拍 得单买 要单买 您单买 自己花钱 自个儿掏 加钱 另外掏 得加拍 自己结 您自己结 您认了 您得认',
  seller: '我们 咱们 咱 店里 店家 店铺 商家 卖家 本店 小店 店方 公司 这边 我方 咱家 我家 我们家 我们店 咱店',
  buyer: '您 你 您自己 你自己 您自个儿 您自个 自个儿 自个 客人 亲自 买家 顾客 客户 本人 您这边 个人 自己 收件人',
  pays: '出 承担 付 掏 报销 负担 垫 垫付 贴 买单 包 支付 负责 负责到底 担责 负全责 兜底 兜着 担着 赔偿 负责运费 出运费 付运费 承担运费',
  third: '快递 快递公司 快递员 快递那边 物流 物流公司 网点 派件员 厂家 厂商 平台 门卫 保安 物业 保险公司 运营商',
  'on-account-of': '算 归 都算 算在 归到 怪 赖 责任在 责任就在 责任都在 责任还是在 责任算 责任归',
  'only-if': '才是 才会 才能 才可以 才给 才免费 才包 才由 才需要 才支持 才要 才算 才我们 除非 才行',
  if: '如果 要是 若 若是 假如 的话 万一 一旦 只要 倘若 要不是',
  hedge: '应该 可能 大概 估计 也许 好像 看情况 不一定 说不定 或许 左右 约 一般 估摸 应当',
  break: '但是 但 不过 可是 然后 另外 而且 所以 同时 并且 因此 只不过 着急的话 其实 此外',
};

/** Words that look like a token state or a concept and are none. The longest match wins, so these do no harm. */
const LOOKALIKES =
  '不好意思 不客气 不错 是不是 差不多 不超过 不会超过 不少 不久 不仅 不但 不管 不论 不止 不光 不只 不满意 不合适 不及时 别的 别人 别家 特别 区别 个别 级别 性别 告别 识别 没想到 不然 要不 要不然 不如 不妨 不清楚 不知道 没收到 有没有 能不能 可不可以 会不会 要不要 行不行 好不好 对不起 对不住 不断 不同 不良 不便 不足 不小心 无论 无线 无痕 无忧 毫无 不限 别担心 别着急 不着急 不用担心 不急 别急 别生气 不用谢 不愧 只能 才能够 功能 性能 智能 能量 可爱 可惜 有可能 行业 进行 银行 流行 行动 行李 运行 会员 机会 会儿 一会 一会儿 开会 社会 理会 有些 有点 所有 还有 拥有 有效 有限 具有 现有 没有其他 出来 退出 出现 出门 出去 出问题 出生 演出 突出 给您 发现 发生 发布 发下 发我 沙发 头发 理发 发票号 包含 包括 面包 钱包 红包群 得到 觉得 值得 记得 获得 懂得 难得 显得 重新 重要 重复 算账 打算 清算 算了 预算 合算 划算 已有 以及 给别人 没什么 没啥 要求 主要 重要 需求 只要 要点 带来 顺带 一带 领带 拍照 照片 照顾 按照 对照 参照 护照 拍个照 依照 照您 照着 有什么 有关 没怎么 不怎么 中午 不大 看不见 听不见 不放心 不像 不再犹豫 用不着 没准 没办好 收到 收货 减肥 减压 减轻 少许 少量 至少 多少 不多 少见 缺少 让您 让我 请让 免不了 受不了 大不了 忘不了 莫名 莫名其妙 莫代尔 莫非 不得不 不得已 不得了 一样 花生 烟花 棉花 放开 全国 全球 安全 完全 全套 全新 没反应 没异常 没过敏 没意见 没异议 没红 没不适 有的时候 有时 有空 有事 有点儿 有货的话 会儿 车票 机票 门票 彩票 股票 投票 邮票 船票 电影票 火车票 钞票 支票 演出票 绑票 凑合 闪送 闪电 闪退 闪购 闪付 闪光灯 看不出来 看不出 我们认为 我们认识 我们认证 我们认定 没还的 没还 没付的 没领的 没用完的 没拿的 没动的 没报的 晚上好 早上好 中午好 下午好 上午好 晚安 晚班 早班 夜班 白班';

const OWN_NEGATIVE =
  '撤不回来 断过货 缺过货 断了货 没货 没现货 无货 断货 缺货 售罄 不在保修 过保 脱保 不在范围 卖完 卖光 卖没了 没库存 脱销 预售 预售款 等厂里 抢光 抢完 无现货 补货 等到货 等工厂 装不下 放不下 塞不下 塞不进 搁不下 放不进 装不进 容不下 挤不下 卖空 没有货 抢空 卖断 没得卖 缺码 断码 清完 卖脱销 拆不开 分不开 取不下 摘不下 卸不下 收不回来 不往回收 没有后悔药 没后悔药 不好再卖 没法再卖 没法二次卖 不能反悔 反悔不了 送不到 寄不到 发不到 到不了';
const OWN_POSITIVE = '有货 现货 有现货 有库存';

type MutableEntry = { concepts: Concept[]; state: TokenState | null; ownSign: PolarityValue; weightShare: number };
/** The most that all concepts of a word weigh together. */
const MAX_WEIGHT = 1.3;

const CONCEPT_IDS = new Map<string, number>();
const GROUP_IDS = new Map<string, number>();
const ENTRIES = new Map<string, MutableEntry>();

const buildEntries = (): void => {
  let id = 0;
  for (const line of Object.values(lines).flat()) {
    const match = /^(\w+)(?:@(\w+))?(?:\/([\d.]+))?: (.+)$/.exec(line);
    if (!match) continue;
    id += 1;
    CONCEPT_IDS.set(match[1] ?? '', id);
    const group = match[2] === undefined ? 0 : (GROUP_IDS.get(match[2]) ?? GROUP_IDS.size + 1);
    if (match[2] !== undefined) GROUP_IDS.set(match[2], group);
    const words = (match[4] ?? '').split(' ');
    const hasOpposites = words.some((word) => word.startsWith('~'));
    const plainWords = new Set(words.map((word) => word.replace('~', '')));
    for (const word of words) {
      if (hasOpposites && isDenialOf(word.replace('~', ''), plainWords)) continue;
      const isOpposite = word.startsWith('~');
      const entry = entryFor(isOpposite ? word.slice(1) : word);
      entry.concepts.push({
        id,
        weight: Number(match[3] ?? 1),
        group,
        ownSign: hasOpposites ? (isOpposite ? -1 : 1) : 0,
      });
    }
  }
  for (const [state, words] of Object.entries(STATE_WORDS) as [TokenState, string][]) {
    for (const word of words.split(' ')) entryFor(word).state = state;
  }
  for (const word of LOOKALIKES.split(' ')) {
    const entry = entryFor(word);
    if (entry.state === null) continue;
    if (entry.state !== 'if') entry.state = null;
  }
  // 能退 and 可以用 are each one word; they still say yes.
  for (const [word, entry] of ENTRIES)
    if (entry.state === null && /^(?:能|可以)./.test(word) && entry.concepts.length > 0) entry.state = 'positive';
  for (const word of OWN_NEGATIVE.split(' ')) entryFor(word).ownSign = -1;
  for (const word of OWN_POSITIVE.split(' ')) entryFor(word).ownSign = 1;
  for (const entry of ENTRIES.values())
    entry.weightShare = Math.min(1, MAX_WEIGHT / entry.concepts.reduce((sum, concept) => sum + concept.weight, 0));
};

/** Whether a word only denies another: 不掉色 is 不 + 掉色, so the clause's own denial covers it. */
const isDenialOf = (word: string, words: ReadonlySet<string>): boolean => {
  const denied = /^(?:不能|不会|不给|不支持|不需要|不用|没有|不太|不带|不|没|无|未)(.+)$/.exec(word)?.[1];
  return denied !== undefined && words.has(denied);
};

const entryFor = (word: string): MutableEntry => {
  const known = ENTRIES.get(word);
  if (known) return known;
  const fresh: MutableEntry = { concepts: [], state: null, ownSign: 0, weightShare: 1 };
  ENTRIES.set(word, fresh);
  return fresh;
};

buildEntries();

/** The number of a group (`thing`, `carrier`), 0 for none of that name. */
export const groupId = (name: string): number => {
  return GROUP_IDS.get(name) ?? 0;
};

/** The id of a concept by the name it has in the word list; 0 when there is none. */
export const conceptId = (name: string): number => {
  return CONCEPT_IDS.get(name) ?? 0;
};

/** The word list as a tree of characters: first characters by table, the rest by (node, character) in one hash table. */
const ROOTS = new Int32Array(0x10000);
const NODE_ENTRIES: (LexiconEntry | undefined)[] = [undefined];
const TABLE_PLACES = 1 << 16;
const BRANCHES = new Int32Array(TABLE_PLACES * 2);

const buildTree = (): void => {
  for (const [word, entry] of ENTRIES) {
    let node = 0;
    for (let index = 0; index < word.length; index++) {
      const unit = word.charCodeAt(index);
      const next = index === 0 ? (ROOTS[unit] ?? 0) : branchOf(node, unit);
      if (next === 0) {
        if (index === 0) ROOTS[unit] = NODE_ENTRIES.length;
        else {
          const place = placeOf(node, unit);
          BRANCHES[place] = (node << 16) | unit;
          BRANCHES[place + 1] = NODE_ENTRIES.length;
        }
        node = NODE_ENTRIES.length;
        NODE_ENTRIES.push(undefined);
      } else node = next;
    }
    NODE_ENTRIES[node] = entry;
  }
  if (NODE_ENTRIES.length > TABLE_PLACES / 2)
    throw new Error(`${NODE_ENTRIES.length} nodes are too many for the table of words`);
};

/** The child of `node` for `unit`; 0 when there is none. */
const branchOf = (node: number, unit: number): number => {
  return BRANCHES[placeOf(node, unit) + 1] as number;
};

/** The place where the branch is kept, or the free place where it belongs. */
const placeOf = (node: number, unit: number): number => {
  const key = (node << 16) | unit;
  let place = (Math.imul(key, 0x9e3779b1) >>> 16) & (TABLE_PLACES - 1);
  while (BRANCHES[place * 2 + 1] !== 0 && BRANCHES[place * 2] !== key) place = (place + 1) & (TABLE_PLACES - 1);
  return place * 2;
};

buildTree();

export type Word = { entry: LexiconEntry; start: number; end: number };

/** The longest word of the lexicon that begins at `at`; null when none does. */
export const wordAt = (text: string, at: number): Word | null => {
  let node = ROOTS[text.charCodeAt(at)] ?? 0;
  let entry: LexiconEntry | undefined;
  let end = at;
  for (let next = at + 1; node !== 0; next++) {
    const nodeEntry = NODE_ENTRIES[node];
    if (nodeEntry) {
      entry = nodeEntry;
      end = next;
    }
    if (next >= text.length) break;
    node = branchOf(node, text.charCodeAt(next));
  }
  return entry ? { entry, start: at, end } : null;
};
