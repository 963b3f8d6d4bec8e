/**
 * Every code the checker can give. Codes are stable: teachers' notes, CI and the editor name them.
 * An error breaks the play or the marks; a warning makes the case worse to learn from.
 */

export const CODES = {
  'yaml-syntax': ['error', '不是合法的 YAML，或用了锚点、别名、标签'],
  'yaml-ascii-comma': ['error', '[ ] 或 { } 里的英文逗号把一句中文切成了两半'],
  'yaml-colon-in-bare': ['error', '没加引号的句子里有「: 」，被当成了键'],
  'yaml-wide-colon': ['error', '键后面是中文冒号，没当成键'],
  'yaml-hash-in-bare': ['error', '没加引号的句子里有「 #」，后半句成了注释'],
  'yaml-bare-number': ['error', '该写文字的地方是没加引号的数字、true 或 null'],
  'yaml-leading-brace': ['error', '句子以 { 开头却没加引号，被当成了映射'],
  schema: ['error', '缺了必填的键、写了不认识的键，或值的样子不对'],
  'missing-file': ['error', '店铺目录或案例库缺一份必需的文件'],
  'id-not-path': ['error', 'id、type 与文件所在的路径不一致'],
  'unknown-id': ['error', '提到的 id 不存在'],
  'duplicate-id': ['error', '同一个 id 用了两次'],
  'unknown-card': ['error', '〔…〕不认识，或没有自成一泡'],
  'unknown-variable': ['error', '台词里的变量没有人会填'],
  'bystander-unnamed': ['error', '旁人的话没写成「名字：话」'],
  'bystander-too-long': ['error', '旁人的一句话超过 60 字'],
  'bystander-card': ['error', '旁人的话里有〔…〕：旁人只说话，不发卡片和图'],
  'bystander-private': ['error', '旁人的话写在了私聊的拍子上'],
  'bubble-out-of-range': ['error', 'asks 的 at 指到了没有的泡'],
  'beat-unreachable': ['error', '没有一条路走得到这个拍子'],
  'beat-dead-end': ['error', '这个拍子出不去，或永远到不了结局'],
  'ending-unreachable': ['error', '没有一条路走得到这个结局'],
  'red-line-circle': ['error', '一再踩同一条红线会原地打转，演练结束不了'],
  'ending-red-line-only': ['warning', '只有踩红线才走得到这个结局'],
  'later-impossible': ['error', 'later 的条件在这个结局里不可能成立'],
  'recall-waiting': ['error', 'recalls 提的问题没有写 waits: false，或在后面才问'],
  'goodbye-twice': ['error', '道别、稍等后的返回会自己开时机，拍子里又写了一次'],
  'window-line-with-from': ['error', '有台词的拍子，时机不能再写 from（RULES V2）'],
  'window-without-points': ['error', '认出老客、核对订单要靠说中要点，却没写 points（RULES V2）'],
  'window-without-model': ['warning', '时机没有 model，报告里给的是一句拼出来的话'],
  'question-without-must': ['error', '一个问题没有 must 要点（RULES T6）'],
  'point-without-source': ['error', '要点没有政策卡、商品或订单作依据'],
  'ground-missing': ['error', '要学员说到、问到、办到的事，没写他从哪句原话知道'],
  'ground-not-found': ['error', 'ground 里的原话，不在它说的那张卡、商品、订单或话里'],
  'point-two-facts': ['warning', '一个要点里有两个数或两个分句'],
  'must-without-wrong': ['error', '必答要点没有错的说法，或答错时没有自己的台词'],
  'must-without-ask': ['warning', '必答要点没有 ask：就差这一点时，客户只能整个再问一遍'],
  'must-without-check': ['warning', '必答要点没有 check：像是说到了又拿不准时，客户没法核对'],
  'too-few-wordings': ['warning', '要点的说法太少，学员换个说法就听不出来'],
  'model-missing': ['warning', '问题没有 model，报告里没有更好的说法可看'],
  'model-repeats-key': ['warning', 'model 照抄了要点的说法，等于没有检验'],
  'model-misses-point': ['error', 'model 没说到这个问题的必答要点'],
  'model-red-line': ['warning', '报告会推荐的一句（model）自己听着像红线'],
  'example-misjudged': ['error', 'examples 里的句子判得不对'],
  'also-not-heard': ['warning', 'says 或 also 里的说法没被听成覆盖'],
  'wrong-not-heard': ['warning', 'contradicts 或 wrongs 里的说法没被听成答错'],
  'need-unmeetable': ['error', '这件事没有人办得到'],
  'fact-undrawable': ['error', '事实既没有 cues，也没有操作，也不会自己说，问不出来'],
  'fact-without-model': ['warning', '要问出来的事实没有 model，报告里没有问法可看'],
  'fact-unused': ['warning', '没有拍子用到这个事实'],
  'reaction-missing': ['warning', '反应落到了人设的台词上'],
  'line-repeated': ['warning', '同一句台词用在两处'],
  'line-too-long': ['warning', '一个泡超过 60 字'],
  'resolved-asks': ['warning', 'resolved 的台词问了一句，却没有问题在听'],
  'secret-too-general': ['error', 'secret 里的字样太泛，老实的客服也会说到'],
  'sum-mismatch': ['error', '订单的实付、优惠与合计对不上'],
  'figure-unknown': ['warning', '说的钱数从商品、订单、券和引用的卡里算不出来'],
  'date-disagrees': ['error', '日期和星期，或 今天、明天 和日期，对不上故事的日子'],
  'quick-reply-denies-card': ['warning', '话术里的数与它引的政策卡不同，又没标成陷阱'],
  'limit-not-in-text': ['error', '权限的数（gives）和那一行字（text）对不上'],
  'card-figure-unheard': ['error', '卡的 states 里有听不出的数，或说法里没有写 几'],
  'trap-without-source': ['error', '陷阱没写法条（或卡）和日期'],
  'obstacle-without-answer': ['error', '付款障碍或商品疑虑没有对应的答案'],
  placeholder: ['error', '脚手架留下的【改：…】还没换成自己的话'],
  'dilemma-missing': ['error', '五级案例没写 tags.dilemma：两难在哪'],
  'obstacle-differs': ['error', 'tags.obstacle 与 obstacle.kind 说的不是同一种障碍'],
  'red-line-unplayed': ['warning', 'tags.red 写了红线，testplan 里却没有学员踩它'],
  'picture-missing': ['error', '商品图没有放在店铺目录的 pictures/ 里，或路径写得不对；客户的图没有同名的 svg'],
  'picture-unfit': ['error', '客户的图不只是一幅画：有脚本、外链、不认识的标签，或太大'],
  'unknown-picture': ['error', '〔pic …〕〔shots …〕或 picture 提到的图，图库里没有'],
  'rubric-rule-missing': ['error', '最新的评分标准缺发现的规则，碰到的报告会算不出来'],
  'star-lines-order': ['error', '星级的线没有从好到差排，或星数不合档'],
  'no-testplan': ['warning', '案例旁边没有 testplan'],
  'testplan-trainee': ['error', 'testplan 缺一个必需的学员'],
  'testplan-band': ['error', 'testplan 的分数带与学员的名字不符'],
  'testplan-model': ['error', '模范学员的话没说到必答要点'],
  'testplan-score': ['error', '试跑的分数不在带内'],
  'testplan-finding': ['error', '试跑没有得到该有的发现'],
  'testplan-absent': ['error', '试跑得到了不该有的发现'],
  'testplan-ending': ['error', '试跑走到了别的结局'],
} as const satisfies Readonly<Record<string, readonly [Severity, string]>>;

export type Code = keyof typeof CODES;

/** Codes that only playing a testplan can give (`authoring/testplan.ts`); the static checks never do. */
export const PLAYED_CODES = ['testplan-score', 'testplan-finding', 'testplan-absent', 'testplan-ending'] as const;

/** The severity every diagnostic of this code has. */
export function severityOf(code: Code): Severity {
  return CODES[code][0];
}

export type Severity = 'error' | 'warning';
