import { clauses } from '#client/lib/clauses.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Panel } from '#client/ui/layout/panel.tsx';
import type { PaySlip as Slip } from '#contract/terms/pay.ts';

const yuanText = (yuan: number): string => String(yuan).replace('-', '−');

/** One trainee's trial: each line with its formula, the sum below. */
export const PaySlip = ({ slip }: { slip: Slip }) => {
  const { t } = useTranslation('pay');
  const { no, name, lines, total } = slip;
  return (
    <Panel>
      <section aria-label={t('slipOf', { name })}>
        <h2 className="bg-soft px-14 py-8 font-semibold wrap-anywhere">{clauses([no, name])}</h2>
        <ul>
          {lines.map(({ id, said, yuan }) => (
            <li key={id} className="flex items-baseline gap-12 border-line border-t px-14 py-6">
              <span className="min-w-0 flex-1 wrap-anywhere">{said}</span>
              <span className="whitespace-nowrap text-right">{yuan === null ? '—' : yuanText(yuan)}</span>
            </li>
          ))}
        </ul>
        <p className="flex items-baseline gap-12 border-line border-t px-14 py-8 font-semibold">
          <span className="min-w-0 flex-1">{t('total')}</span>
          <span>{total === null ? t('noTotal') : t('yuan', { yuan: yuanText(total) })}</span>
        </p>
      </section>
    </Panel>
  );
};
