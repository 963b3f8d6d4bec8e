import { useMemo } from 'react';
import { useOpenPractice } from '#client/features/practice/model/use-open-practice.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import type { ScenarioCard } from '#contract/bodies.ts';
import { StartPanel } from './start-panel.tsx';
import { pairsByUsefulness } from './suggest.ts';

/** Two customers at once: a pair is proposed, the trainee may choose their own. */
export const TwoCustomersPanel = ({ cards }: { cards: readonly ScenarioCard[] }) => {
  const { t } = useTranslation('practice');
  const pair = useMemo(() => pairsByUsefulness(cards)[0], [cards]);
  const { open, isOpening, error } = useOpenPractice();
  if (pair === undefined) return null;
  return (
    <StartPanel
      title={t('two.title')}
      text={t('two.text')}
      actions={
        <>
          <Button size="l" disabled={isOpening} onClick={() => void open(pair)}>
            {t(isOpening ? 'startCard.opening' : 'two.start')}
          </Button>
          <ButtonLink kind="bare" size="l" to="/library">
            {t('two.choose')}
          </ButtonLink>
          <Refused error={error} className="basis-full" />
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
