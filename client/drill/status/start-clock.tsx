import '#client/drill/status/practice-strings.ts';
import { limitSeconds } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { StartCard } from '#contract/bodies.ts';
import { WaitMeter } from './wait-meter.tsx';

/** Story minutes that show what `pace` does: 30 minutes at 20 are 90 s. */
const EXAMPLE_MIN = 30;

/** `pace` left out: nothing is said about story time. */
type Clock = Omit<StartCard['clock'], 'pace'> & { pace?: number };

/** The limits of response time, drawn as the desk draws a wait. */
export const StartClock = ({ clock }: { clock: Clock }) => {
  const { t } = useTranslation('practice');
  const ranges = [
    { id: 'excellent', at: clock.excellentS, range: `≤${limitSeconds(clock.excellentS)}` },
    { id: 'pass', at: clock.passS, range: `≤${limitSeconds(clock.passS)}` },
    { id: 'weak', at: clock.failS, range: `${clock.passS + 1}–${limitSeconds(clock.failS)}` },
    { id: 'fail', at: clock.failS + 1, range: `>${limitSeconds(clock.failS)}` },
  ] as const;
  return (
    <section aria-labelledby="clock" className="mt-6">
      <h2 id="clock" className="mb-6 font-semibold text-15">
        {t('clock.title')}
      </h2>
      <ul className="grid grid-cols-4 border border-line max-pane:grid-cols-2">
        {ranges.map((line) => (
          <li
            key={line.id}
            className="flex flex-col items-start gap-2 border-line border-l px-12 py-8 first:border-l-0 max-pane:odd:border-l-0 max-pane:nth-[n+3]:border-t"
          >
            <span className="text-12 text-ink-3">{t(`clock.${line.id}`)}</span>
            <span className="font-semibold text-15">{line.range}</span>
            <span aria-hidden="true">
              <WaitMeter waitedS={line.at} thresholds={clock} />
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-8 text-ink-2">{t('clock.counts')}</p>
      {clock.pace === undefined ? null : (
        <p className="text-ink-2">
          {t('clock.pace', { minutes: EXAMPLE_MIN, seconds: Math.round((EXAMPLE_MIN * 60) / clock.pace) })}
        </p>
      )}
    </section>
  );
};
