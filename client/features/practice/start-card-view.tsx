import { CaseBrief } from '#client/drill/shop/case-brief.tsx';
import { ShopFacts } from '#client/drill/shop/shop-facts.tsx';
import { StartClock } from '#client/drill/status/start-clock.tsx';
import { marks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Panel } from '#client/ui/layout/panel.tsx';
import type { StartCard } from '#contract/bodies.ts';
import { StartActions } from './start-actions.tsx';

/** All that is known before the first customer comes in: whom, for what, at which shop, by which clock. */
export const StartCardView = ({ card }: { card: StartCard }) => {
  const { t } = useTranslation('practice');
  const [first] = card.scenarios;
  const hasSeveral = card.scenarios.length > 1;
  const isRound = card.scenarios.every(({ short }) => short);
  return (
    <Panel>
      <header className="border-line border-b px-24 pt-20 pb-16 max-pane:px-14">
        <h1 className="font-semibold text-18">
          {isRound
            ? t('startCard.round', { count: card.scenarios.length })
            : hasSeveral
              ? t('startCard.several', { count: card.scenarios.length })
              : first?.title}
        </h1>
        <p className="mt-2 text-ink-2">
          {t(isRound ? 'startCard.roundText' : hasSeveral ? 'startCard.severalText' : 'startCard.oneText')}
        </p>
      </header>
      <div className="grid grid-cols-[minmax(0,1.35fr)_minmax(0,1fr)] max-pane:grid-cols-1">
        <div className="px-24 py-16 max-pane:px-14">
          <h2 className="mb-4 font-semibold text-15">{t('startCard.trains')}</h2>
          {isRound ? (
            // What each asks is a surprise, as it is at a real desk; the title would say it.
            <p>{t('startCard.roundTrains')}</p>
          ) : (
            <ul>
              {card.scenarios.map((scenario) => (
                <CaseBrief
                  key={scenario.id}
                  scenario={scenario}
                  showsTitle={hasSeveral}
                  note={
                    scenario.best === null
                      ? t('startCard.new')
                      : t('startCard.done', { done: scenario.done, best: marks(scenario.best) })
                  }
                />
              ))}
            </ul>
          )}
          <StartClock clock={card.clock} />
        </div>
        <dl className="grid grid-cols-[minmax(64px,auto)_minmax(0,1fr)] content-start gap-x-12 gap-y-8 border-line border-l bg-soft px-24 py-16 max-pane:border-t max-pane:border-l-0 max-pane:px-14 [&>dt]:text-ink-3">
          <ShopFacts shop={card.shop} />
          <dt>{t('startCard.mode')}</dt>
          <dd>
            {t('startCard.practice')}
            <span className="block text-12 text-ink-2">{t('startCard.practiceText')}</span>
          </dd>
        </dl>
      </div>
      <StartActions card={card} />
    </Panel>
  );
};
