import { dayName } from '#client/features/terms/model/days.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Disclosure } from '#client/ui/layout/disclosure.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { CalendarEntry } from '#contract/terms/calendar.ts';
import { EntryLines, type Planning } from './entry-lines.tsx';

type Props = {
  today: string;
  entries: ReadonlyMap<string, readonly CalendarEntry[]>;
  runs: 'all' | 'none' | readonly string[];
  planning: Planning | null;
};

/** Day after day from today on; what has gone by is folded away. For the phone. */
export const DayList = ({ today, entries, runs, planning }: Props) => {
  const { t } = useTranslation('calendar');
  const days = [...entries.keys()];
  const past = days.filter((day) => day < today);
  const upcoming = days.filter((day) => day >= today);
  const shown = (day: string) => (
    <section key={day} aria-label={dayName(day)}>
      <h3 className="flex items-center gap-8 border-line border-b bg-soft px-14 py-5 font-semibold">
        {dayName(day)}
        {day === today ? <Tag tone="accent">{t('today')}</Tag> : null}
      </h3>
      <EntryLines entries={entries.get(day) ?? []} runs={runs} planning={planning} />
    </section>
  );
  return (
    <>
      {past.length === 0 ? null : (
        <Panel className="mb-12">
          <Disclosure head={t('past', { n: past.length })}>{past.map(shown)}</Disclosure>
        </Panel>
      )}
      <Panel>
        <h2 className="sr-only">{t('upcoming')}</h2>
        {upcoming.length === 0 ? <EmptyState title={t('noUpcoming')} /> : upcoming.map(shown)}
      </Panel>
    </>
  );
};
