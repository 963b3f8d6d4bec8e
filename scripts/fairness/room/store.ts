/** Two readers' verdicts and their sheets, joined to stored plays. Whatever isn't complete is refused, with its play and key. */
import { z } from 'zod';
import { type Kind, type StoredPlay, storedPlay, VERDICTS } from '#scripts/fairness/stored.ts';
import type { SheetFile } from './sheets.ts';

const reading = z.strictObject({
  /** The sheet's name. */
  play: z.string(),
  mark: z.number().min(0).max(100),
  reactions: z.record(z.string(), z.enum(VERDICTS.reactions)),
  held: z.record(z.string(), z.enum(VERDICTS.held)),
  credits: z.record(z.string(), z.enum(VERDICTS.credits)),
  plants: z.record(z.string(), z.enum(VERDICTS.plants)),
  passedOver: z.array(z.string().trim().min(1)),
  /** The reason for every verdict but the good one, by the number of the item. */
  why: z.record(z.string(), z.string()),
});
export type Reading = z.output<typeof reading>;

const LISTS = { reactions: 'R', held: 'H', credits: 'G', plants: 'P' } as const;
type List = keyof typeof LISTS;
const LIST_NAMES = Object.keys(LISTS) as List[];

/** A reader's file, a line a play; `faults` name the line. */
export const readingsIn = (text: string): { readings: Reading[]; faults: string[] } => {
  const readings: Reading[] = [];
  const faults: string[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const parsed = reading.safeParse(json(line));
    if (parsed.success) readings.push(parsed.data);
    else faults.push(`line ${i + 1}: ${z.prettifyError(parsed.error).replaceAll('\n', ' ')}`);
  }
  return { readings, faults };
};

const json = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

/** Items that a reader left out, judged twice, or judged although they don't exist. */
export const faultsIn = (sheets: readonly SheetFile[], readings: readonly Reading[]): string[] => {
  const names = new Set(sheets.map(({ sheet }) => sheet));
  const strange = readings.filter(({ play }) => !names.has(play)).map(({ play }) => `${play}: no such sheet`);
  const own = sheets.flatMap((sheet) => {
    const [first, second] = readings.filter(({ play }) => play === sheet.sheet);
    if (first === undefined) return [`${sheet.sheet}: not read`];
    if (second !== undefined) return [`${sheet.sheet}: read twice`];
    const whys = new Set(LIST_NAMES.flatMap((list) => keysOf(sheet, list)));
    return [
      ...LIST_NAMES.flatMap((list) => unlike(sheet.sheet, keysOf(sheet, list), Object.keys(first[list]))),
      ...Object.keys(first.why).flatMap((key) => (whys.has(key) ? [] : [`${sheet.sheet} ${key}: why of nothing`])),
    ];
  });
  return [...strange, ...own];
};

const keysOf = (sheet: SheetFile, list: List): string[] => sheet[list].map((_, i) => `${LISTS[list]}${i + 1}`);

const unlike = (name: string, wanted: readonly string[], said: readonly string[]): string[] => [
  ...wanted.filter((key) => !said.includes(key)).map((key) => `${name} ${key}: no verdict`),
  ...said.filter((key) => !wanted.includes(key)).map((key) => `${name} ${key}: not on the sheet`),
];

/** Sheets with both readings, as `stored.ts` reads them. Readings must be without faults. */
export const storedFrom = (
  sheets: readonly SheetFile[],
  kinds: ReadonlyMap<string, Kind>,
  readings: readonly [readonly Reading[], readonly Reading[]],
): StoredPlay[] => {
  return sheets.map((sheet) => {
    const [first, other] = readings.map((list) => list.find(({ play }) => play === sheet.sheet));
    const kind = kinds.get(sheet.play);
    if (!first || !other || kind === undefined) throw new Error(`${sheet.sheet}: not read, or its play is gone`);
    const [player = ''] = sheet.play.split('/');
    const verdicts = (list: List, i: number) => {
      const key = `${LISTS[list]}${i + 1}`;
      const whys = [first.why[key], other.why[key]].filter((why) => why !== undefined && why !== '');
      return { read: [first[list][key], other[list][key]], ...(whys.length > 0 ? { why: whys.join(' / ') } : {}) };
    };
    return storedPlay.parse({
      id: `${player}-${sheet.scenario.split('/').at(-1)}-${kind}`,
      scenario: sheet.scenario,
      ...(sheet.card > 0 && { card: sheet.card }),
      kind,
      replies: sheet.replies,
      score: sheet.score,
      marks: [first.mark, other.mark],
      reactions: sheet.reactions.map((reaction, i) => ({ ...reaction, ...verdicts('reactions', i) })),
      held: sheet.held.map((item, i) => ({ ...item, ...verdicts('held', i) })),
      credits: sheet.credits.map(({ key, says }, i) => ({ key, says, ...verdicts('credits', i) })),
      plants: sheet.plants.map((says, i) => ({ says, read: verdicts('plants', i).read })),
      passedOver: [...new Set([...first.passedOver, ...other.passedOver])],
    });
  });
};
