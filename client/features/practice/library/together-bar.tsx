import { useOpenPractice } from '#client/features/practice/model/use-open-practice.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { listed } from '#client/lib/listed.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import type { ScenarioCard } from '#contract/bodies.ts';
import { MAX_TOGETHER } from './filters.ts';

type Props = {
  markedCards: readonly ScenarioCard[];
  /** Shows only cases of that shop; null: the list shows only them already. */
  onOnlyShop: (() => void) | null;
  onNone: () => void;
};

/** What is marked to be served together, and why other boxes can't be ticked: said once, not on forty rows. */
export const TogetherBar = ({ markedCards, onOnlyShop, onNone }: Props) => {
  const { t } = useTranslation('library');
  const { open, isOpening, error } = useOpenPractice();
  const [first] = markedCards;
  if (first === undefined) return null;
  const isFull = markedCards.length === MAX_TOGETHER;
  return (
    <section
      aria-label={t('together.label')}
      className="sticky bottom-0 z-3 mt-12 flex flex-wrap items-center gap-x-12 gap-y-8 border border-line bg-surface px-16 py-10 shadow-float max-pane:-mx-14 max-pane:border-x-0 max-pane:px-14"
    >
      <div className="min-w-0 flex-[1_1_280px]" aria-live="polite">
        <p>
          <span className="mr-8 text-ink-3">
            {t('together.chosen', { count: markedCards.length, most: MAX_TOGETHER })}
          </span>
          <b>{listed(markedCards.map((card) => card.title))}</b>
        </p>
        <p id="together-rule" className="text-12 text-ink-2">
          {isFull ? t('together.full', { most: MAX_TOGETHER }) : t('together.rule', { name: first.shopName })}
          {isFull || onOnlyShop === null ? null : (
            <button type="button" onClick={onOnlyShop} className="link ml-8 max-pane:min-h-44">
              {t('together.onlyShop')}
            </button>
          )}
        </p>
      </div>
      <Button kind="bare" onClick={onNone}>
        {t('together.none')}
      </Button>
      <Button kind="primary" disabled={isOpening} onClick={() => void open(markedCards)}>
        {markedCards.length === 1 ? t('together.one') : t('together.go', { count: markedCards.length })}
      </Button>
      <Refused error={error} className="basis-full" />
    </section>
  );
};
