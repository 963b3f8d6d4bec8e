import { responseTimeColor } from '#client/features/wall/model/response-color.ts';
import { planTier } from '#client/features/wall/model/wall-waits.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useRun } from '#client/lib/run/run-store.ts';
import { type LiveTile, presentConversations, waitingCount } from '#client/lib/run/run-tiles.ts';
import { Figure } from '#client/ui/layout/figure.tsx';

const wholeSeconds = (ms: number | null): number | null => (ms === null ? null : Math.round(ms / 1000));

const SecondsFigure = ({ label, seconds }: { label: string; seconds: number | null }) => {
  const { t } = useTranslation('wall');
  const tier = useRun(planTier);
  if (seconds === null) return <Figure label={label} value="—" className="py-6 last:border-r-0" />;
  const tone = responseTimeColor(seconds, tier);
  return (
    <Figure label={label} value={seconds} unit={t('figure.s')} {...(tone === null ? {} : { tone })} className="py-6" />
  );
};

/** This desk in four numbers. */
export const SeatFigures = ({ tile }: { tile: LiveTile }) => {
  const { t } = useTranslation('wall');
  return (
    <div className="grid shrink-0 grid-cols-4 border-line border-b">
      <SecondsFigure label={t('figure.first')} seconds={wholeSeconds(tile.firstMs)} />
      <SecondsFigure label={t('figure.mean')} seconds={wholeSeconds(tile.meanMs)} />
      <Figure
        label={t('figure.waiting')}
        value={waitingCount(tile)}
        unit={t('figure.of', { n: presentConversations(tile).length })}
        className="py-6"
      />
      <Figure
        label={t('figure.faults')}
        value={tile.faults}
        {...(tile.redLines > 0 ? { unit: t('pane.redLines', { n: tile.redLines }), tone: 'bad' as const } : {})}
        className="border-r-0! py-6"
      />
    </div>
  );
};
