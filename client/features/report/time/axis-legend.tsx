import type { ReactNode } from 'react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';

const LegendItem = ({ label, children }: { label: string; children: ReactNode }) => (
  <li className="flex items-center gap-5">
    <svg viewBox="0 0 22 18" className="h-18 w-22" aria-hidden="true">
      {children}
    </svg>
    {label}
  </li>
);

export const AxisLegend = () => {
  const { t } = useTranslation('report');
  return (
    <ul className="flex flex-wrap gap-x-18 gap-y-4 px-14 pt-6 pb-10 text-12 text-ink-2 print:gap-x-12 print:gap-y-2 print:pt-2 print:pb-4">
      <LegendItem label={t('axis.key.pass')}>
        <rect y="12" width="22" height="6" className="fill-good-solid" />
      </LegendItem>
      <LegendItem label={t('axis.key.weak')}>
        <rect y="4" width="22" height="14" className="fill-warn-solid" />
      </LegendItem>
      <LegendItem label={t('axis.key.fail')}>
        <rect width="22" height="18" className="fill-bad-solid" />
      </LegendItem>
      <LegendItem label={t('axis.key.reply')}>
        <path d="M11 0v18" className="stroke-[1.5] stroke-ink" />
      </LegendItem>
      <LegendItem label={t('axis.key.mood')}>
        <path d="M0 6l8 2 6 5 8-7" className="fill-none stroke-[1.5] stroke-ink-3" />
      </LegendItem>
      <LegendItem label={t('axis.key.taken')}>
        <path d="M11 3l6 6-6 6-6-6z" className="fill-accent-solid stroke-accent" />
      </LegendItem>
      <LegendItem label={t('axis.key.missed')}>
        <path d="M11 3l6 6-6 6-6-6z" className="fill-surface stroke-[1.5] stroke-accent" />
      </LegendItem>
      <LegendItem label={t('severity.grave')}>
        <rect x="4" y="2" width="14" height="14" className="fill-bad-solid" />
      </LegendItem>
      <LegendItem label={t('severity.mild')}>
        <circle cx="11" cy="9" r="7" className="fill-warn-mark" />
      </LegendItem>
    </ul>
  );
};
