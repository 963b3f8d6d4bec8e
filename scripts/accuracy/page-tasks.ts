/** The long part of the page: every task, every class, with its confusion table. */
import type { SplitFigures } from './figures.ts';
import type { ListedFigures } from './listed-figures.ts';
import type { OneOfFigures } from './one-of-figures.ts';
import { POINT_LABELS, POINT_STATES, type PointFigures } from './points-figures.ts';
import type { DetectionCounts } from './statistics.ts';
import { heardCells, table } from './tables.ts';
import { ACT_WORDS, ANSWER_WORDS, POINT_WORDS, RED_LINE_WORDS, TONE_WORDS } from './words.ts';

type Words = Readonly<Record<string, string>>;

const word = (words: Words, code: string): string => words[code] ?? code;

const HEADS = ['精确率', '召回率', 'F1', '条数'];
const PART_HEADS = ['', ...HEADS.map((head) => `普通 ${head}`), ...HEADS.map((head) => `难 ${head}`)];

const bothParts = (name: string, ordinary: DetectionCounts, hard: DetectionCounts): string[] => [
  name,
  ...heardCells(ordinary),
  ...heardCells(hard),
];

const classRows = (
  words: Words,
  ordinary: Readonly<Record<string, DetectionCounts>>,
  hard: Readonly<Record<string, DetectionCounts>>,
): string[][] => {
  return Object.entries(ordinary).flatMap(([code, heard]) => {
    const other = hard[code];
    return other ? [bothParts(word(words, code), heard, other)] : [];
  });
};

const confusion = (words: Words, labels: readonly string[], counts: readonly (readonly number[])[]): string => {
  const rows = labels.map((label, row) => [word(words, label), ...(counts[row] ?? []).map(String)]);
  return table(['标注 ↓ 判读 →', ...labels.map((label) => word(words, label))], rows);
};

const statesTable = ({ states }: PointFigures): string =>
  table(
    ['标注 ↓ 判读 →', ...POINT_STATES.map((state) => word(POINT_WORDS, state))],
    POINT_LABELS.map((label, row) => [word(POINT_WORDS, label), ...(states[row] ?? []).map(String)]),
  );

const points = ({ ordinary, hard }: SplitFigures): string[] => [
  '#### 要点和说错',
  table(PART_HEADS, [
    bothParts('要点说对了', ordinary.points.covered, hard.points.covered),
    bothParts('要点说错了', ordinary.points.wrong, hard.points.wrong),
  ]),
  `每一对「回复 × 要点」判成了什么，普通句 ${ordinary.points.pairs} 对：`,
  statesTable(ordinary.points),
  `难句 ${hard.points.pairs} 对：`,
  statesTable(hard.points),
];

const oneOf = (title: string, bad: string, words: Words, ordinary: OneOfFigures, hard: OneOfFigures): string[] => {
  const labels = Object.keys(ordinary.classes);
  return [
    `#### ${title}`,
    table(PART_HEADS, [
      ...classRows(words, ordinary.classes, hard.classes),
      bothParts(`**${bad}**`, ordinary.bad, hard.bad),
    ]),
    `普通句 ${ordinary.lines} 句，标成什么、判成什么：`,
    confusion(words, labels, ordinary.confusion),
    `难句 ${hard.lines} 句：`,
    confusion(words, labels, hard.confusion),
  ];
};

const listed = (title: string, words: Words, ordinary: ListedFigures, hard: ListedFigures): string[] => [
  `#### ${title}`,
  table(PART_HEADS, [
    ...classRows(words, ordinary.classes, hard.classes),
    bothParts('**合计**', ordinary.all, hard.all),
  ]),
];

/** Every task of a split, ordinary and hard lines apart. */
export const taskTables = (figures: SplitFigures): string[] => [
  ...points(figures),
  ...oneOf('语气', '冷淡、不耐烦、恶劣合起来', TONE_WORDS, figures.ordinary.tone, figures.hard.tone),
  ...oneOf('是否答到', '含糊、没答合起来', ANSWER_WORDS, figures.ordinary.answer, figures.hard.answer),
  ...listed('红线', RED_LINE_WORDS, figures.ordinary.redLines, figures.hard.redLines),
  ...listed('服务动作', ACT_WORDS, figures.ordinary.acts, figures.hard.acts),
];
