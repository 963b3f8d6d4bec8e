/** Whether the judge is still as good as published, and whether the published files still belong to these lines. */
import { type Accuracy, PARTS, type PartFigures, SPLITS, type Split } from './figures.ts';
import { accuracyPage } from './page.ts';
import { type DetectionCounts, noiseOfF1, noiseOfShare, type Proportion } from './statistics.ts';

/** One figure that may not get worse. */
export type Watched = { name: string; better: 'more' | 'less'; value: number | null; noise: number };

const f1 = (name: string, heard: DetectionCounts): Watched => ({
  name,
  better: 'more',
  value: heard.f1,
  noise: noiseOfF1(heard),
});
const precision = (name: string, { right, extra, precision: value }: DetectionCounts): Watched => ({
  name,
  better: 'more',
  value,
  noise: noiseOfShare(right, right + extra),
});
const share = (name: string, { right, of, share: value }: Proportion, better: Watched['better'] = 'more'): Watched => ({
  name,
  better,
  value,
  noise: noiseOfShare(right, of),
});

const ofPart = (part: PartFigures): Watched[] => [
  f1('points.covered.f1', part.points.covered),
  f1('points.wrong.f1', part.points.wrong),
  precision('points.wrong.precision', part.points.wrong),
  share('tone.exact', part.tone.exact),
  f1('tone.bad.f1', part.tone.bad),
  share('answer.exact', part.answer.exact),
  f1('answer.bad.f1', part.answer.bad),
  f1('redLines.f1', part.redLines.all),
  precision('redLines.precision', part.redLines.all),
  f1('acts.f1', part.acts.all),
  share('sureTone.exact', part.sureTone.exact),
  share('sureTone.bad', part.sureTone.bad),
  share('sureTone.caught', part.sureTone.caught),
  share('sureRedLines.right', part.sureRedLines.right),
  share('sureRedLines.caught', part.sureRedLines.caught),
  share('falseAlarms.redLine', part.falseAlarms.redLine, 'less'),
  share('falseAlarms.redLineSure', part.falseAlarms.redLineSure, 'less'),
  share('falseAlarms.redLinePlain', part.falseAlarms.redLinePlain, 'less'),
  share('falseAlarms.tone', part.falseAlarms.tone, 'less'),
  share('falseAlarms.toneSure', part.falseAlarms.toneSure, 'less'),
  share('falseAlarms.wrong', part.falseAlarms.wrong, 'less'),
  share('falseAlarms.wrongSure', part.falseAlarms.wrongSure, 'less'),
  share('points.sureWrong', part.points.sureWrong),
  share('falseAlarms.answer', part.falseAlarms.answer, 'less'),
];

const ofKeyed = ({ keyed }: Pick<Accuracy, 'keyed'>): Watched[] =>
  PARTS.flatMap((part) =>
    [
      f1('covered.f1', keyed[part].covered),
      f1('wrong.f1', keyed[part].wrong),
      precision('wrong.precision', keyed[part].wrong),
    ].map((figure) => ({ ...figure, name: `keyed.${part}.${figure.name}` })),
  );

/** The figures watched in a split, named `blind.ordinary.tone.exact` and so on. */
export const watched = (split: Split, figures: Accuracy[Split]): Watched[] =>
  PARTS.flatMap((part) =>
    ofPart(figures[part]).map((figure) => ({ ...figure, name: `${split}.${part}.${figure.name}` })),
  );

const percent = (value: number): string => (value * 100).toFixed(1);
/** Figures are stored with three digits, so half of the last digit counts as no fall. */
const HALF_DIGIT = 0.0005;

/**
 * Figures that got worse by more than their noise, one standard error of the published proportion, as sentences; empty
 * if none did. On the same lines this is strict: there only a change of the judge can change a verdict.
 */
export const regressions = (
  published: Accuracy,
  now: Pick<Accuracy, Split | 'keyed'>,
  splits: readonly Split[] = SPLITS,
): string[] => {
  return [
    ...splits.flatMap((split) => worse(watched(split, published[split]), watched(split, now[split]))),
    ...worse(ofKeyed(published), ofKeyed(now)),
  ];
};

const worse = (published: readonly Watched[], now: readonly Watched[]): string[] => {
  const before = new Map(published.map((figure) => [figure.name, figure]));
  return now.flatMap(({ name, better, value }) => {
    const old = before.get(name);
    if (!old || old.value === null || value === null) return [];
    const by = better === 'more' ? old.value - value : value - old.value;
    if (by <= old.noise + HALF_DIGIT) return [];
    return [`${name}: ${percent(old.value)} → ${percent(value)} %, noise ${percent(old.noise)}`];
  });
};

/** Why the published files no longer stand for these lines; empty when they do. */
export const stale = (published: Accuracy, page: string, now: Pick<Accuracy, 'lines' | 'weaknesses'>): string[] => {
  return [
    ...(published.lines.digest === now.lines.digest ? [] : ['docs/accuracy.json is of other lines']),
    ...(JSON.stringify(published.weaknesses) === JSON.stringify(now.weaknesses)
      ? []
      : ['docs/accuracy.json has other weaknesses than scripts/accuracy/weaknesses.ts']),
    ...(page === accuracyPage(published) ? [] : ['docs/accuracy.md does not say what docs/accuracy.json says']),
  ];
};
