import { useTranslation } from 'react-i18next';
import type { Figures } from '#client/drill/model/drill-rounds.ts';
import type { Tier } from '#client/drill/model/drill-view.ts';
import { secondsApart } from '#client/lib/format.ts';
import { Figure } from '#client/ui/layout/figure.tsx';

type Tone = 'good' | 'warn' | 'bad';
const toneOf = (value: number, goodS: number, failS: number): Tone =>
  value <= goodS ? 'good' : value <= failS ? 'warn' : 'bad';

const parts = (ms: number) => secondsApart(Math.ceil(ms / 1000));

type Props = { figures: Figures; tier: Tier; className?: string | undefined };

/** First response, average response and how many wait: for the trainee's own eyes, no marks. */
export const ResponseFigures = ({ figures, tier, className }: Props) => {
  const { t } = useTranslation('desk');
  const none = { value: '–' };
  const look = className === undefined ? {} : { className };
  const first = figures.firstMs;
  const mean = figures.meanMs;
  return (
    <>
      <Figure
        {...look}
        label={t('figure.first')}
        {...(first === null ? none : { ...parts(first), tone: toneOf(first / 1000, tier.excellentS, tier.failS) })}
        target={t('figure.target', { n: tier.excellentS })}
      />
      <Figure
        {...look}
        label={t('figure.mean')}
        {...(mean === null ? none : { ...parts(mean), tone: toneOf(mean / 1000, tier.passS, tier.failS) })}
        target={t('figure.target', { n: tier.passS })}
      />
      <Figure
        {...look}
        label={t('figure.waiting')}
        value={figures.unanswered}
        unit={t('figure.of', { n: figures.present })}
      />
    </>
  );
};
