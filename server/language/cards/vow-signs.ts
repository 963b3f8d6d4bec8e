/** The words by which a thing that no card guarantees is vowed, hurried or ruled on; and those that leave it open. */
const list = (words: string): readonly string[] => words.split(' ');

/** 一定要 and 肯定是 vow nothing about what comes behind. */
export const VOWED =
  /(?:肯定|一定|绝对|保证|包您|包你|保准|百分百|百分之百|100%|妥妥|铁定|必定)(?!会?(?:要|得|记得|先|把|看|是))/g;
/** The money is there at once, or by a day that is none of the shop's to name. */
export const HURRIED = /秒|马上|立马|立刻|当场|即刻|今天就|今天能|今天会|今天到|今晚|当天就|一会儿?就|几分钟/;
/** Before a vow: 不是明天一定能到. */
export const UNVOWED = /不是|并非|没说|没有说|谁说|哪敢|哪能|[不没未]$/;
/** Between a vow and its matter: what is denied isn't vowed. */
export const TURNED = /[不没别难未]/;
/** Anywhere in the clause: nobody vows so. */
export const LEFT_OPEN = list(
  '不敢 没法 不能 不好说 说不准 说不好 说不定 难说 保不 不保证 不承诺 打包票 拍胸 不一定 不见得 未必 谁也 谁敢 估计 大概 可能 应该 尽量 争取 希望 但愿 不打 无法 以到 为准 看银行 看快递 承诺不',
);
/** After something else has come: 寄到了肯定…, 收到后…; or money comes, and no parcel: 明天到账. */
export const ONCE = /^(?:[了账帐期]|后|之后|以后|的话|就|再|时|的时候|货[后就再])/;

/** A verdict either way on what only others may decide. */
export const DENIES = list(
  '做不了 赔不了 不赔 不给 给不了 不可能 没有 不会 不行 不适用 不符合 不算 够不上 谈不上 不认 不存在 别想 免谈 没门',
);
/** Who says that nobody promised it rules on nothing: 三倍我没有答应. */
export const NOT_TOLD = list(
  '没有答应 没答应 没有应 没应 没有许 没许 没有承诺 没承诺 没有说 没说 没有讲 没讲 没有定 没定 没有批 没批 不是我说 不是我答应',
);
export const ADMITS = list(
  '赔您 赔你 赔给 给您赔 给你赔 给您退 给你退 我们赔 店里赔 会赔 一定赔 肯定赔 照赔 认了 我认 我们认 可以赔 没问题',
);
/** Neither: handed on, or left open. */
export const HANDED_ON = list(
  '主管 班长 组长 领导 上报 报上 往上报 申请 递 定不了 做不了主 没权 权限 不认定 不承诺 不否认 不好说 不敢 不替 不说 不先 别急 说了不算 拍胸 打包票 骗 批 核实 监管 专人 不会不 不能说 不会推 不推',
);
