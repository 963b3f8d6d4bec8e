/** What each export column says, in the trade's order (docs/trade.md §9): formula, source with its date, what it leaves out. */
import type { Report } from '#contract/report.ts';
import type { DeskColumn } from '#contract/results.ts';
import type { Rubric } from '#engine/model/rubric.ts';
import { handlingOf } from '#scoring/facts/handling.ts';

type Row = Report['desk'][number];
export type DeskRule = { column: DeskColumn } & Pick<Row, 'name' | 'unit' | 'formula' | 'source' | 'leftOut'>;

const LINES = '没有通用的线，按评分标准 {rubric}，可改';
const TRADE = '赤兔名品报表的列，2026-11-01 录入';
const NONE = '无';
const AUTOMATIC = '自动回复';
const NOT_COUNTED = '自动回复；停表超过 10 秒的；演练结束时还没到点的';

const rule = (
  column: DeskColumn,
  name: string,
  unit: Row['unit'],
  formula: string,
  leftOut = NONE,
  source = TRADE,
): DeskRule => ({ column, name, unit, formula, source, leftOut });

const RULES: readonly DeskRule[] = [
  rule('talked', '聊天人数', 'count', '说过话的客户数', '排着队没接进来的客户'),
  rule('served', '接待人数', 'count', '说过话、客服也回过至少一条的客户数', AUTOMATIC),
  rule('direct', '直接接入', 'count', '直接分到这个席位的客户数'),
  rule('forwardedIn', '转发接入', 'count', '从别的席位转来的客户数'),
  rule('forwardedOut', '转出', 'count', '转给别人的客户数'),
  rule('messages', '总消息数', 'count', '买家消息数 + 客服消息数', AUTOMATIC),
  rule('customerMessages', '买家消息数', 'count', '客户发的气泡数，图片和卡片各算一条'),
  rule('traineeMessages', '客服消息数', 'count', '客服发的消息数，操作发出的卡片算一条', AUTOMATIC),
  rule('answerRatio', '答问比', 'ratio', '客服消息数 ÷ 买家消息数', AUTOMATIC),
  rule('characters', '客服字数', 'count', '客服消息的字数之和，标点算，空白不算', '卡片上的字'),
  rule('mostAtOnce', '最大同时聊天数', 'count', '同一时刻在台上的客户最多几位', '离开的、排队的客户'),
  rule('unanswered', '未回复人数', 'count', '有一个会话里说了话、一条人工回复也没等到的客户数', NOT_COUNTED),
  rule('answerRate', '回复率', 'percent', '有人工回复的会话 ÷ 等着回复的会话；走了又回来算另一个会话', NOT_COUNTED),
  rule('slow', '慢接待人数', 'count', '平均每次超过 {slowS} 秒的客户数', NOT_COUNTED, LINES),
  rule('long', '长接待人数', 'count', '在台上超过 {longMinutes} 分钟的客户数', '停表的时间', LINES),
  rule('firstResponseS', '首次响应(秒)', 's', 'Σ（第一条人工回复 − 客户第一条消息）÷ 次数', NOT_COUNTED),
  rule(
    'meanResponseS',
    '平均响应(秒)',
    's',
    'Σ 每次秒数 ÷ 次数；一次从客户第一条到客服的下一条',
    `${NOT_COUNTED}；没有回的`,
  ),
  rule('meanServiceS', '平均接待时长(秒)', 's', 'Σ 接待过的客户在台上的秒数 ÷ 接待人数', '停表的时间、离开以后的时间'),
];

/** The columns with this rubric's lines in their words. */
export function deskRules(rubric: Rubric | undefined): DeskRule[] {
  const { slowS, longMinutes } = handlingOf(rubric);
  return RULES.map((one) => ({
    ...one,
    formula: one.formula.replace('{slowS}', String(slowS)).replace('{longMinutes}', String(longMinutes)),
    source: one.source.replace('{rubric}', rubric?.date ?? ''),
  }));
}
