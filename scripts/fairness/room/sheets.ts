/**
 * What the two readers of a play get: first the thread with its reactions numbered, then the report with its faults and
 * merits numbered. Neither tells the kind of trainee. `toStore` holds the same for `store.ts`.
 */
import { z } from 'zod';
import type { DrillEvent } from '#engine/model/events.ts';
import type { Library } from '#library/load.ts';
import { repliesFile, toReplies } from '#library/schema/testplan.ts';
import { type Replayed, replayed } from '#scripts/fairness/replayed.ts';
import { startLine, threadParts } from '#scripts/play/as-trainee.ts';
import { performer } from './performance.ts';
import type { NamedPlay, PlayFile } from './play-file.ts';

const item = z.strictObject({ key: z.string(), says: z.string(), marks: z.number() });
/** The sheet as data. It leaves out the kind of trainee too, since it lies beside the readers' copies. */
export const sheetFile = z.strictObject({
  sheet: z.string(),
  play: z.string(),
  scenario: z.string(),
  card: z.int().nonnegative().default(0),
  replies: repliesFile,
  score: z.number(),
  reactions: z.array(z.strictObject({ at: z.number(), you: z.string(), customer: z.string() })),
  held: z.array(item),
  credits: z.array(item),
  plants: z.array(z.string()),
});
export type SheetFile = z.output<typeof sheetFile>;
export type Sheets = { name: string; thread: string; report: string; toStore: SheetFile };

/** `a/1` is the sheet `a-1`: a player has no dash in it, so no two plays share one. */
export const sheetName = (play: string): string => play.replace('/', '-');

/** Sheets of every play that has come to its end, and the names of those that haven't. */
export const sheetsOf = (library: Library, plays: readonly NamedPlay[]): { sheets: Sheets[]; unended: string[] } => {
  const perform = performer(library);
  const sheets: Sheets[] = [];
  const unended: string[] = [];
  for (const { name, play } of plays) {
    const { content, events, ended } = perform(play);
    if (!ended) {
      unended.push(name);
      continue;
    }
    const now = replayed(library, play.scenario, toReplies(play.replies), { card: play.card });
    const thread = [
      `场次 ${sheetName(name)}　案例 ${play.scenario}${play.card === 0 ? '' : `@${play.card}`}`,
      ...content.data.scenarios.map(startLine),
      '',
      ...numbered(threadParts(content, events), now),
      '',
      ...reactionLines(now),
    ];
    // The plants come with the report: readers who knew them before they gave their marks would look for them.
    const report = [...reportLines(sheetName(name), now), '', ...plantLines(play)];
    sheets.push({
      name: sheetName(name),
      thread: `${thread.join('\n')}\n`,
      report: `${report.join('\n')}\n`,
      toStore: toStore(name, play, now),
    });
  }
  return { sheets, unended };
};

/** The thread with R1, R2 … before the words that the reaction answers. */
const numbered = (
  parts: readonly { event: DrillEvent; lines: readonly string[] }[],
  { reactions }: Pick<Replayed, 'reactions'>,
): string[] => {
  const left = reactions.map(({ at }, i) => ({ at, name: `R${i + 1}` }));
  return parts.flatMap(({ event, lines }) => {
    const isOwn = event.kind === 'trainee-said' || event.kind === 'action-done';
    if (!isOwn || left[0]?.at !== event.at) return [...lines];
    return [`── ${left.shift()?.name} ──`, ...lines];
  });
};

const reactionLines = ({ reactions }: Replayed): string[] => [
  '## 客户的反应（逐条判 fits / misfit）',
  ...reactions.flatMap(({ at, you, customer }, i) => [
    `R${i + 1}  ${(at / 1000).toFixed(1)}s`,
    `    学员：${oneLine(you)}`,
    `    客户：${oneLine(customer)}`,
  ]),
];

const plantLines = ({ plants }: PlayFile): string[] => [
  '## 学员事先写下要埋的错',
  ...(plants.length === 0 ? ['（没有）'] : []),
  ...plants.map(({ says, before }, i) => `P${i + 1}  ${oneLine(says)}（第 ${before + 1} 次回复之前写下）`),
];

const reportLines = (name: string, { score, range, verdict, held, doubted, credits }: Replayed): string[] => {
  const list = (letter: string, items: Replayed['held'], withMarks: boolean): string[] =>
    items.length === 0
      ? ['（没有）']
      : items.map((item, i) => `${letter}${i + 1}  ${withMarks ? `−${item.marks}  ` : ''}${oneLine(item.says)}`);
  return [
    `场次 ${name}　得分 ${score}（${range.join('–')}）`,
    oneLine(verdict),
    '',
    '## 扣的（逐条判 fair / unfair / false）',
    ...list('H', held, true),
    '',
    '## 给的好（逐条判 earned / unearned）',
    ...list('G', credits, false),
    '',
    '## 待核（判之前先只算几成，不用判；埋的错落在这里算 doubt）',
    ...(doubted.length === 0 ? ['（没有）'] : doubted.map(({ says }) => `·  ${oneLine(says)}`)),
  ];
};

const oneLine = (text: string): string => text.replaceAll('\n', ' ⏎ ');

const toStore = (name: string, { scenario, card, replies, plants }: PlayFile, now: Replayed): SheetFile => ({
  sheet: sheetName(name),
  play: name,
  scenario,
  card,
  replies,
  score: now.score,
  reactions: now.reactions.map(({ at, you, customer }) => ({ at, you, customer })),
  held: now.held.map(({ key, says, marks }) => ({ key, says, marks })),
  credits: now.credits.map(({ key, says, marks }) => ({ key, says, marks })),
  plants: plants.map(({ says }) => says),
});
