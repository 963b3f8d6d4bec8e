/**
 * In which direction a figure may move a verdict, whatever the lines say: more of the right words never makes a point
 * less likely to be said.
 */
import { FEATURE_NAMES } from '#language/points/features/feature-names.ts';

type Figure = (typeof FEATURE_NAMES)[number];

/** How much of the nearest right or wrong wording a window contains. */
const LIKENESS = [
  'said',
  'score',
  'chars',
  'grams',
  'words',
  'precision',
  'fresh',
  'withGiven',
  'common',
  'partners',
] as const;
const likeness = <S extends 'right' | 'wrong'>(side: S) => LIKENESS.map((name) => `${side}.${name}` as const);
const MARGINS: readonly Figure[] = ['said.margin', 'score.margin', 'common.margin', 'values.margin'];
/** Words that occur only in right wordings, and words that occur only in wrong ones. */
const PLUS: readonly Figure[] = ['plus', 'plusFresh', 'plusWords'];
const MINUS: readonly Figure[] = ['minus', 'minusFresh', 'minusWords'];
const RIVALS: readonly Figure[] = ['values.rival', 'values.misled', 'values.wantedRival'];
const TURNED: readonly Figure[] = ['right.opposed', 'right.turned', 'turned'];

const MORE_COVERED: readonly Figure[] = [
  ...likeness('right'),
  ...MARGINS,
  ...PLUS,
  ...(['values.right', 'values.ofWording', 'values.wanted', 'payer.fits', 'others.margin', 'asked'] as const),
];
const LESS_COVERED: readonly Figure[] = [
  ...TURNED,
  ...MINUS,
  ...RIVALS,
  ...(['plusOpposed', 'wrong.said', 'wrong.score', 'wrong.common', 'others'] as const),
];
const MORE_WRONG: readonly Figure[] = [...likeness('wrong'), ...TURNED, ...MINUS, ...RIVALS, 'values.ofWrong'];
const LESS_WRONG: readonly Figure[] = [
  ...MARGINS,
  ...PLUS,
  ...(['wrong.opposed', 'wrong.turned', 'minusOpposed', 'values.right', 'payer.fits'] as const),
];

const constraintsOf = (more: readonly Figure[], less: readonly Figure[]): Int8Array =>
  Int8Array.from(FEATURE_NAMES, (figure) => (more.includes(figure) ? 1 : less.includes(figure) ? -1 : 0));

/** Per outcome (neither, covered, wrong). */
export const MONOTONE_CONSTRAINTS: readonly Int8Array[] = [
  new Int8Array(FEATURE_NAMES.length),
  constraintsOf(MORE_COVERED, LESS_COVERED),
  constraintsOf(MORE_WRONG, LESS_WRONG),
];
