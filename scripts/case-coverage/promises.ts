/** What we promise teachers about the library, and which of it is still missing. */
import { type Coverage, casesWith, type RowKind } from './count.ts';

/** The trade's twelve; a type a teacher adds promises nothing. */
const TWELVE = [
  ...['product-advice', 'promotion', 'bargaining', 'payment-reminder', 'order-change', 'shipping-urge'],
  ...['account-security', 'logistics-complaint', 'return-dispute', 'quality-claim', 'complaint-escalation'],
  'returning-customer',
];
const LEVELS = [1, 3, 5];
/** Every row of these has a case. */
const COMPLETE: readonly (readonly [RowKind, string])[] = [
  ['law', '法条'],
  ['obstacle', '付款障碍'],
  ['red', '红线'],
  ['window', '时机'],
  ['action', '操作'],
  ['persona', '人设'],
];
/** On the desk only to tempt: doing them is wrong in every shop, so a case forbids them instead of asking for them. */
const TEMPTATIONS: ReadonlySet<string> = new Set(['change-price', 'send-text-reminder']);
/** At least so many cases with a question no card answers, with a bot's transcript, and so many different pictures. */
const AT_LEAST = { unknown: 6, bot: 3, pictures: 20 } as const;

/** One line for each promise not kept, in the order of the promises: `法条 L09`, `图片 还差 3`. */
export const missingFrom = (coverage: Coverage): string[] => {
  const cells = TWELVE.flatMap((type) =>
    LEVELS.filter((level) => !coverage.cases.some((counted) => counted.type === type && counted.level === level)).map(
      (level) => `案例 ${type} ${level} 级`,
    ),
  );
  const rows = COMPLETE.flatMap(([kind, name]) =>
    coverage.rows[kind]
      .filter(({ id }) => casesWith(coverage, kindOf(kind, id), id).length === 0)
      .map(({ id }) => `${name} ${id}`),
  );
  return [
    ...cells,
    ...rows,
    ...short('没有卡能答的问题', AT_LEAST.unknown, casesWith(coverage, 'more', 'unknown').length),
    ...short('机器人转来的', AT_LEAST.bot, casesWith(coverage, 'more', 'bot').length),
    ...short('客户发的图', AT_LEAST.pictures, coverage.rows.picture.length),
  ];
};

const kindOf = (kind: RowKind, id: string): RowKind => {
  return kind === 'action' && TEMPTATIONS.has(id) ? 'forbidden' : kind;
};

const short = (name: string, wanted: number, there: number): string[] => {
  return there >= wanted ? [] : [`${name} 还差 ${wanted - there}`];
};
