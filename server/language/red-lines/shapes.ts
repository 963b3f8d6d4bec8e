/** Things known by their shape, not by words: phone numbers, addresses, accounts, doors. */
import type { RedLine } from '#language/terms/verdicts.ts';
import { isDenied, stretchAround } from './guards.ts';
import type { FoundRedLine } from './red-line-rule.ts';

type Shape = {
  readonly code: RedLine;
  readonly name: string;
  readonly pattern: RegExp;
  /** A pattern its sentence must match; null where the shape is enough. */
  readonly context: RegExp | null;
  readonly excluded: RegExp;
  readonly isDoubtful?: true;
};

const OWN =
  /官方|旗舰|店铺|首页|会员|支付|付款|退回|零钱|原路|发票|热线|驿站|骗|别信|通知您|蓝牙|打印|面单|师傅|司机|派件|快递|派送|配送|安装|网点|小哥|骑手|客户|买家|收件人|型号/;
const DOOR = '[\\d一二三四五六七八九十百]{1,4}';
const BUILDING = `${DOOR}(?:栋|幢|座|号楼)`;
const SOMEBODY =
  /他|她|买家|客户|楼|小区|姓|叫|女士|先生|小姐|那位|这位|邻居|同事|收件人|前任|上家|真名|[赵钱孙李周吴郑王冯陈刘张黄林徐何马朱胡郭][姐哥某总]/;
const SHAPES: readonly Shape[] = [
  {
    code: 'privacy',
    name: '说出他人电话',
    pattern: /(?<![\d.])1[3-9]\d[\d*]{5,8}(?!\d)/,
    context: SOMEBODY,
    excluded: /师傅|配送|站点|网点|小哥|售后|安装|老板|店长|加我|打我|找我|厂长|财务|私|绕|不走|快递/,
  },
  {
    code: 'offsite',
    name: '私人电话',
    pattern: /(?<![\d.])1[3-9]\d(?:[- ]?[\d*]){8}(?!\d)/,
    context: /加|打|找我|联系|私|聊|微信|call|同号|存|转|付/,
    excluded: OWN,
  },
  {
    code: 'offsite',
    name: '外部邮箱',
    pattern: /(?<![a-z0-9_.])[a-z0-9_.]{3,24}@?(?:qq|163|126|gmail|outlook|foxmail|hotmail)\.?com/,
    context: null,
    excluded: OWN,
  },
  {
    code: 'offsite',
    name: '外部账号',
    pattern: /(?:微信|qq)(?:id|号|同号|群)?[:是]?(?!-?\d{1,4}(?![\d*a-z]))[a-z0-9_*-]{5,}/,
    context: null,
    excluded: OWN,
  },
  {
    // The words don't tell whose home it is: a doubt, unless it is said in public.
    code: 'privacy',
    name: '说出住处到单元门牌',
    pattern: new RegExp(
      `${BUILDING}[^,。;!?\\n\\d]{0,2}${DOOR}(?:单元|门洞)(?:[^,。;!?\\n\\d]{0,2}${DOOR}[室号房户]?)?|${BUILDING}[^,。;!?\\n\\d]{0,2}\\d{3,4}(?!\\d|元|块|件|米|平|的价)[室号房户]?`,
    ),
    context: null,
    excluded: /自提|门店|仓库|退货地址|寄回|我们店|我们公司|网点|驿站|维修点|售后点|展厅|电梯/,
    isDoubtful: true,
  },
];
const SENTENCE = /[。;!?\n]/;
const REACH = 30;

/** The first undenied match of each shape. `ofOthers`: the text has another's data, so a number is theirs, no way off. */
export const shapesIn = (text: string, ofOthers: boolean): FoundRedLine[] => {
  const found: FoundRedLine[] = [];
  let isOfOthers = ofOthers;
  for (const { code, name, pattern, context, excluded, isDoubtful } of SHAPES) {
    if (isOfOthers && name === '私人电话') continue;
    const match = pattern.exec(text);
    if (!match) continue;
    const [start, end] = [match.index, match.index + match[0].length];
    const { first, last } = stretchAround(text, start, end, SENTENCE, REACH);
    const textAround = text.slice(first, start) + text.slice(end, last);
    if ((context && !context.test(textAround)) || excluded.test(textAround) || isDenied(text, start, end)) continue;
    isOfOthers ||= code === 'privacy';
    found.push({
      code,
      confidence: isDoubtful ? 'low' : 'high',
      start,
      end,
      rule: name,
      sure: !isDoubtful,
      ...(isDoubtful && { shown: isDoubtful }),
    });
  }
  return found;
};
