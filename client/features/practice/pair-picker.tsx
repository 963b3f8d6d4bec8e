import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { DrillSummary, ScenarioCard } from '#contract/bodies.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { CaseCheck } from './case-check.tsx';
import { StageColumns } from './stage-columns.tsx';
import { byType, startPath } from './suggest.ts';

const TWO = 2;

/** Choose two cases of one shop: the desk shows one shop's products and policies. */
export const PairPicker = ({ cards, drills }: { cards: readonly ScenarioCard[]; drills: readonly DrillSummary[] }) => {
  const { t } = useTranslation('practice');
  const navigate = useNavigate();
  const types = useMemo(() => byType(cards, drills), [cards, drills]);
  const [chosen, setChosen] = useState<readonly ScenarioCard[]>([]);
  const shop = chosen[0]?.shop;
  const whyNot = (card: ScenarioCard): string | null => {
    if (chosen.includes(card)) return null;
    if (shop !== undefined && card.shop !== shop) return t('two.otherShop');
    return chosen.length === TWO ? t('two.full') : null;
  };
  const toggle = (card: ScenarioCard) =>
    setChosen(chosen.includes(card) ? chosen.filter((one) => one !== card) : [...chosen, card]);
  return (
    <section aria-labelledby="pick">
      <div className="mb-8 flex flex-wrap items-baseline gap-x-10">
        <h2 id="pick" className="font-semibold text-18">
          {t('two.pick')}
        </h2>
        <p className="text-ink-2">{t('two.rule')}</p>
      </div>
      <StageColumns types={types}>
        {(type) => (
          <fieldset className="border-line border-b last:border-b-0">
            <legend className="sr-only">{type.name}</legend>
            <p aria-hidden="true" className="px-16 pt-10 font-semibold text-12 text-ink-2 max-pane:px-14">
              {type.name}
            </p>
            {type.cards.map((card) => (
              <CaseCheck
                key={card.id}
                card={card}
                checked={chosen.includes(card)}
                why={whyNot(card)}
                onToggle={() => toggle(card)}
              />
            ))}
          </fieldset>
        )}
      </StageColumns>
      <div className="sticky bottom-0 z-3 mt-12 flex flex-wrap items-center gap-12 border border-line bg-surface px-16 py-10 shadow-float max-pane:-mx-14 max-pane:border-x-0 max-pane:px-14">
        <p className="min-w-0 flex-1" aria-live="polite">
          {chosen.length === 0 ? (
            <span className="text-ink-2">{t('two.none')}</span>
          ) : (
            <b>{chosen.map((card) => card.title).join('、')}</b>
          )}
        </p>
        <ButtonLink kind="bare" to="/">
          {t('two.cancel')}
        </ButtonLink>
        <Button
          kind="primary"
          why={chosen.length < TWO ? t('two.missing', { have: chosen.length }) : null}
          onClick={() => navigate(startPath(chosen))}
        >
          {t('two.go')}
        </Button>
      </div>
    </section>
  );
};
