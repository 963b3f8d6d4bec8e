/**
 * `npm run -s judges [-- --blind]`: the judge of points in use and the one that judges window by window, side by side: what
 * must hold for any reply, whole turns, and lines behind a good answer. `--blind` scores the turns that nobody tunes on; the
 * page tells how often.
 */
import { loadLibrary } from '#library/load.ts';
import { contextsOf } from './accuracy/invariants/contexts.ts';
import { INVARIANTS, invariantRates } from './accuracy/invariants/rates.ts';
import { tailFigures } from './accuracy/tails.ts';
import { pairsOf, type TurnFigures, turnFigures } from './accuracy/turns.ts';
import { readArguments } from './read-arguments.ts';

const { values } = readArguments('usage: npm run -s judges [-- --blind]', {
  options: { blind: { type: 'boolean', default: false } },
});
const { library } = loadLibrary('scenarios');

const percent = (of: number, all: number): string => (all === 0 ? '–' : `${((100 * of) / all).toFixed(1)} %`);

const rates = invariantRates(contextsOf(library));
for (const name of INVARIANTS)
  console.log(`${name.padEnd(22)} ${percent(rates[name].broken, rates[name].of).padStart(8)}`);

const line = ({ pairs, covered, wrong, accused, surelyAccused }: TurnFigures): string =>
  [
    `${pairs} pairs`,
    `covered found ${percent(covered.found, covered.due)} precision ${percent(covered.right, covered.said)} sure ${percent(covered.sureRight, covered.sure)}`,
    `wrong found ${percent(wrong.found, wrong.due)} precision ${percent(wrong.right, wrong.said)} sure ${wrong.sureRight}/${wrong.sure}`,
    `true facts called wrong ${accused} (surely ${surelyAccused}) of ${covered.due}`,
  ].join(' · ');

for (const start of values.blind ? ['blind-written', 'blind-played-1'] : ['written', 'played']) {
  const pairs = pairsOf(start, library);
  for (const hard of start.endsWith('played') ? [false] : [false, true])
    console.log(`${start}${hard ? ' hard' : ''}: ${line(turnFigures(pairs.filter((pair) => pair.hard === hard)))}`);
}

for (const [kind, { of, heard, surely }] of Object.entries(tailFigures(values.blind ? 'blind-tails' : 'tails')))
  console.log(`tails ${kind}: of ${of} heard ${heard}, surely ${surely}`);
