/**
 * `npm run -s judges [-- --blind]`: the judge of points in use and the one that judges window by window, side by side: what
 * must hold for any reply, whole turns, and lines behind a good answer. `--blind` scores the turns that nobody tunes on; the
 * page tells how often.
 */
import { compilePoint } from '#language/points/points.ts';
import { compileForWindows } from '#language/windows/compile-point.ts';
import { byWindows } from '#language/windows/judge-windows.ts';
import { loadLibrary } from '#library/load.ts';
import { contextsOf } from './accuracy/invariants/contexts.ts';
import { libraryWithExemplars } from './accuracy/invariants/exemplars.ts';
import { INVARIANTS, invariantRates } from './accuracy/invariants/rates.ts';
import { tailFigures } from './accuracy/tails.ts';
import { pairsOf, type TurnFigures, turnFigures } from './accuracy/turns.ts';
import { readArguments } from './read-arguments.ts';

const { values } = readArguments('usage: npm run -s judges [-- --blind]', {
  options: { blind: { type: 'boolean', default: false } },
});
const { library } = loadLibrary('scenarios');
const own = libraryWithExemplars(library);

const percent = (of: number, all: number): string => (all === 0 ? '–' : `${((100 * of) / all).toFixed(1)} %`);

const [inUse, windows] = [
  invariantRates(contextsOf(library)),
  invariantRates(contextsOf(own, compileForWindows), byWindows),
];
for (const name of INVARIANTS)
  console.log(
    `${name.padEnd(22)} ${percent(inUse[name].broken, inUse[name].of).padStart(8)} ${percent(windows[name].broken, windows[name].of).padStart(8)}`,
  );

const line = ({ pairs, covered, wrong, accused, surelyAccused }: TurnFigures): string =>
  [
    `${pairs} pairs`,
    `covered found ${percent(covered.found, covered.due)} precision ${percent(covered.right, covered.said)} sure ${percent(covered.sureRight, covered.sure)}`,
    `wrong found ${percent(wrong.found, wrong.due)} precision ${percent(wrong.right, wrong.said)} sure ${wrong.sureRight}/${wrong.sure}`,
    `true facts called wrong ${accused} (surely ${surelyAccused}) of ${covered.due}`,
  ].join(' · ');

for (const start of values.blind ? ['blind-written', 'blind-played'] : ['written', 'played']) {
  const sides = [
    { name: 'in use', pairs: pairsOf(start, library, compilePoint) },
    { name: 'windows', pairs: pairsOf(start, own, compileForWindows, byWindows) },
  ];
  for (const hard of start.endsWith('played') ? [false] : [false, true])
    for (const { name, pairs } of sides)
      console.log(
        `${start}${hard ? ' hard' : ''} ${name}: ${line(turnFigures(pairs.filter((pair) => pair.hard === hard)))}`,
      );
}

for (const [kind, { of, heard, surely }] of Object.entries(tailFigures(values.blind ? 'blind-tails' : 'tails')))
  console.log(`tails ${kind}: of ${of} heard ${heard}, surely ${surely}`);
