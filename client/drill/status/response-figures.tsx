import type { DrillFigures } from '#client/drill/model/drill-rounds.ts';
import type { Tier } from '#client/drill/model/drill-view.ts';
import { secondsApart } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { say } from '#client/lib/messages.ts';
import { Figure } from '#client/ui/layout/figure.tsx';

type Tone = 'good' | 'warn' | 'bad';
const toneOf = (value: number, goodS: number, failS: number): Tone =>
  value <= goodS ? 'good' : value <= failS ? 'warn' : 'bad';

/** A figure in its tone, with the limit for a pass and the one for the best grade (RULES X72); without a tier the figure alone. */
const figureProps = (ms: number | null, tier: Tier | null) => ({
  ...(ms === null ? { value: '–' } : secondsParts(ms)),
  ...(ms === null || tier === null ? {} : { tone: toneOf(Math.round(ms / 1000), tier.passS, tier.failS) }),
  ...(tier === null
    ? {}
    : { target: say('desk:figure.target', { n: tier.passS }), best: say('desk:figure.best', { n: tier.excellentS }) }),
});

const secondsParts = (ms: number) => secondsApart(ms / 1000);

type Props = { figures: DrillFigures; tier: Tier | null; className?: string | undefined };

/** First response, average response and how many wait: for the trainee's own eyes, no marks. */
export const ResponseFigures = ({ figures, tier, className }: Props) => {
  const { t } = useTranslation('desk');
  const classProps = className === undefined ? {} : { className };
  return (
    <>
      <Figure {...classProps} label={t('figure.first')} {...figureProps(figures.firstMs, tier)} />
      <Figure {...classProps} label={t('figure.mean')} {...figureProps(figures.meanMs, tier)} />
      <Figure
        {...classProps}
        label={t('figure.waiting')}
        value={figures.unansweredCount}
        unit={t('figure.of', { n: figures.presentCount })}
      />
    </>
  );
};
