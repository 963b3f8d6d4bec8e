/**
 * Words that files of questions are written in: ours in both languages, whichever the reader's, then those of other
 * schools' tables. A file that was taken away in English comes back to a page in Chinese.
 */
import type { OwnQuestion, QuestionColumn } from '#contract/practice/own-questions.ts';

type Kind = OwnQuestion['kind'];

/** Headings, without brackets, spaces and stars. */
export const HEADINGS: Readonly<Record<QuestionColumn, readonly string[]>> = {
  id: ['编号', '题号', 'number', 'id'],
  topic: ['专题', '知识点', '分类', 'topic', 'category'],
  level: ['难度', '等级', 'level', 'difficulty'],
  kind: ['题型', '类型', 'kind', 'type'],
  shop: ['店铺', '店', 'shop'],
  stem: ['题干', '题目', '问题', 'question', 'stem'],
  key: ['答案', '正确答案', '标准答案', 'answer', 'key'],
  unit: ['单位', 'unit'],
  tolerance: ['允许误差', '误差', '容差', 'tolerance'],
  why: ['解析', '答案解析', '试题解析', 'explanation', 'why'],
  basis: ['依据', '出处', '来源', 'restson', 'source', 'basis'],
};
/** A heading of an option: `A`, `选项A`, `OptionA`. */
export const OPTION_HEADING = /^(?:选项|option)?([a-f])(?:选项|项)?$/;

const KINDS: Readonly<Record<Kind, readonly string[]>> = {
  single: ['single', '单选', '单选题', '单项选择', '单项选择题', 'oneright'],
  multiple: ['multiple', '多选', '多选题', '多项选择', '多项选择题', '不定项', '不定项选择题', 'severalright'],
  judge: ['judge', '判断', '判断题', '是非题', 'trueorfalse', 'true/false'],
  order: ['order', '排序', '排序题'],
  calculate: ['calculate', '计算', '计算题', 'calculation'],
};
const LEVELS: Readonly<Record<string, OwnQuestion['level']>> = {
  ...{ '1': 1, 一级: 1, 一: 1, 记得: 1, '一级:记得': 1, 易: 1, 容易: 1, 简单: 1 },
  ...{ '3': 3, 三级: 3, 三: 3, 会用: 3, '三级:会用': 3, 中: 3, 中等: 3, 一般: 3 },
  ...{ '5': 5, 五级: 5, 五: 5, 权衡: 5, '五级:权衡': 5, 难: 5, 困难: 5, 较难: 5 },
};
const RIGHT: readonly string[] = ['right', 'true', 't', '对', '正确', '是', '√', '✓', '✔', 'yes'];
const WRONG: readonly string[] = [
  'wrong',
  'false',
  'f',
  '不对',
  '错',
  '错误',
  '不正确',
  '否',
  '×',
  '✗',
  '✘',
  'x',
  'no',
];
const GENERAL: readonly string[] = ['', '通用', '全部', 'general', 'any', 'none'];

/** A word as it is looked up: full width as half, without spaces, small. */
export const wordOf = (cell: string): string => cell.normalize('NFKC').replace(/\s/g, '').toLowerCase();

export const kindOf = (cell: string): Kind | null => {
  const word = wordOf(cell);
  for (const [kind, words] of Object.entries(KINDS)) if (words.includes(word)) return asKind(kind);
  return null;
};
// The cast is safe: the names are the record's own.
const asKind = (kind: string): Kind => kind as Kind;
export const levelOf = (cell: string): OwnQuestion['level'] | null => LEVELS[wordOf(cell)] ?? null;
/** 0 for right, 1 for wrong, as a judgement's options stand; null: neither word. */
export const judgedPlace = (cell: string): number | null => {
  const word = wordOf(cell);
  return RIGHT.includes(word) ? 0 : WRONG.includes(word) ? 1 : null;
};
export const isGeneral = (cell: string): boolean => GENERAL.includes(wordOf(cell));

const BASIS = /^\s*(?:依据|出处|来源|rests on|source)\s*[:：]\s*/i;
export const isCitationLine = (line: string): boolean => BASIS.test(line);
export const withoutCitationWord = (line: string): string => line.replace(BASIS, '').trim();

const UNIT = /^[(（]\s{0,3}(?:单位|unit)\s{0,3}[:：]\s{0,3}([^()（）]{1,20})[)）]$/i;
/** A stem that ends in its unit, as the bank's own file writes it. */
export const unitIn = (asked: string): { stem: string; unit: string } => {
  const from = Math.max(asked.lastIndexOf('（'), asked.lastIndexOf('('));
  const unit = from < 0 ? undefined : UNIT.exec(asked.slice(from))?.[1];
  return unit === undefined ? { stem: asked, unit: '' } : { stem: asked.slice(0, from).trim(), unit: unit.trim() };
};
