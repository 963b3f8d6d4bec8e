/** The class the whole lesson is played with: every kind of trainee, two cut lines, one absent, one late. */
import type { SeatPlan } from './whole-lesson.ts';

const NAMES =
  '陈雨桐 林子墨 周可欣 吴俊熙 郑思远 王梓涵 冯雨泽 褚一诺 卫星辰 蒋沐阳 沈书瑶 韩知秋 杨景行 朱念慈 秦若兮 尤佳宁 许云帆 何语嫣 吕承泽 施南乔 张亦菲 孔令宇 曹思齐 严嘉树 华清越 金明远 魏紫萱 陶然 姜以沫 戚少游 谢长安 邹静怡 喻可为 柏青 水灵 窦文博'.split(
    ' ',
  );

const HABITS: SeatPlan['habit'][] = [
  ...['model', 'second-model', 'middling', 'poor', 'paste-happy', 'silent', 'chatty', 'half'],
  ...['rude', 'no-clicks', 'model', 'middling', 'poor', 'second-model', 'middling', 'half'],
  ...['chatty', 'model', 'poor', 'no-clicks', 'middling', 'second-model', 'paste-happy', 'middling'],
  ...['model', 'poor', 'half', 'middling', 'rude', 'second-model', 'middling', 'poor'],
  ...['model', 'silent', 'middling'],
] as SeatPlan['habit'][];

const MINUTE = 60_000;

/**
 * The trainee at place 25 comes late, the one at 3 loses the connection for two minutes, the one at 11 for good, and the
 * last never comes.
 */
export const CLASS_OF_36: SeatPlan[] = NAMES.map((name, place) => ({
  name,
  habit: HABITS[place] ?? null,
  ...(place === 3 ? { cut: { afterMs: 2 * MINUTE, backMs: 2 * MINUTE } } : {}),
  ...(place === 11 ? { cut: { afterMs: 4 * MINUTE, backMs: null } } : {}),
  ...(place === 25 ? { lateMs: 3 * MINUTE } : {}),
}));
