import { seconds } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Panel } from '#client/ui/layout/panel.tsx';
import type { ScenarioCard } from '#contract/bodies.ts';
import { CustomersChart } from './customers-chart.tsx';
import { forecast } from './forecast.ts';
import type { RunDraft } from './run-draft.ts';

/** Half an hour of the story is what authors' deadlines usually are. */
const EXAMPLE_STORY_MIN = 30;
const SECONDS_PER_MINUTE = 60;

/** The right-hand pane: what the plan leads to, before anybody sits in it. */
export const RunForecast = ({ draft, cards }: { draft: RunDraft; cards: readonly ScenarioCard[] }) => {
  const { t } = useTranslation('classroom');
  const shownForecast = forecast(draft, cards);
  return (
    <Panel className="self-start">
      <div className="px-18 pt-12 pb-8 max-pane:px-14">
        <h2 className="mb-8 font-semibold text-13">{t('forecast.title')}</h2>
        {cards.length === 0 ? (
          <p className="pb-8 text-ink-2">{t('forecast.none')}</p>
        ) : (
          <CustomersChart forecast={shownForecast} minutes={draft.minutes} />
        )}
      </div>
      <dl className="grid grid-cols-[72px_minmax(0,1fr)] gap-x-12 gap-y-4 border-line border-t px-18 py-12 text-12 max-pane:px-14 [&>dt]:text-ink-3">
        <dt>{t('forecast.customers')}</dt>
        <dd>{t(`forecast.arrivals.${draft.arrivals}`, { count: cards.length })}</dd>
        <dt>{t('forecast.length')}</dt>
        <dd>
          {t('forecast.lengthLine', { cases: shownForecast.casesMin, minutes: draft.minutes })}
          {shownForecast.unfinishedTitles.length === 0 ? null : (
            <span className="block text-warn">
              {t('forecast.cutOff', { titles: shownForecast.unfinishedTitles.join(t('forecast.list')) })}
            </span>
          )}
        </dd>
        <dt>{t('forecast.pace')}</dt>
        <dd>
          {t('forecast.paceLine', {
            seat: seconds((EXAMPLE_STORY_MIN * SECONDS_PER_MINUTE) / Math.max(1, draft.pace)),
          })}
        </dd>
        <dt>{t('forecast.types')}</dt>
        <dd>
          {cards.length === 0
            ? t('forecast.nothing')
            : [...new Set(cards.map((card) => card.typeName))].join(t('forecast.list'))}
        </dd>
        <dt>{t('forecast.seed')}</dt>
        <dd>{t(`seedText.${draft.seed}`)}</dd>
      </dl>
    </Panel>
  );
};
