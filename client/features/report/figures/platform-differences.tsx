import { Highlights } from '#client/features/report/links/highlights.tsx';
import { shownValue } from '#client/features/report/model/shown-value.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { Report } from '#contract/report.ts';

/** Each pair of figures that disagrees: the rule that tells them apart, and the rounds it touches. */
export const PlatformDifferences = ({ report }: { report: Report }) => {
  const { t } = useTranslation('report');
  const { platformDifferences } = report;
  if (platformDifferences.length === 0)
    return <p className="border-line border-t px-14 py-10 text-12 text-ink-2">{t('differences.none')}</p>;
  const firstReasons = firstReasonByRounds(platformDifferences);
  return (
    <div className="border-line border-t px-14 py-12">
      <h3 className="mb-8 font-semibold">{t('differences.title')}</h3>
      <ul className="flex flex-col gap-10">
        {platformDifferences.map(({ one, other, values, unit, reasons }) => (
          <li key={`${one} ${other}`} className="print:break-inside-avoid">
            <p className="flex flex-wrap gap-x-12">
              <FigureValue title={one} value={shownValue(values[0], unit)} />
              <span className="text-ink-3">{t('differences.against')}</span>
              <FigureValue title={other} value={shownValue(values[1], unit)} />
            </p>
            <ul className="text-12 text-ink-2">
              {reasons.map((reason) => (
                <li key={reason.text}>
                  {firstReasons.get(roundsKey(reason)) === reason ? (
                    <>
                      {t('differences.reason', { text: reason.text })}
                      <Highlights moments={reason.rounds} isUnquoted />
                    </>
                  ) : (
                    t('differences.again', { text: reason.text, count: reason.rounds.length })
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  );
};

type Reason = Report['platformDifferences'][number]['reasons'][number];

const roundsKey = ({ rounds }: Reason): string => rounds.map((round) => `${round.conversation}:${round.at}`).join(' ');

/** By its rounds, the first reason that lists them: several pairs of figures may differ by the same rounds. */
const firstReasonByRounds = (differences: Report['platformDifferences']): ReadonlyMap<string, Reason> => {
  const reasons = new Map<string, Reason>();
  for (const reason of differences.flatMap((difference) => difference.reasons)) {
    const key = roundsKey(reason);
    if (!reasons.has(key)) reasons.set(key, reason);
  }
  return reasons;
};

const FigureValue = ({ title, value }: { title: string; value: string }) => (
  <span>
    {title} <b className="whitespace-nowrap">{value}</b>
  </span>
);
