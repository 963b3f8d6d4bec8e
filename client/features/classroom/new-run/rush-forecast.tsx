import { batchMinutes } from '#client/drill/model/rush-choices.ts';
import { customersBetween } from '#client/drill/model/rush-forecast.ts';
import { ArrivalsChart } from '#client/drill/status/arrivals-chart.tsx';
import { seconds } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { listed } from '#client/lib/listed.ts';
import { Panel } from '#client/ui/layout/panel.tsx';
import type { RushMenu } from '#contract/bodies.ts';
import type { RunDraft } from './run-draft.ts';

const EXAMPLE_STORY_MIN = 30;
const SECONDS_PER_MINUTE = 60;
/** Rarer types are left out of the line. */
const SHOWN_TYPES = 4;

/** The right-hand pane of a rush: how many will come when, and how long it takes. Who comes nobody is told (RULES Q22). */
export const RushForecast = ({ draft, menu }: { draft: RunDraft; menu: RushMenu }) => {
  const { t } = useTranslation('classroom');
  const { rush } = draft;
  const profile = menu.profiles.find(({ id }) => id === rush.profile);
  if (profile === undefined) return null;
  const [from, to] = customersBetween(menu, profile, rush.level, rush.minutes);
  const together = batchMinutes(menu, profile, rush.level).filter((minute) => minute <= rush.minutes);
  const types = [...profile.types].sort((a, b) => b.share - a.share).slice(0, SHOWN_TYPES);
  return (
    <Panel className="self-start">
      <div className="px-18 pt-12 pb-12 max-pane:px-14">
        <h2 className="mb-8 font-semibold text-13">{t('forecast.title')}</h2>
        <ArrivalsChart profile={profile} level={rush.level} minutes={rush.minutes} times={2.2} />
        <p className="mt-4 text-12 text-ink-3">{t('rush.chart')}</p>
      </div>
      <dl className="grid grid-cols-[72px_minmax(0,1fr)] gap-x-12 gap-y-4 border-line border-t px-18 py-12 text-12 max-pane:px-14 [&>dt]:text-ink-3">
        <dt>{t('forecast.customers')}</dt>
        <dd aria-live="polite">
          {t('rush.coming', { from, to, minutes: rush.minutes })}
          {together.length === 0 ? null : (
            <span className="block">{t('rush.together', { minutes: listed(together.map(String)) })}</span>
          )}
        </dd>
        <dt>{t('forecast.length')}</dt>
        <dd>
          {t('rush.length', { minutes: rush.minutes, closing: menu.closingMinutes })}
          {draft.minutes < rush.minutes + menu.closingMinutes ? (
            <span className="block text-warn">{t('rush.short', { minutes: draft.minutes })}</span>
          ) : null}
        </dd>
        <dt>{t('forecast.pace')}</dt>
        <dd>
          {t('forecast.paceLine', {
            seat: seconds((EXAMPLE_STORY_MIN * SECONDS_PER_MINUTE) / Math.max(1, draft.pace)),
          })}
        </dd>
        <dt>{t('forecast.types')}</dt>
        <dd>{types.map(({ name }) => name).join(t('forecast.list'))}</dd>
        <dt>{t('forecast.seed')}</dt>
        <dd>{t(`rushSeedText.${draft.seed}`)}</dd>
      </dl>
    </Panel>
  );
};
