/** docs/coverage.md: authors and teachers find a case by what it exercises; nobody has written a case for an empty row. */
import { outcomeNames } from '#scoring/report-sections/transcript.ts';
import { table } from '#scripts/accuracy/tables.ts';
import { type CountedCase, type Coverage, casesWith, type MORE, ROW_KINDS, type RowKind } from './count.ts';
import { missingFrom } from './promises.ts';

const LEVELS = [1, 2, 3, 4, 5];

type Section = { title: string; note: string; names?: Readonly<Record<string, string>> };

const WINDOW_NAMES: Readonly<Record<string, string>> = {
  'follow-up': '再跟进',
  'order-prompt': '引导拍下',
  'payment-reminder': '催付',
  'recognise-regular': '认出老客',
  goodbye: '道别',
  return: '按时回来',
  'confirm-order': '核对订单',
  'cross-sell': '搭配',
};
const MORE_NAMES: Readonly<Record<(typeof MORE)[number], string>> = {
  unknown: '没有卡能答的问题',
  bot: '机器人转来的',
  regular: '老客',
  later: '答错了会回来找',
  recalls: '回头再问前面的问题',
  place: '公屏、群聊',
  incident: '突发',
  'several-orders': '几张订单',
};

const SECTIONS: Readonly<Record<RowKind, Section>> = {
  law: { title: '法条', note: '案例 `tags.law` 写的行；名称、条文、日期在 `scenarios/law.yaml`。' },
  red: {
    title: '红线',
    note: '只算试跑证实的：testplan 里有学员踩了这条线，`expect.findings` 写着 `red-line:…`，每次检查都重跑。案例里写了 `forbids` 或客户的反应，但没人踩过的，不算。',
  },
  window: {
    title: '时机',
    note: '作者开的时机按拍子算。道别自己会开，结局写了 `model` 才算；返回要先有人说稍等，testplan 里有学员稍等后没回来（`no-return`）才算。',
    names: WINDOW_NAMES,
  },
  action: { title: '操作', note: '`needs`、`duties` 或时机要的操作；只被禁止的不算。' },
  forbidden: { title: '禁做的操作', note: '案例写了 `forbids` 的操作：做了客户会有反应，也扣分。' },
  obstacle: { title: '付款障碍', note: '`tags.obstacle`，没写的看 `obstacle.kind`。' },
  persona: { title: '人设', note: '`customer.persona`。' },
  outcome: {
    title: '结局',
    note: '案例里至少有一个这样的结局。',
    get names() {
      return outcomeNames();
    },
  },
  picture: { title: '客户发的图', note: '台词里的〔pic …〕〔shots …〕和 `knows` 的 `picture`。' },
  more: { title: '别的', note: '从文件里数出来的写法。', names: MORE_NAMES },
};

/** The whole page, with a newline at its end. */
export const coveragePage = (coverage: Coverage): string => {
  const { cases } = coverage;
  const minutes = cases.reduce((sum, counted) => sum + counted.minutes, 0);
  const missing = missingFrom(coverage);
  return `${[
    '# 案例覆盖表',
    '由 `npm run -s scenarios:coverage` 从案例文件生成，不要手改；测试会核对它与文件一致。括号里是级别。',
    `${cases.length} 个案例，${minutes} 分钟。`,
    '## 类型 × 级别 × 店铺',
    byType(coverage),
    byShop(coverage),
    ...ROW_KINDS.map((kind) => section(coverage, kind)),
    '## 五级的两难',
    table(
      ['案例', '两难'],
      cases.filter(({ dilemma }) => dilemma !== null).map((counted) => [named(counted), counted.dilemma ?? '']),
      2,
    ),
    '## 还缺什么',
    missing.length === 0 ? '答应过的都有了。' : missing.map((promise) => `- ${promise}`).join('\n'),
  ].join('\n\n')}\n`;
};

const byType = ({ cases, types, shops }: Coverage): string => {
  const rows = types.map(({ id, name }) => {
    const own = cases.filter(({ type }) => type === id);
    const at = (level: number) => cell(own.filter((counted) => counted.level === level).map(nameOf));
    const stands = shops.filter((shop) => own.some((counted) => counted.shop === shop.id));
    return [name, ...LEVELS.map(at), cell(stands.map((shop) => shop.name))];
  });
  return table(['类型', ...LEVELS.map((level) => `${level} 级`), '店铺'], rows, LEVELS.length + 2);
};

const byShop = ({ cases, shops }: Coverage): string => {
  const rows = shops.map(({ id, name }) => {
    const own = cases.filter(({ shop }) => shop === id);
    return [
      name,
      ...LEVELS.map((level) => String(own.filter((counted) => counted.level === level).length)),
      String(own.length),
    ];
  });
  return table(['店铺', ...LEVELS.map((level) => `${level} 级`), '合计'], rows);
};

const section = (coverage: Coverage, kind: RowKind): string => {
  const { title, note, names } = SECTIONS[kind];
  const rows = coverage.rows[kind].map(({ id, name }) => {
    const called = name || names?.[id] || '';
    const found = casesWith(coverage, kind, id);
    return [called ? `${id} ${called}` : id, cell(found.map(named)), String(found.length)];
  });
  return `## ${title}\n\n${note}\n\n${table(['', '案例', '数'], rows, 2)}`;
};

/** The part of the id that tells cases of a type apart. */
const nameOf = ({ id }: CountedCase): string => id.slice(id.indexOf('/') + 1);
const named = (counted: CountedCase): string => `${nameOf(counted)}(${counted.level})`;
const cell = (names: readonly string[]): string => (names.length === 0 ? '—' : names.join(' · '));
