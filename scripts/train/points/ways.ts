/** Which way a figure goes with a verdict, whatever the lines say: more of the right words never makes a point less likely said. */
import { FIGURES } from '#language/points/figure-names.ts';

type Figure = (typeof FIGURES)[number];

const MORE_COVERED: readonly Figure[] = [
  'right.said',
  'right.score',
  'right.chars',
  'right.grams',
  'right.words',
  'right.precision',
  'right.fresh',
  'right.withGiven',
  'right.common',
  'right.partners',
  'said.margin',
  'score.margin',
  'common.margin',
  'plus',
  'plusFresh',
  'plusWords',
  'values.right',
  'values.ofWording',
  'values.margin',
  'values.wanted',
  'payer.fits',
  'others.margin',
  'asked',
];
const LESS_COVERED: readonly Figure[] = [
  'right.opposed',
  'right.turned',
  'plusOpposed',
  'wrong.said',
  'wrong.score',
  'wrong.common',
  'minus',
  'minusFresh',
  'minusWords',
  'values.rival',
  'values.misled',
  'values.wantedRival',
  'others',
  'turned',
];
const MORE_WRONG: readonly Figure[] = [
  'wrong.said',
  'wrong.score',
  'wrong.chars',
  'wrong.grams',
  'wrong.words',
  'wrong.precision',
  'wrong.fresh',
  'wrong.withGiven',
  'wrong.common',
  'wrong.partners',
  'right.opposed',
  'right.turned',
  'minus',
  'minusFresh',
  'minusWords',
  'values.rival',
  'values.misled',
  'values.wantedRival',
  'values.ofWrong',
  'turned',
];
const LESS_WRONG: readonly Figure[] = [
  'wrong.opposed',
  'wrong.turned',
  'minusOpposed',
  'said.margin',
  'score.margin',
  'common.margin',
  'plus',
  'plusFresh',
  'plusWords',
  'values.right',
  'values.margin',
  'payer.fits',
];

const waysOf = (more: readonly Figure[], less: readonly Figure[]): Int8Array =>
  Int8Array.from(FIGURES, (figure) => (more.includes(figure) ? 1 : less.includes(figure) ? -1 : 0));

/** Per outcome (neither, covered, wrong). */
export const WAYS: readonly Int8Array[] = [
  new Int8Array(FIGURES.length),
  waysOf(MORE_COVERED, LESS_COVERED),
  waysOf(MORE_WRONG, LESS_WRONG),
];
