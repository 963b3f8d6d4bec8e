import { faultSummaries } from '#client/features/wall/model/wall-attention.ts';
import { useWallClock } from '#client/features/wall/model/wall-clock.ts';
import { quotesSpokenWords } from '#client/features/wall/model/wall-quote.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useRun } from '#client/lib/run/run-store.ts';

const MAX_FAMILIES = 5;
const REFRESH_MS = 2000;

/** 讲评素材: what the commonest faults so far are, and how many people made them. */
export const FaultSummaryList = () => {
  const { t } = useTranslation('wall');
  // Every two seconds is enough: the counts needn't follow every message.
  useWallClock(({ now }) => Math.floor(now / REFRESH_MS));
  const summaries = faultSummaries(useRun.getState().tiles).slice(0, MAX_FAMILIES);
  return (
    <section aria-labelledby="material" className="shrink-0 border-line border-t">
      <h2 id="material" className="flex h-44 items-center px-16 font-semibold text-18">
        {t('material.title')}
      </h2>
      {summaries.length === 0 ? (
        <p className="px-16 pb-12 text-14 text-ink-2">{t('material.none')}</p>
      ) : (
        <ul className="pb-8">
          {summaries.map((summary) => (
            <li
              key={summary.family}
              className="grid grid-cols-[56px_minmax(0,1fr)] gap-x-8 [&:lang(en)]:grid-cols-[92px_minmax(0,1fr)] border-line border-t px-16 py-6 text-16"
            >
              <b className="text-right">{t('material.people', { n: summary.seatCount })}</b>
              <span className="min-w-0">
                {t(`family.${summary.family}`)}
                {summary.sample === null ? null : (
                  <span className="cut block text-14 text-ink-3" title={summary.sample.quote}>
                    {summary.sample.quote === ''
                      ? summary.sample.title
                      : quotesSpokenWords(summary.sample)
                        ? t('quote', { text: summary.sample.quote })
                        : summary.sample.quote}
                  </span>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
