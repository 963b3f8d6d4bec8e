import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ScenarioCard } from '#contract/bodies.ts';
import { Best } from './best.tsx';
import { startPath } from './suggest.ts';

export const CaseLink = ({ card }: { card: ScenarioCard }) => {
  const { t } = useTranslation('practice');
  return (
    <Link
      to={startPath([card])}
      className="grid min-h-48 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-12 px-16 py-6 text-ink no-underline hover:bg-sunken focus-visible:-outline-offset-2 max-pane:px-14"
    >
      <span className="min-w-0">
        <span className="block font-semibold">{card.title}</span>
        <span className="block text-12 text-ink-2">
          {t('library.case', { level: card.level, minutes: card.minutes, shop: card.shopName })}
        </span>
      </span>
      <Best best={card.best} />
    </Link>
  );
};
