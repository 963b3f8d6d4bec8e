/**
 * Fits the weights by which figures about a reply become a verdict on a point, from the labelled lines, and writes
 * `server/language/points/point-weights.ts` and `char-weights.ts`: `npm run train:points [-- --check] [FILE.jsonl …]` (more
 * lines than the project's). `--check` only prints what five folds give on blocks they haven't seen.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { writeCharWeights } from './train/char-weights.ts';
import type { Row, Weights } from './train/points.ts';

// The figures read the weights of characters when they are loaded: those are written first.
writeCharWeights('tests/language/lines');
const { FIGURES } = await import('#language/points/point-figures.ts');
const { fitPoints, playedRows, pointLines, rowsOf } = await import('./train/points.ts');

const FOLDERS = ['tests/language', 'tests/language/lines'];
const PLAYED = 'played-points.jsonl';
/** Lines kept for measuring only. */
const UNSEEN = /^(?:blind|keyed|check)/;
const FOLDS = 5;

function main(): void {
  const named = process.argv.slice(2).filter((name) => name.endsWith('.jsonl'));
  const files = [
    ...named,
    ...FOLDERS.flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.jsonl') && name !== PLAYED && !UNSEEN.test(name))
        .sort()
        .map((name) => `${folder}/${name}`),
    ),
  ];
  const rows = [...rowsOf(pointLines(files)), ...playedRows(`${FOLDERS[0]}/${PLAYED}`)];
  if (process.argv.includes('--check')) {
    check(rows);
    return;
  }
  const [covered, wrong] = fitPoints(rows);
  const lines = [...FIGURES, 'bias'].map((name, at) => `  ['${name}', ${short(covered[at])}, ${short(wrong[at])}],`);
  const text = `/** Written by \`scripts/train-points.ts\` from the labelled lines; not edited by hand. */
export const POINT_WEIGHTS: readonly (readonly [name: string, covered: number, wrong: number])[] = [
${lines.join('\n')}
];
`;
  writeFileSync('server/language/points/point-weights.ts', text);
  console.log(`${rows.length} rows from ${files.length} files`);
}

function short(weight = 0): number {
  return Number(weight.toFixed(3));
}

function check(rows: readonly Row[]): void {
  const blocks = [...new Set(rows.map((row) => row.block))].sort();
  const foldOf = new Map(blocks.map((block, at) => [block, at % FOLDS]));
  const told: { row: Row; state: number }[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = fitPoints(rows.filter((row) => foldOf.get(row.block) !== fold));
    for (const row of rows) if (foldOf.get(row.block) === fold) told.push({ row, state: stateOf(row, weights) });
  }
  for (const hard of [false, true])
    for (const state of [1, 2]) {
      const own = told.filter(({ row }) => row.hard === hard && row.own);
      const hits = own.filter((one) => one.state === state && one.row.label === state).length;
      const said = own.filter((one) => one.state === state).length;
      const due = own.filter((one) => one.row.label === state).length;
      const name = `${hard ? 'hard' : 'ordinary'} ${state === 1 ? 'covered' : 'wrong'}`;
      console.log(name, `F1 ${((2 * hits) / (said + due)).toFixed(3)} precision ${(hits / said).toFixed(3)}`);
    }
  const strangers = told.filter(({ row }) => !row.own);
  for (const state of [1, 2])
    console.log(
      'strangers',
      state,
      (strangers.filter((one) => one.state === state).length / strangers.length).toFixed(4),
    );
}

function stateOf({ figures }: Row, [covered, wrong]: Weights): 0 | 1 | 2 {
  const raw = [covered, wrong].map((own) =>
    figures.reduce((sum, one, at) => sum + one * (own[at] ?? 0), own[figures.length] ?? 0),
  );
  const parts = raw.map(Math.exp);
  const total = 1 + (parts[0] ?? 0) + (parts[1] ?? 0);
  const [c, w] = [(parts[0] ?? 0) / total, (parts[1] ?? 0) / total];
  if (w >= 0.55 && w > c) return 2;
  return c >= 0.45 && c >= w ? 1 : 0;
}

main();
