import './strings.ts';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { usePhone } from '#client/drill/model/desk-widths.ts';
import { dayName } from '#client/features/terms/model/days.ts';
import type { Path } from '#client/lib/endpoints.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { download } from '#client/lib/results-export.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { OwnCalendar } from '#contract/terms/calendar.ts';
import { DayList } from './day-list.tsx';
import { EntryLines, type Planning } from './entry-lines.tsx';
import { byDay } from './entry-words.ts';
import { MonthGrid } from './month-grid.tsx';

type Props = {
  body: Pick<OwnCalendar, 'term' | 'today' | 'entries'>;
  runs: 'all' | 'none' | readonly string[];
  planning: Planning | null;
};

/** A month beside what is on the chosen day; on a phone a list by day. */
export const CalendarView = ({ body: { term, today, entries }, runs, planning }: Props) => {
  const { t } = useTranslation('calendar');
  const isPhone = usePhone();
  const [chosen, setChosen] = useState<string | null>(null);
  const days = byDay(entries);
  // Until somebody chooses: today, or where the term begins or ended.
  const selected = chosen ?? (today < term.firstDay ? term.firstDay : today > term.lastDay ? term.lastDay : today);
  if (isPhone)
    return entries.length === 0 ? (
      <Panel>
        <EmptyState title={t('noEntries')} text={t('noEntriesText')} />
      </Panel>
    ) : (
      <DayList today={today} entries={days} runs={runs} planning={planning} />
    );
  const onDay = days.get(selected) ?? [];
  return (
    <div className="grid grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)] items-start gap-16 max-side:grid-cols-1">
      <MonthGrid span={term} today={today} entries={days} selected={selected} onSelect={setChosen} />
      <section aria-labelledby="chosen-day">
        <h2 id="chosen-day" className="mb-8 flex h-30 items-center font-semibold text-15" aria-live="polite">
          {dayName(selected)}
        </h2>
        <Panel>
          {onDay.length === 0 ? (
            <EmptyState title={t('nothing')} />
          ) : (
            <EntryLines entries={onDay} runs={runs} planning={planning} />
          )}
        </Panel>
      </section>
    </div>
  );
};

export const DownloadCalendar = ({ path }: { path: Path<'file'> }) => {
  const { t } = useTranslation('calendar');
  const save = async () => {
    const refusal = await download(path, 'calendar.ics');
    if (refusal !== null) showToast(refusal, 'bad');
  };
  return (
    <Button title={t('downloadAbout')} onClick={() => void save()}>
      <Download size={14} aria-hidden="true" />
      {t('download')}
    </Button>
  );
};
