import './strings.ts';
import { marks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { LeadFigures, LeadMarks } from '#contract/together/leads.ts';

const COUNTS = ['inTime', 'right', 'within', 'reasoned'] as const;

/** What a lead's answers came to, each of how many, with the formula. */
export const LeadFiguresLine = ({ figures, worth }: { figures: LeadFigures; worth: LeadMarks }) => {
  const { t } = useTranslation('lead');
  return (
    <div>
      <dl aria-label={t('figures.label')} className="flex flex-wrap gap-x-24 gap-y-6">
        <div>
          <dt className="text-12 text-ink-3">{t('figures.score')}</dt>
          <dd className="font-semibold text-20">{figures.score === null ? '—' : marks(figures.score)}</dd>
        </div>
        <div>
          <dt className="text-12 text-ink-3">{t('figures.requests')}</dt>
          <dd className="text-20">{figures.requests}</dd>
        </div>
        {COUNTS.map((count) => (
          <div key={count}>
            <dt className="text-12 text-ink-3">{t(`figures.${count}`)}</dt>
            <dd className="text-20">{t('figures.of', { n: figures[count], of: figures.requests })}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-6 text-12 text-ink-3">{t('figures.formula', worth)}</p>
    </div>
  );
};
