/** Which column of a service table is what: the headings that 赤兔, 千牛 and the other desks' exports have. */
import type { TableColumn } from '#contract/service-data/tables.ts';

/** The preferred heading of a kind first: where two columns have the same kind, the one named earlier here is read. */
const HEADS: Record<TableColumn, string> = {
  at: '日期 统计日期 数据日期 接待日期 咨询日期 会话开始时间 会话时间 接待时间 咨询时间 开始时间 统计时间 时间 date time',
  who: '客服 客服昵称 客服名称 客服姓名 接待客服 客服旺旺 旺旺昵称 旺旺 客服账号 客服id 子账号 坐席 座席 员工 员工姓名 agent',
  shop: '店铺 店铺名称 店铺名 品牌 网店 类目 商品类目 shop store',
  type: '咨询类型 咨询热点 咨询分类 会话类型 会话分类 问题类型 问题分类 咨询问题 咨询原因 问题场景 场景类型 场景 热点 topic',
  complaint: '投诉类型 投诉原因 投诉分类 投诉类别 纠纷类型 纠纷原因 差评原因 complaint',
  outcome: '会话结果 处理结果 结果 成交状态 是否成交 是否下单 是否付款 outcome',
  served:
    '接待人数 接待量 聊天人数 接待会话数 会话数 会话量 咨询人数 咨询量 接待人次 数量 件数 人数 次数 投诉量 投诉数 投诉件数 served',
  perDay: '日均接待人数 日均接待量 日均接待 日均聊天人数 日均会话数 日均会话量 日均咨询人数 日均咨询量 日均接待人次',
  enquirers: '询单人数 询单量 询单数 enquirers',
  buyers: '付款人数 成交人数 询单付款人数 最终付款人数 下单人数 购买人数 buyers',
  firstS:
    '首次响应 首次响应时间 首次响应时长 平均首次响应 平均首次响应时间 首次平均响应 首次平均响应时间 人工首次响应 首响 首响时间 首响时长 平均首响 人工首响 firstresponse',
  meanS:
    '平均响应 平均响应时间 平均响应时长 人工平均响应 人工平均响应时间 旺旺人工平响 旺旺平均响应 人工平响 平响 平响时间 平响时长 meanresponse averageresponse',
  slowestS: '最长响应 最长响应时间 最慢响应 最大响应时间 最长等待 最长等待时间 最慢一轮 slowestresponse',
  lastedS: '平均接待时长 接待时长 会话时长 平均会话时长 duration',
  customerMessages: '买家消息数 客户消息数 顾客消息数 买家消息 客户消息 customermessages',
  traineeMessages: '客服消息数 客服消息 客服回复数 客服发送消息数 回复消息数 agentmessages',
  unanswered: '未回复人数 未回复数 未回复会话数 未回复 unanswered',
  conversion:
    '询单转化率 询单付款转化率 询单最终付款转化率 最终付款转化率 咨询转化率 付款转化率 询单到付款转化率 询单最终付款成功率 询单付款成功率 最终付款成功率 转化率 conversion conversionrate',
  basket: '客单价 平均客单价 客单 付款客单价 客服客单价 basket averageorder',
  satisfied: '满意度 客户满意度 服务满意度 满意率 客户满意率 评价满意率 客服满意率 satisfaction',
  rating: '评分 打分 客户评分 服务评分 评价分 评价星级 星级 满意度评分 rating stars',
};

const COLUMN_OF = new Map<string, { as: TableColumn; rank: number }>();
// The cast is safe: the names are the record's own.
for (const [as, heads] of Object.entries(HEADS))
  for (const [rank, head] of heads.split(' ').entries()) COLUMN_OF.set(head, { as: as as TableColumn, rank });

/** Words by which a column holds what tells a customer or an order: it is never stored. */
const PRIVATE =
  /买家|客户|顾客|会员|用户|收[货件]|姓名|昵称|旺旺|账[号户]|手机|电话|联系|地址|身份证|订单|单号|编号|交易|流水|支付宝|微信|邮箱|邮件|聊天[内记]|备注|留言|内容|qq|wechat|phone|mobile|address|email|buyer|customer|user|order|name|\bid$/;

/** 首次响应(秒), *首次响应 and 首 次 响应 are one heading. */
const keyOf = (head: string): string =>
  head
    .slice(0, LONGEST_HEAD)
    .normalize('NFKC')
    .replace(/[([【][^)\]】]*[)\]】]?|[\s*:._>→-]/g, '')
    .toLowerCase();

const LONGEST_HEAD = 40;

export type Head = { as: TableColumn | 'private' | 'unused'; rank: number };

/** What a heading says that its column is. */
export const headOf = (head: string): Head => {
  const key = keyOf(head);
  const known = COLUMN_OF.get(key);
  if (known !== undefined) return known;
  return { as: PRIVATE.test(key) ? 'private' : 'unused', rank: 0 };
};

/** What a heading says its durations are told in; null: it says nothing. */
export const durationUnit = (head: string): 'minutes' | 'milliseconds' | 'seconds' | null => {
  const said = /[([]\s*(毫秒|ms|分钟?|min|秒|s)[^)\]]*[)\]]?$/i.exec(
    head.normalize('NFKC').slice(0, LONGEST_HEAD),
  )?.[1];
  if (said === undefined) return null;
  if (/毫秒|ms/i.test(said)) return 'milliseconds';
  return /分|min/i.test(said) ? 'minutes' : 'seconds';
};
