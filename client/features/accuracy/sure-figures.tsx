import { percent } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { percentOf, type Split, sumOfSplit } from './published.ts';

/** Accuracy of the verdicts that cost marks: ordinary and hard examples together. */
export const SureFigures = ({ split }: { split: Split }) => {
  const { t } = useTranslation('accuracy');
  const rows = [
    { id: 'points', ...sumOfSplit(split, ({ points }) => points.told) },
    { id: 'tone', ...sumOfSplit(split, ({ sureTone }) => sureTone.bad) },
    { id: 'redLine', ...sumOfSplit(split, ({ sureRedLines }) => sureRedLines.right) },
  ];
  return (
    <dl className="grid grid-cols-3 gap-x-28 gap-y-12 max-pane:grid-cols-1">
      {rows.map(({ id, right, of }) => {
        const sharePercent = percentOf(right, of);
        return (
          <div key={id}>
            <dt className="text-12 text-ink-2">{t(`sure.${id}`)}</dt>
            <dd>
              <span className="font-semibold text-18">
                {sharePercent === null ? t('nothing') : percent(sharePercent)}
              </span>
              <span className="ml-8 text-12 text-ink-3">{of === 0 ? null : t('counted', { right, of })}</span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
};

/** How often a reply that did nothing wrong is accused, in sentences of plain counts. */
export const FalseAlarms = ({ split: { ordinary } }: { split: Split }) => {
  const { t } = useTranslation('accuracy');
  const { redLinePlainSure, toneSure, wrong } = ordinary.falseAlarms;
  const rows = [
    { id: 'redLine', ...redLinePlainSure },
    { id: 'tone', ...toneSure },
    { id: 'wrong', ...wrong },
  ];
  return (
    <ul className="flex list-disc flex-col gap-4 pl-18">
      {rows.map(({ id, right, of, high }) =>
        high === null ? null : (
          <li key={id}>{t(`accused.${id}`, { right, of, most: Math.max(1, Math.ceil(high * 1000)) })}</li>
        ),
      )}
    </ul>
  );
};
