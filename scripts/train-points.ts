/**
 * Fits the trees that turn windows of a reply into verdicts on a point, from the repository alone, and writes
 * `server/language/points/features/trees.json`: `npm run train:points [-- --check | --pairs]`. `--pairs` learns which
 * characters stand for which (`word-pairs.json`) and has to run first; `--check` only prints the results of folds on
 * blocks they haven't learned from. The same material gives the same file.
 */
import { writeFileSync } from 'node:fs';
import { compileForest } from '#language/points/features/forest.ts';
import { loadLibrary } from '#library/load.ts';
import { writeCharWeights } from '#scripts/train/char-weights.ts';
import { caseBags } from '#scripts/train/points/case-material.ts';
import { fitForest, heardIn } from '#scripts/train/points/fit.ts';
import {
  type Bag,
  exampleBags,
  type Kind,
  playedBags,
  realBags,
  trainingExamples,
} from '#scripts/train/points/material.ts';
import { writeWordPairs } from '#scripts/train/points/pairs.ts';
import { plannedBags, tableBags } from '#scripts/train/points/plan-material.ts';

const FOLDS = 3;
const FILE = 'server/language/points/features/trees.json';

const main = (): void => {
  // Wordings are read with the pairs stored by an earlier run: the pairs are learned by a run of their own (`--pairs`).
  if (process.argv.includes('--pairs')) {
    writeCharWeights('tests/language/lines');
    writeWordPairs();
    return;
  }
  const { library } = loadLibrary('scenarios');
  const bags = [
    ...exampleBags(trainingExamples()),
    ...realBags(library),
    ...playedBags(),
    ...plannedBags(library),
    ...tableBags(),
    ...caseBags(library),
  ];
  console.log(`${bags.length} bags, ${bags.reduce((sum, { rows }) => sum + rows.length, 0)} windows`);
  if (process.argv.includes('--check')) {
    check(bags);
    return;
  }
  const forest = fitForest(bags);
  const lines = Object.entries(forest).map(([name, list]) => `${JSON.stringify(name)}: ${JSON.stringify(list)}`);
  writeFileSync(FILE, `{\n${lines.join(',\n')}\n}\n`);
};

const check = (bags: readonly Bag[]): void => {
  const blocks = [...new Set(bags.map(({ block }) => block))].sort();
  const foldOf = new Map(blocks.map((block, index) => [block, index % FOLDS]));
  const told = bags.map((bag) => ({ bag, covered: 0, wrong: 0 }));
  for (let fold = 0; fold < FOLDS; fold++) {
    const forest = compileForest(fitForest(bags.filter(({ block }) => foldOf.get(block) !== fold)));
    for (const judged of told)
      if (foldOf.get(judged.bag.block) === fold) Object.assign(judged, heardIn(forest, judged.bag));
  }
  const stateOf = (judged: (typeof told)[number], coveredFrom = 0.5, wrongFrom = 0.45): 0 | 1 | 2 =>
    judged.wrong >= wrongFrom && judged.wrong >= judged.covered ? 2 : judged.covered >= coveredFrom ? 1 : 0;
  for (const kind of ['line', 'turn', 'real'] as const)
    for (const isHard of [false, true])
      for (const state of [1, 2] as const) {
        const own = told.filter(({ bag }) => bag.hard === isHard && bag.kind === kind);
        const hits = own.filter((judged) => stateOf(judged) === state && judged.bag.label === state).length;
        const said = own.filter((judged) => stateOf(judged) === state).length;
        const due = own.filter((judged) => judged.bag.label === state).length;
        const sure = own.filter((judged) => (state === 1 ? stateOf(judged, 0.8) === 1 : stateOf(judged, 2, 0.7) === 2));
        const sureHits = sure.filter((judged) => judged.bag.label === state).length;
        const name = `${kind} ${isHard ? 'hard' : 'ordinary'} ${state === 1 ? 'covered' : 'wrong'}`;
        console.log(
          name,
          `F1 ${((2 * hits) / (said + due)).toFixed(3)} precision ${(hits / said).toFixed(3)} recall ${(hits / due).toFixed(3)}; sure ${sure.length}: ${(sureHits / sure.length).toFixed(3)}`,
        );
      }
  for (const least of [0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8]) {
    const by = (['turn', 'real'] as const).map((kind) => {
      const own = told.filter(({ bag }) => bag.kind === kind);
      const said = own.filter((judged) => judged.covered >= least && judged.covered > judged.wrong);
      const hits = said.filter(({ bag }) => bag.label === 1).length;
      return `${kind} found ${(hits / own.filter(({ bag }) => bag.label === 1).length).toFixed(3)} precision ${(hits / said.length).toFixed(3)}`;
    });
    console.log(`covered ≥${least}: ${by.join('; ')}`);
  }
  const facts = told.filter(({ bag }) => bag.kind === 'turn' && bag.label === 1);
  for (const least of [0.45, 0.6, 0.7, 0.8, 0.9]) {
    const called = facts.filter(
      (judged) => judged.wrong >= least && judged.wrong >= judged.covered && judged.covered < 0.5,
    ).length;
    const all = told.filter(
      (judged) =>
        judged.bag.kind === 'turn' && judged.wrong >= least && judged.wrong >= judged.covered && judged.covered < 0.5,
    );
    const right = all.filter(({ bag }) => bag.label === 2).length;
    const due = told.filter(({ bag }) => bag.kind === 'turn' && bag.label === 2).length;
    console.log(
      `turn wrong ≥${least}: true facts called wrong ${called}/${facts.length}; precision ${(right / all.length).toFixed(3)} recall ${(right / due).toFixed(3)}`,
    );
  }
  const kinds: Kind[] = [
    'real',
    'played',
    'planned',
    'wording',
    'denied',
    'flip',
    'sign',
    'talk',
    'other',
    'parrot',
    'stranger',
  ];
  for (const kind of kinds) {
    const own = told.filter(({ bag }) => bag.kind === kind);
    const by = ([0, 1, 2] as const).map((label) => {
      const due = own.filter(({ bag }) => bag.label === label);
      const shares = ([0, 1, 2] as const).map((state) =>
        ((100 * due.filter((judged) => stateOf(judged) === state).length) / Math.max(1, due.length)).toFixed(1),
      );
      return `${label}: ${due.length} → ${shares.join(' / ')}`;
    });
    console.log(kind, by.join('  ·  '));
  }
};

main();
