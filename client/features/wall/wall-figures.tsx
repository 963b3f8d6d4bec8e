import type { ReactNode } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { responseTimeColor } from '#client/features/wall/model/response-color.ts';
import { figuresOfWall } from '#client/features/wall/model/wall-figures.ts';
import { planTier } from '#client/features/wall/model/wall-waits.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useRun } from '#client/lib/run/run-store.ts';
import { cx } from '#client/ui/cx.ts';
import { Bell } from './bell.tsx';

const TONES = { good: 'text-good', warn: 'text-warn', bad: 'text-bad', plain: '' } as const;

type Props = { label: string; unit?: string; tone?: keyof typeof TONES; isCompact: boolean; children: ReactNode };

const WallFigure = ({ label, unit, tone = 'plain', isCompact, children }: Props) => (
  <div
    className={cx(
      'flex flex-col justify-center whitespace-nowrap border-line border-r',
      isCompact ? 'px-10 py-5 last:border-r-0' : 'px-20 max-wide:px-12',
    )}
  >
    <dt className={isCompact ? 'text-12 text-ink-3 leading-[16px]' : 'text-14 text-ink-3 leading-[20px]'}>{label}</dt>
    <dd className={cx('font-semibold', isCompact ? 'text-15 leading-[20px]' : 'text-[24px] leading-[28px]')}>
      <span className={TONES[tone]}>{children}</span>
      {unit === undefined ? null : (
        <small className={cx('ml-4 font-normal text-ink-3', isCompact ? 'text-12' : 'text-16')}>{unit}</small>
      )}
    </dd>
  </div>
);

/** The class in five numbers, the clock first. */
export const WallFigures = ({ isCompact = false }: { isCompact?: boolean }) => {
  const { t } = useTranslation('wall');
  const figures = useRun(useShallow((state) => figuresOfWall(state.tiles)));
  const tier = useRun(planTier);
  const medianS = figures.medianMs === null ? null : Math.round(figures.medianMs / 1000);
  const tone = (medianS === null ? null : responseTimeColor(medianS, tier)) ?? 'plain';
  return (
    <dl className={isCompact ? 'grid grid-cols-5 border-line border-b bg-surface' : 'flex items-stretch'}>
      <WallFigure isCompact={isCompact} label={t('figure.left')}>
        <Bell />
      </WallFigure>
      <WallFigure isCompact={isCompact} label={t('figure.online')} unit={t('figure.of', { n: figures.seatCount })}>
        {figures.onlineCount}
      </WallFigure>
      <WallFigure
        isCompact={isCompact}
        label={t(isCompact ? 'figure.medianShort' : 'figure.median')}
        tone={tone}
        {...(medianS === null || isCompact ? {} : { unit: t('figure.s') })}
      >
        {medianS ?? '—'}
      </WallFigure>
      <WallFigure isCompact={isCompact} label={t('figure.waiting')}>
        {figures.waitingCount}
      </WallFigure>
      <WallFigure
        isCompact={isCompact}
        label={t(isCompact ? 'figure.goneShort' : 'figure.gone')}
        tone={figures.leftCount > 0 ? 'warn' : 'plain'}
      >
        {figures.leftCount}
      </WallFigure>
    </dl>
  );
};
