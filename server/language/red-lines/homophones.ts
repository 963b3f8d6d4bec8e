/**
 * How people write the key words past a filter: by letters, by sound, by split characters. Each family folds to its
 * plain word. The patterns run on squeezed text (no spaces or marks between letters); \uE003 is any heart.
 */
/** The plain word, the characters its disguises begin with, and their pattern. */
export type Family = readonly [plain: string, leads: string, pattern: string];

const HEART = '\\uE003';
/** Characters that sound like wei and seldom occur in a shop chat for themselves; below those for xin, kou … */
const WEI = '[微薇威徽维葳惟唯溦崴煨]';
const XIN = `(?:[信芯馨鑫]|${HEART}|xin)`;
/** Any wei × any xin: 卫星 围新 伟星 维新 唯心 微星 are words of their own, so a neighbour must show the sense. */
const LOOSE = `(?:[微薇威徽维围葳惟唯伟卫味喂魏未为蔚韦尾][信芯心新星欣辛昕馨鑫忻薪\\uE003]|[微薇]x)`;
const WHO =
  '(?:一?下|一个|个|我们|我的?|你的?|您的?|他|她|咱|们|店长|老板娘?|客服|小|俺|恁|侬|师傅|设计师|好友|的|工作|主管|经理|团长|群主|私人|个人)';
const TO_ADD = `(?:加|[嘉佳]|(?<![我你他她店人大一])家|\\+|添加|扫|搜|留|换|私|存|互加|找|来|走|上)${WHO}{0,3}`;
const CHANNEL_NEXT = `号|群|聊|谈|私|同号|名片|转账|里(?:聊|说|谈|弄|解决)|上(?:聊|说|谈|联系|发|找|弄|转)|联系|详聊|多少|:|我|咱|发我|发你|发您|推`;
const BARE_END =
  '$|[,。;!? \\n]|号|聊|说|谈|发|看|详|给|吧|哈|呗|再|就|私|我|转|慢|细|了解|单独|咨询|下单|拿|领|哦|哒|备注|:|呀|嘛';

/** Order matters: the longer and surer first. */
export const FAMILIES: readonly Family[] = [
  [
    '微信',
    '微薇威徽维围葳惟唯溦崴煨伟卫味喂魏未彳亻\uE003vw',
    `微信|微亻?言|[微薇威徽维葳][言讠]|[薇徽葳溦][信芯心新星欣辛昕馨鑫]|${HEART}xin|彳.{1,3}亻?言|亻?言亻?彳|${WEI}${XIN}|围芯|[围卫伟魏味喂未韦]${HEART}|` +
      `[vw](?:信|芯|心|馨|${HEART}|xin)+|wei(?:信|芯|心|x(?:in)?|${HEART})|微xin|wechat|${HEART}信(?=号|聊|:)|` +
      `(?<=加|\\+|[嘉佳])${HEART}|(?<!c)[vw]x+(?![a-z]|-?\\d{1,3}(?![\\d*a-z]))|(?<!c)v{2,}x*(?![a-z]|-?\\d{1,3}(?![\\d*a-z]))|` +
      `(?<=${TO_ADD})${LOOSE}(?!锅|天线|电视|导航|球|辣)|${LOOSE}(?=号(?!线)|聊|上(?:聊|说|谈|找)|联系我|:[a-z0-9]|转我|里(?:聊|说|谈))|` +
      `(?<=${TO_ADD})[vw](?:ei)?(?:${HEART})?(?![a-z0-9型字口脸形刹卡闸带面款版系标]|领(?!个|红|券|取|奖|福))|(?<=${TO_ADD})[微薇葳](?:${HEART})?(?=${BARE_END})|` +
      `(?<=(?:我|你|您|他|她|店长|老板|客服)的?)[vw](?=${CHANNEL_NEXT}|$|[,。!? 是就])|(?<![a-z0-9])v(?=号|我(?!们)|上聊|聊|群|同号|里(?:聊|说|弄|解决)|转账)|` +
      `(?<![a-z0-9])v:(?=[a-z0-9_]{5})|(?<=我|你|他|她|俺|恁|侬|您)的?[微薇葳](?=$|[,。!? ]|上|里|号|一下|就|我|聊|给)|[微薇](?=我(?:一下|$|[,。!]|看|聊|发)|里(?:搜|找|说|聊)|一下(?:我|$))|[微薇威徽]\\+(?:信|${HEART})|(?<=个|留|发|给|的|用)v(?=,|。|$|给我|发|吧|看|聊)`,
  ],
  [
    'qq',
    'q扣叩抠蔻秋球企口',
    `q{2,3}(?!糖|弹|软|音乐|星|肉|的|[a-z])|扣扣(?!子|环|带)|[叩抠蔻]{2}(?!搜|索)|[秋球]{2}号|秋秋|企鹅(?=号(?!码的)|群|聊|上|软件|加|发)|q(?=号|群|聊|我(?!们))|扣(?=号|群)|扣(?=\\d{6})|口口号|(?<=${TO_ADD})q(?![a-z0-9弹])|(?<![a-z0-9])q:(?=\\d{5})|扣(?=我(?!钱|款|分|的|们|工))|(?<=发我|发你|加我|加)企鹅|qiuqiu|扣\\d群`,
  ],
  [
    '群',
    '裙峮羣',
    `(?<=进|入|拉|加|微信|qq|建|发)(?:你|您|个|我|我们|了|的){0,2}[裙峮羣](?!子|摆|长|款|装|裤|腰)|[裙峮羣]号(?=\\d|:|多)`,
  ],
  ['支付宝', 'z支吱枝某', 'zfb|支[付fu副傅]{1,2}[宝鸨堡]|[吱枝]付宝|zhi付宝|某付宝|支fubao|zhifubao|某支付'],
  [
    '验证码',
    '验䛹眼严研校动短确y',
    '[验䛹眼严研][证正症政ㄓzㄥh]{1,3}[码马玛碼蚂骂]|验[证正]m[aā]|y(?:an)?z(?:heng)?m(?:a)?(?![a-z])|yanzhengma|验码(?!机)|校[验检]码|动态[码马玛]|动态口令|动态密码|短信码|确认码|短信密码',
  ],
  [
    '密码',
    '密蜜秘m账帐p咪',
    '[密蜜秘咪][码马玛蚂]|m[马玛蚂]|m码(?=发我|发来|给我|告诉|报给)|(?<=报一下|报下)m码|密吗(?!,?有)|mima|密m[aā]|mm(?=发|给|多少|告诉)|账密|帐密|passw(?:or)?d',
  ],
  ['好评', '郝号h好', '[郝号][评平坪]|hao评|haoping|好(?:坪|ping|p(?![a-z]))|hp(?=返|晒|截|给|\\+)'],
  [
    '五星',
    '5五☆★星全满',
    '5(?:颗|个|粒|枚)?(?:星|☆|★)|五(?:颗|个|粒|枚)?(?:小)?(?:星星?|☆|★)|5颗星|(?:☆|★|星){5}|全五|全5分|满[分星]|五分(?!钟|之|裤|袖|熟)|5分(?!钟|裤|袖|熟|\\d)',
  ],
  ['返现', '反返f', '反现|返[xⅹ×]|返xian|fanxian|返县|返金|返\\$|返￥|返¥'],
  ['红包', '宏洪虹鸿红h', '[宏洪虹鸿][包苞]|hong包|红bao|hongbao|(?<![a-z])hb(?=$|[,。!?给发返领])'],
  ['电话', 'd殿点t', 'dianhua|殿话|点话(?=联系|给我|多少)|dh(?=联系|给我|多少)|tel(?=:|\\d)'],
  ['手机号', '手掱s', '手机[hH]ao|掱机号?|手[鸡姬](?:号|联系)|shouji号?|sj号|手机号码?'],
  [
    '加',
    '家嘉佳茄枷伽稼j十',
    '[家嘉佳茄枷伽稼]个?(?=我?[薇徽微维威](?!笑|博|波|辣|型|山|尼|护|修)|\\uE003|微信|我微信|我[vw薇微]|vx|wx|[薇v]|q{2}|扣扣)|jia(?=wo|我|微|v|w|q|薇)|十(?=微信|[vw]x|薇|我[vw微薇])',
  ],
  ['我', 'w', '(?<=jia|加)wo'],
  ['卡号', '咔喀k', '[咔喀]号|kahao'],
  [
    '码',
    '马玛蚂码',
    '(?<=收款|付款|二维|动态|取款|扫|扫我|发个|个|张)[马玛蚂](?!上|桶|克|甲|丁|蹄|尾|裤|路|卡|力|达|瑙|蜂|蚁|拉|夹)',
  ],
  ['公众号', '公', '公[中种重忠仲粽众][号昊浩豪]'],
  ['私聊', '丝斯司s私戳', '[丝斯司]聊|siliao|si聊|私l(?![a-z])|戳我?私'],
  ['转账', '转z', '转[帐仗涨]|zhuan(?:账|帐|zhang)'],
];

/** Digits as written and the digits they stand for, in turn. A long run of them is a phone number, not an amount. */
const SPOKEN = '零0〇0洞0一1幺1壹1二2两2贰2三3叁3四4肆4五5伍5六6陆6七7柒7拐7八8捌8九9玖9勾9';
export const SPOKEN_DIGITS: ReadonlyMap<string, string> = new Map(
  Array.from({ length: SPOKEN.length / 2 }, (_, index) => [SPOKEN.charAt(2 * index), SPOKEN.charAt(2 * index + 1)]),
);

/** Spellings of those words that hide nothing. */
export const PLAIN_SPELLINGS: ReadonlySet<string> = new Set(
  '微信 wechat weixin qq 扣扣 企鹅 群 支付宝 zfb 验证码 校验码 动态码 动态口令 动态密码 短信码 确认码 短信密码 密码 五星 全五 满分 五分 转帐 手机号 手机号码 电话 公众号 返现 红包 红hb tel'.split(
    ' ',
  ),
);
