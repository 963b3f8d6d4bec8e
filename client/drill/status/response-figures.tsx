import type { DrillFigures, MeanLimit } from '#client/drill/model/drill-rounds.ts';
import type { Tier } from '#client/drill/model/drill-view.ts';
import { secondsApart } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { say } from '#client/lib/messages.ts';
import { Figure } from '#client/ui/layout/figure.tsx';

type Tone = 'good' | 'warn' | 'bad';
const toneOf = (value: number, goodS: number, failS: number): Tone =>
  value <= goodS ? 'good' : value <= failS ? 'warn' : 'bad';

/**
 * A figure in its tone, with the limit for a pass and the one for the best grade (RULES X72): a mean beside the mean of the
 * limits it was earned under, not beside the present load's (X99). Without limits the figure alone.
 */
const figureProps = (ms: number | null, line: MeanLimit | null, tier: Tier | null) => {
  const limits = ms === null ? tier : line;
  return {
    ...(ms === null ? { value: '–' } : secondsParts(ms)),
    ...(ms === null || limits === null ? {} : { tone: toneOf(Math.round(ms / 1000), limits.passS, limits.failS) }),
    ...(limits === null
      ? {}
      : {
          target: say('desk:figure.target', { n: limits.passS }),
          best: say('desk:figure.best', { n: limits.excellentS }),
        }),
    ...(ms !== null && line?.isMixed ? { title: say('desk:figure.byLoad', { n: line.passS }) } : {}),
  };
};

const secondsParts = (ms: number) => secondsApart(ms / 1000);

type Props = { figures: DrillFigures; tier: Tier | null; className?: string | undefined };

/** First response, average response and how many wait: for the trainee's own eyes, no marks. */
export const ResponseFigures = ({ figures, tier, className }: Props) => {
  const { t } = useTranslation('desk');
  const classProps = className === undefined ? {} : { className };
  return (
    <>
      <Figure {...classProps} label={t('figure.first')} {...figureProps(figures.firstMs, figures.firstLine, tier)} />
      <Figure {...classProps} label={t('figure.mean')} {...figureProps(figures.meanMs, figures.meanLine, tier)} />
      <Figure
        {...classProps}
        label={t('figure.waiting')}
        value={figures.unansweredCount}
        unit={t('figure.of', { n: figures.presentCount })}
      />
    </>
  );
};
