import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { Comparison } from '#contract/practice/inspections.ts';

/** Two places, and a true minus. */
export const kappaText = (kappa: number | null): string => (kappa === null ? '–' : kappa.toFixed(2).replace('-', '−'));

/** For every two who marked: lines they agree on, kappa, and how far their marks are apart. */
export const AgreementFigures = ({ comparison: { agreements, parties } }: { comparison: Comparison }) => {
  const { t } = useTranslation('inspection');
  const nameOf = (place: number): string => parties[place]?.name ?? t(`party.${parties[place]?.by ?? 'own'}`);
  return (
    <ul className="flex flex-wrap border-line border-b">
      {agreements
        // With many who marked, only the pairs that the reader is in.
        .filter(({ pair }) => pair[0] === 0 || parties.length <= MOST_ALL_PAIRS)
        .map(({ pair, agreement }) => (
          <li
            key={pair.join()}
            className="min-w-180 flex-1 border-line border-r px-16 py-10 last:border-r-0 max-pane:px-12"
          >
            <p className="text-12 text-ink-3">{t('pair', { a: nameOf(pair[0]), b: nameOf(pair[1]) })}</p>
            <p className="font-semibold text-22 leading-[30px]">
              {agreement.agreed} / {agreement.lines}
              <small className="ml-8 font-normal text-12 text-ink-3">
                {t('kappa', { text: kappaText(agreement.kappa) })}
              </small>
            </p>
            <p className="text-12 text-ink-2">
              {agreement.difference === null
                ? t('noDifference')
                : t('difference', { n: agreement.difference, of: agreement.compared })}
            </p>
          </li>
        ))}
    </ul>
  );
};
const MOST_ALL_PAIRS = 3;
