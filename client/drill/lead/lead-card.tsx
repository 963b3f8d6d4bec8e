import './strings.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Panel } from '#client/ui/layout/panel.tsx';
import type { LeadCard } from '#contract/together/leads.ts';

/** The shop's authority card, with the lead's own level marked. */
export const AuthorityCard = ({ card }: { card: LeadCard }) => {
  const { t } = useTranslation('lead');
  return (
    <Panel className="px-14 py-12">
      <h2 className="mb-6 font-semibold">{t('card', { shop: card.name })}</h2>
      <dl className="grid gap-6">
        {card.levels.map(({ level, text }) => (
          <div
            key={level}
            className={level === 'B' ? 'border-accent border-l-2 pl-8' : 'border-line-2 border-l-2 pl-8'}
          >
            <dt className="text-12 text-ink-3">{t(`level.${level}`)}</dt>
            <dd lang="zh-CN">{text}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-8 text-12 text-ink-3">{t('cardNote')}</p>
    </Panel>
  );
};
