import { useMemo } from 'react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import type { ScenarioCard } from '#contract/bodies.ts';
import { StartPanel } from './start-panel.tsx';
import { pairsByUsefulness, startPath } from './suggest.ts';

/** Two customers at once: a pair is proposed, the trainee may choose their own. */
export const TwoCustomersPanel = ({ cards }: { cards: readonly ScenarioCard[] }) => {
  const { t } = useTranslation('practice');
  const pair = useMemo(() => pairsByUsefulness(cards)[0], [cards]);
  if (pair === undefined) return null;
  return (
    <StartPanel
      title={t('two.title')}
      text={t('two.text')}
      actions={
        <>
          <ButtonLink size="l" to={startPath(pair)}>
            {t('two.start')}
          </ButtonLink>
          <ButtonLink kind="bare" size="l" to="/library">
            {t('two.choose')}
          </ButtonLink>
        </>
      }
    >
      <ul>
        {pair.map((card) => (
          <li key={card.id} className="cut">
            <b lang="zh-CN" className="mr-12">
              {card.title}
            </b>
            <span className="text-ink-2">{card.typeName}</span>
          </li>
        ))}
      </ul>
    </StartPanel>
  );
};
