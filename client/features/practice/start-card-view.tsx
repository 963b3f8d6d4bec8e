import { useTranslation } from 'react-i18next';
import type { StartCard } from '#contract/bodies.ts';
import { marks } from '../../lib/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { Tag } from '../../ui/tag.tsx';
import { StartActions } from './start-actions.tsx';
import { StartClock } from './start-clock.tsx';

/** All that is known before the first customer comes in: whom, for what, at which shop, by which clock. */
export const StartCardView = ({ card }: { card: StartCard }) => {
  const { t } = useTranslation('practice');
  const [first] = card.scenarios;
  const several = card.scenarios.length > 1;
  return (
    <Panel>
      <header className="border-line border-b px-24 pt-20 pb-16 max-pane:px-14">
        <h1 className="font-semibold text-18">
          {several ? t('startCard.several', { count: card.scenarios.length }) : first?.title}
        </h1>
        <p className="mt-2 text-ink-2">{t(several ? 'startCard.severalText' : 'startCard.oneText')}</p>
      </header>
      <div className="grid grid-cols-[minmax(0,1.35fr)_minmax(0,1fr)] max-pane:grid-cols-1">
        <div className="px-24 py-16 max-pane:px-14">
          <h2 className="mb-4 font-semibold text-15">{t('startCard.trains')}</h2>
          <ul>
            {card.scenarios.map((scenario) => (
              <li key={scenario.id} className="border-line border-b py-10 last:border-b-0">
                <div className="flex flex-wrap items-center gap-x-8 gap-y-4">
                  {several ? <b>{scenario.title}</b> : null}
                  <Tag tone="line">{scenario.typeName}</Tag>
                  <span className="text-12 text-ink-3">
                    {t('startCard.size', { level: scenario.level, minutes: scenario.minutes })}
                  </span>
                  <span className="text-12 text-ink-3">
                    {scenario.best === null
                      ? t('startCard.new')
                      : t('startCard.done', { done: scenario.done, best: marks(scenario.best) })}
                  </span>
                </div>
                <p className="mt-4 text-pretty">{scenario.teaches}</p>
              </li>
            ))}
          </ul>
          <StartClock clock={card.clock} />
        </div>
        <dl className="grid grid-cols-[64px_minmax(0,1fr)] content-start gap-x-12 gap-y-8 border-line border-l bg-soft px-24 py-16 max-pane:border-t max-pane:border-l-0 max-pane:px-14 [&>dt]:text-ink-3">
          <dt>{t('startCard.shop')}</dt>
          <dd>
            <b>{card.shop.name}</b>
            <span className="block text-12 text-ink-2">
              {t('startCard.platform', {
                platform: card.shop.platformName,
                from: card.shop.hours[0],
                to: card.shop.hours[1],
              })}
            </span>
          </dd>
          <dt>{t('startCard.role')}</dt>
          <dd>{card.shop.role}</dd>
          <dt>{t('startCard.voice')}</dt>
          <dd>{card.shop.voice}</dd>
          <dt>{t('startCard.story')}</dt>
          <dd>{card.story}</dd>
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
