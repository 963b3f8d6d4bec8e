import type { RedLine, RedLineHit } from './judgement.ts';

type Rule = {
  code: RedLine;
  name: string;
  when: RegExp;
  /** Words in the same sentence that turn it into a refusal, a warning or something else. */
  but?: RegExp;
  confidence?: 'low';
};

/** Own-channel words and disguises, on squeezed text: no spaces or inserted marks. */
const WECHAT =
  '(?:[微薇威徽维围葳][信❤心]|微\uE003|薇\uE003|[vw][信心\uE003]|卫星(?=聊|号|上|加|联)|绿泡泡|绿色软件|[vw]x+|v{2,}x*|weixin|wechat|wei信)';
const CHANNEL = `(?:${WECHAT}|qq(?!糖|音乐|邮箱)|扣扣|企鹅(?:号|群)|扣\\d?群|q群|电报|telegram|whatsapp|蓝色软件|小红书号|抖音号|快手号)`;
const MARKET = '(?:[闲咸]鱼|小黄鱼|某宝|某东|拼夕夕|别的平台|其他平台|另一个平台|别的软件|[蓝绿橙红黄]色软件)';
const NOT =
  '不能|不可以|不可|不要|请勿|勿|切勿|不支持|无法|不会|不需要|不用|不必|无需|禁止|谨防|当心|小心|骗子|诈骗|不得|不允许|从不|没有|拒绝|千万别|别(?!人|的|家|声张|跟|急|处|买|说|提|讲)';
const DENIED = new RegExp(NOT);
const PAY_IN_APP = new RegExp(`${NOT}|支付(?:宝|方式|订单)?|付款用|退回|登录`);

const SECRET =
  '(?:验证码|校验码|动态码|短信码|动态密码|支付密码|登[录陆]密码|密码|口令|cvv|卡号|银行卡号?|有效期和背面|背面三位|那几位数字?|几位数字?)';
const ILLNESS =
  '(?:颈椎病?|失眠|腰椎|腰间盘|老寒腿|鼻炎|高?血压|血脂|血糖|糖尿|癌|肿瘤|湿疹|风湿|关节炎?|脚气|灰指甲|便秘|痔疮|近视|脱发|白发|胃病|炎症|咳嗽|感冒|妇科|前列腺|痛风|抑郁)';
const REVIEW =
  '(?:[好改追]评|五星|5星|五颗星|满分|全五分|5分|晒图|晒单|(?:那条|差评|评价).{0,6}(?:撤|删|改)|改成?五?星|评价截图)';
const REWARD =
  '(?:返|红包|送(?:您|你|一|个|小|礼|份)|领(?!先)|补偿|补(?:您|你|给|八|十|\\d)|转(?:您|你|账)|现金|礼物|礼品|半价|优惠券|抵扣|奖励|一箱|免单)';
const SECRETLY =
  '(?:自己掏腰包|私下|私人|偷偷|悄悄|瞒着|别(?:跟|和|告诉|让).{0,6}(?:说|讲|提|知道|店长|老板|主管)|别声张|别说出去|查不到|公司不认|打包票|我做主|先斩后奏)';
const GIVES = '(?:赔|转|补(?:您|你|给)|送|退|免单|返)';

const r = (source: string) => new RegExp(source);

/** Object × act, each with its guard. A single word is never enough, but where the word itself is the offence. */
const RULES: readonly Rule[] = [
  {
    code: 'offsite',
    name: '加外部联系方式',
    when: r(`(?:加|\\+|添加|扫|搜)(?:一?下|个|我|我们|您|你|咱|他|她|店长|老板|客服|的|这个|上)*${CHANNEL}`),
    but: PAY_IN_APP,
  },
  { code: 'offsite', name: '加V', when: /(?:加|\+)(?:我|个|下)*v(?![a-z0-9领])/, but: DENIED },
  {
    code: 'offsite',
    name: '外部账号',
    when: r(`${CHANNEL}(?:号|同号|群|联系)?[:是]?(?!-?\\d{1,4}(?!\\d))[a-z0-9_*]{4,}`),
    but: PAY_IN_APP,
  },
  { code: 'offsite', name: '外部账号', when: r(`${CHANNEL}(?:同号|聊|谈|私聊|联系我|找我|转)`), but: PAY_IN_APP },
  {
    code: 'offsite',
    name: '问外部账号',
    when: r(`(?:您|你)(?:的|家)?${CHANNEL}号?(?:是|叫|多少|发|给|报)`),
    but: PAY_IN_APP,
  },
  {
    code: 'offsite',
    name: '走外部收付',
    when: r(`(?:返|转|打|发|退).{0,8}(?:到|给|至)(?:您|你)的?${WECHAT}(?!支付)`),
    but: DENIED,
  },
  {
    code: 'offsite',
    name: '私人账户',
    when: /(?:打|转|付|汇)(?:钱|款|账|过来|到|给|进|在).{0,14}(?:私人|个人|店长|老板|我的?)(?:账户|账号|银行卡|卡|支付宝|收款码)/,
    but: DENIED,
  },
  {
    code: 'offsite',
    name: '私人账户',
    when: /私人(?:账户|账号|收款|银行卡)|转账(?:过来|给我|到我)|(?:红包|钱).{0,2}直接转(?:你|您|我)|直接转(?:我|给我)/,
    but: DENIED,
  },
  {
    code: 'offsite',
    name: '引去别处',
    when: r(`(?:去|到|上|用|在).{0,5}${MARKET}.{0,10}(?:拍|买|下单|搜|找|便宜|转)`),
    but: DENIED,
  },
  {
    code: 'offsite',
    name: '引去别处',
    when: r(`(?:${MARKET}|别家|另一家).{0,6}链接.{0,4}(?:发|给)(?:您|你)`),
    but: DENIED,
  },
  {
    code: 'offsite',
    name: '绕开平台',
    when: /(?:不走|绕开|跳过|脱离|避开)平台|(?:这里|这儿|平台上?)(?:说话)?不方便.{0,12}(?:号|电话|聊|谈|加)|平台抽成.{0,8}(?:加|直接)/,
    but: /请不要|为了您|不能|请勿|禁止/,
  },
  {
    code: 'offsite',
    name: '私下联系',
    when: /(?:头像|图)(?:里|上)的码.{0,4}扫|(?:手机号|电话|号码).{0,6}(?:写|发|留|给)(?:给)?我.{0,12}(?:谈|单聊|私聊|便宜|优惠)|单聊|(?:出来|私下)(?:聊|谈|交易)/,
    but: DENIED,
  },
  {
    code: 'insult',
    name: '辱骂',
    when: /神经病|有病(?:吧|啊|是|就|$)|智障|弱智|傻(?:逼|叉|缺|子)|蠢|白痴|脑残|脑子(?:有|进|坏)|眼瞎|瞎了|人渣|贱人?(?!卖)|穷鬼|人穷|穷逼|白嫖|催命鬼|死全家|妈的|他妈|尼玛|(?<![a-z])(?:tmd|sb|nmsl)(?![a-z])|废物|不要脸|没教养|没素质|泼妇|嘴脸|听不懂人话|不是人/,
    but: /不是(?:说|骂)|从不|不会|道歉|代他|防/,
  },
  {
    code: 'insult',
    name: '辱骂',
    when: /(?:你|您)(?:才|就是)?.{0,2}垃圾(?!袋|桶|篓|箱|分类)|滚(?:蛋|开|远|出|吧|$)|胖成|减减肥吧|(?:你|您)这种人|家没大人|不上天|这么会算计|屁大点|闲得慌|懒得理|不服憋|笨死|真笨|有娘生/,
    but: /不会|没有/,
  },
  {
    code: 'credential',
    name: '索要验证码或密码',
    when: r(
      `${SECRET}[^,。;!?\\n]{0,8}(?:发(?!送|您|你|给您|给你)|报|给(?!您|你)|告诉(?!您)|提供|念|说一下|截图|是多少|多少)`,
    ),
    but: r(`${NOT}|别|重新|忘|怎么|设置|自己设|转发他人|收不到`),
  },
  {
    code: 'credential',
    name: '索要验证码或密码',
    when: r(`(?:提供|报|发(?!送)|告诉|念|输入|截图)(?:一?下|我|给我|过来|给)*[^,。;!?\\n]{0,14}${SECRET}`),
    but: r(`${NOT}|别|给您发|为您发|重新|失效|忘|重置|自己`),
  },
  {
    code: 'credential',
    name: '索要账号密码',
    when: /(?:账号|登进去|登[录陆]).{0,8}(?:密码|口令).{0,6}(?:给我|发我|告诉我|发来)|(?:对方|短信|手机).{0,8}(?:几位数|验证码|动态码).{0,8}(?:告诉|报|念|给)/,
    but: r(`${NOT}|别|骗`),
  },
  { code: 'credential', name: '让人交出验证码', when: r(`把${SECRET}.{0,4}(?:给(?!您)|发|报|念|告诉)`), but: DENIED },
  {
    code: 'privacy',
    name: '说出他人信息',
    when: /(?:买家|这个客户|那位|他|她|对方|同事|前男友|前女友|朋友|邻居)(?:的)?(?:[^,。;!?\n]{0,8})(?:电话|手机号?|地址|收货信息|住在|住\d|工位)[^,。;!?\n]{0,6}(?:是|:|在|[一-鿿]{2,6}[区路街]|\d{3,})/,
    but: r(`${NOT}|保密|隐私|师傅|快递|配送|站点|售后|网点|小哥|不便`),
  },
  {
    code: 'privacy',
    name: '说出他人信息',
    when: /(?:叫|是).{1,8}(?:工位|上班|住\d|住在)|查到了?,?(?:他|她)住|把(?:他|她|买家|客户|别人)的?.{0,6}(?:订单截图|电话|地址|信息).{0,4}(?:给|发)(?:你|您)|(?:买家|客户|同事).{0,14}1[3-9]\d{5,}|工位在|订单截图给(?:你|您)/,
    but: r(`${NOT}|保密|隐私|师傅|快递|小哥`),
  },
  {
    code: 'privacy',
    name: '索要身份证',
    when: /身份证(?:号码?|照片?|正反面|复印件|和手持照)?[^,。;!?\n]{0,8}(?:发(?!票)|提供|给(?!您)|拍|报|上传给)|(?:提供|发(?!票)|拍|报)(?:一?下)?[^,。;!?\n]{0,6}身份证|手持照/,
    but: r(`${NOT}|页面|清关|海关|自行|系统`),
  },
  {
    code: 'false-claim',
    name: '医疗功效',
    when: r(
      `${ILLNESS}.{0,10}(?:治|断根|除根|痊愈|消失|全?正常|拔干净|见效|不复发|去根|全好)|(?:治疗?|根治|治好|治愈|防|抗|降)(?:了|好|疗)?${ILLNESS}|抗癌|包治|药都?(?:可以|能)停|不用吃药`,
    ),
    but: r(`${NOT}|不是|不治|普通|就医|医嘱|医生|只是|因人而异|辅助`),
  },
  {
    code: 'false-claim',
    name: '医疗功效',
    when: /抗癌|连?医生都在|药都可以停|拔干净|断根|根治|排毒.{0,4}(?:抗|养)|保证.{0,6}(?:长高|瘦|见效|治|有效|根治)|(?:长高|瘦)\d+(?:厘米|斤).{0,4}保证/,
    but: r(`${NOT}|不保证|没有`),
  },
  {
    code: 'false-claim',
    name: '无法证明的最高级',
    when: /(?:全国|全网|世界|全球|行业|史上|宇宙)(?:销量|价格|品质)?(?:第一|最低|最好|最便宜|最强|顶级|唯一)|没有之一|绝无仅有|唯一指定|国家级|世界级|专家都推荐/,
    but: /不敢说|不能说|不是|不保证|没说/,
  },
  {
    code: 'false-claim',
    name: '绝对无害',
    when: /(?:百分之?百|100%|绝对|完全)(?:没有|无|没)(?:任何)?副作用|(?:没有|无)任何副作用|(?:百分百|100%)(?:有效|治|安全无)/,
    but: /不能|不敢/,
  },
  {
    code: 'false-claim',
    name: '虚假紧缺',
    when: /(?:只剩|仅剩|就剩|剩最后).{0,4}[件台双个套].{0,12}(?:骗|涨|恢复|翻倍|抢|错过)|(?:涨|恢复原价|翻倍).{0,12}(?:只剩|仅剩|就剩).{0,4}[件台双个套]/,
  },
  {
    code: 'paid-review',
    name: '好评换利益',
    when: r(`${REVIEW}.{0,20}${REWARD}`),
    but: /没有?关系|无关|禁止|不要理会|真实|如实|平台规则|不需要|不用|不能|不允许|不可以|不返|不会/,
  },
  {
    code: 'paid-review',
    name: '利益换好评',
    when: r(
      `${REWARD}.{0,16}(?:给个|给我|来个|换|要).{0,4}(?:好评|五星|满分)|(?:打|给|改).{0,3}(?:满分|五星|五颗星).{0,12}(?:补|送|返|转)|返.{0,6}给个好评`,
    ),
    but: /没有?关系|无关|禁止|不要理会|真实|如实|不能|不会|不用/,
  },
  {
    code: 'paid-review',
    name: '撤评换利益',
    when: /(?:评|那条|难听的话).{0,8}(?:撤|删|改).{0,10}(?:转|送|补|返|给)(?:你|您|一)/,
    but: /不能|不会|不用/,
  },
  {
    code: 'paid-review',
    name: '交好评截图',
    when: /好评截图.{0,6}(?:半价|才|领|返)|(?:提供|发).{0,12}好评截图/,
    but: /不用|不需要|禁止/,
  },
  {
    code: 'unauthorised-promise',
    name: '私下许诺',
    when: r(`${SECRETLY}.{0,14}${GIVES}|${GIVES}.{0,16}${SECRETLY}`),
    but: /不能|不会|不可以|无法|验证码|密码/,
  },
  {
    code: 'unauthorised-promise',
    name: '越权赔付',
    when: /(?:三倍|十倍|3倍|10倍).{0,2}赔(?:您|你)|赔(?:您|你)(?:三|十|3|10)倍|我保证.{0,4}(?:免单|赔)|晚一天赔|公司不认|算我的.{0,6}(?:退|赔|补)/,
    but: /不能|不会|不是|要主管|无法|适用/,
  },
  {
    code: 'threat',
    name: '威胁',
    when: /(?:每天|天天).{0,3}给(?:你|您).{0,6}打|律师函|上门找(?:你|您)|公布.{0,6}(?:手机|电话|信息|地址)|(?:举报|投诉).{0,8}下场|家在哪.{0,6}(?:清楚|知道)|(?:让|要)(?:你|您)好看|后果自负|弄死|找人(?:收拾|弄)|等着瞧|拉黑(?:你|您)|走着瞧/,
    but: /不会|不能|骗/,
  },
  {
    code: 'block-complaint',
    name: '阻拦投诉',
    when: /不(?:撤|撤销|删|取消)(?:掉|诉)?.{0,8}(?:不(?:给|会|予|能)|没法|别想|就不).{0,6}(?:退|赔|办|处理)|(?:投诉|举报|差评)了?.{0,8}(?:就不|不给|不予|没法|不好|别想).{0,8}(?:退|办|处理|赔)|(?:先)?(?:不要|别)(?:去)?(?:投诉|举报|打12315|给差评)|(?:撤|删)(?:了|掉|诉|销)?.{0,8}(?:才|再)(?:给|能|会)?.{0,6}(?:退|办|处理|赔|补)/,
    but: /不会因|权利|不影响|照(?:样|退|办)|账号/,
  },
  {
    code: 'final-interpretation',
    name: '最终解释权',
    when: /最终解释权|解释权.{0,4}(?:归|在|属|是)|(?:怎么说|怎么算|怎么定).{0,3}由?(?:店家|商家|店里|我们)(?:定|说了算)|由(?:店家|商家|我们)说了算|(?:你|您)说了不算/,
    but: /不存在|不能说|无效|没有最终|不会/,
  },
];

const SEPARATORS = /[\s\-_.·*~、/|'"‘’“”]/;
const SENTENCE = /[,。;!?\n]/;
const QUICK =
  /[微薇威徽维围葳vwq扣企群闲咸某平私单码加+户账蓝绿橙黄密验校动口卡数身证住电手叫他她评星满分治药癌根断保全世唯绝百100剩涨病傻蠢瞎穷贱滚垃脑废素养嫖催胖减憋屁懒算笨妈tsn智弱白眼人不要赔转偷悄别声张查免律上公投举撤删解由说家家等打天]/;

/** Red lines of one reply: object × act, unless the same sentence denies it or warns of it. */
export function redLinesIn(text: string, customer: string): RedLineHit[] {
  if (!QUICK.test(text)) return [];
  const { squeezed, at } = squeeze(text);
  const hits: RedLineHit[] = [];
  for (const rule of RULES) {
    if (hits.some((hit) => hit.code === rule.code)) continue;
    const hit = rule.when.exec(squeezed);
    if (!hit || rule.but?.test(sentenceAround(squeezed, hit.index, hit.index + hit[0].length))) continue;
    hits.push({
      code: rule.code,
      confidence: rule.confidence ?? 'high',
      start: at[hit.index] ?? 0,
      end: (at[hit.index + hit[0].length - 1] ?? 0) + 1,
      rule: rule.name,
    });
  }
  if (
    hits.length === 0 &&
    /需要什么|要什么|提供什么/.test(customer) &&
    /身份证/.test(squeezed) &&
    !DENIED.test(squeezed)
  ) {
    const start = squeezed.indexOf('身份证');
    hits.push({
      code: 'privacy',
      confidence: 'low',
      start: at[start] ?? 0,
      end: (at[start] ?? 0) + 3,
      rule: '索要身份证',
    });
  }
  return hits;
}

/** Drops the marks people put between letters to pass a filter (V-X, 加 微 信), keeping sentence ends. */
function squeeze(text: string): { squeezed: string; at: number[] } {
  let squeezed = '';
  const at: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const char = text.charAt(index);
    if (SEPARATORS.test(char) && char !== '\n' && !isModelNumber(text, index)) continue;
    squeezed += char === '\uE003' ? '\uE003' : char;
    at.push(index);
  }
  return { squeezed, at };
}

/** VX-200 is a product. */
function isModelNumber(text: string, at: number): boolean {
  return text.charAt(at) === '-' && /[a-z]/.test(text.charAt(at - 1)) && /[0-9]/.test(text.charAt(at + 1));
}

function sentenceAround(text: string, start: number, end: number): string {
  let from = start;
  while (from > 0 && start - from < 40 && !/[。;!?\n]/.test(text.charAt(from - 1))) from -= 1;
  let to = end;
  while (to < text.length && to - end < 30 && !SENTENCE.test(text.charAt(to))) to += 1;
  return text.slice(from, to);
}
