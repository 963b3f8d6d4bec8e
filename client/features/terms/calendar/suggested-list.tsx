import { dayName } from '#client/features/terms/model/days.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { SuggestedDrill } from '#contract/terms/calendar.ts';
import { drillWords } from './entry-words.ts';

type Props = {
  suggested: readonly SuggestedDrill[];
  today: string;
  source: string;
  isBusy: boolean;
  onPlan: (one: SuggestedDrill) => void;
};

/** What belongs into the term around each promotion, counted from its day; one press sets a step in. */
export const SuggestedList = ({ suggested, today, source, isBusy, onPlan }: Props) => {
  const { t } = useTranslation('calendar');
  const events = [...new Map(suggested.map((one) => [one.event, one])).values()];
  const apart = (days: number): string =>
    days === 0 ? t('onDay') : t(days < 0 ? 'before' : 'after', { n: Math.abs(days) });
  return (
    <section aria-labelledby="suggested">
      <SectionHeader id="suggested" title={t('suggested')} note={t('suggestedAbout')} />
      <Panel>
        {events.length === 0 ? <EmptyState title={t('noneSuggested')} /> : null}
        {events.map(({ event, eventName, eventDay }) => (
          <section key={event} aria-label={eventName}>
            <h3 className="border-line border-b bg-soft px-14 py-5 font-semibold">
              {t('eventOn', { event: eventName, date: dayName(eventDay) })}
            </h3>
            <ul>
              {suggested
                .filter((one) => one.event === event)
                .map((one) => (
                  <li
                    key={one.step}
                    className="flex flex-wrap items-center gap-x-8 gap-y-4 border-line border-b px-14 py-8"
                  >
                    <span className="w-140 shrink-0 text-12 text-ink-2">
                      {dayName(one.day)} <span className="text-ink-3">{apart(one.days)}</span>
                    </span>
                    <span className="min-w-0 flex-1 basis-200">
                      <b>{one.name}</b>{' '}
                      <span className="wrap-anywhere text-12 text-ink-3">{drillWords(t, one.drill)}</span>
                    </span>
                    {one.planned ? (
                      <Tag tone="good">{t('planned')}</Tag>
                    ) : one.day < today ? (
                      <Tag tone="line">{t('over')}</Tag>
                    ) : (
                      <Button
                        size="s"
                        disabled={isBusy}
                        aria-label={t('planOf', { name: one.name, date: dayName(one.day) })}
                        onClick={() => onPlan(one)}
                      >
                        {t('plan')}
                      </Button>
                    )}
                  </li>
                ))}
            </ul>
          </section>
        ))}
        {source === '' ? null : <p className="px-14 py-8 text-12 text-ink-3">{t('source', { source })}</p>}
      </Panel>
    </section>
  );
};
