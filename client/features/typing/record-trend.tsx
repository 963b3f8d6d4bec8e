import { type KeptBout, MOST_BOUTS } from '#client/features/typing/model/typing-record.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { TrendLine } from '#client/ui/charts/trend-line.tsx';
import type { TypingTexts } from '#contract/wire/typing.ts';

/** The speeds of the last bouts as a line, between the two of the rubric. */
export const RecordTrend = ({ bouts, rates }: { bouts: readonly KeptBout[]; rates: TypingTexts['rates'] }) => {
  const { t } = useTranslation('typing');
  const speeds = bouts.map(({ speed }) => speed);
  const last = speeds.at(-1);
  if (last === undefined) return <p className="text-ink-2">{t('record.none', { n: MOST_BOUTS })}</p>;
  if (speeds.length === 1) return <p className="text-ink-2">{t('record.one')}</p>;
  return (
    <>
      <TrendLine
        values={speeds}
        label={t('record.trend', { n: speeds.length, low: Math.min(...speeds), high: Math.max(...speeds), last })}
        {...(rates === null ? {} : { scaleTop: rates.excellent, levels: [rates.pass, rates.excellent] })}
      />
      {rates === null ? null : <p className="mt-4 text-12 text-ink-3">{t('record.lines', rates)}</p>}
    </>
  );
};
