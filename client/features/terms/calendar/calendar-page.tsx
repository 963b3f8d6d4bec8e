import './strings.ts';
import { useState } from 'react';
import { useParams } from 'react-router';
import { BackLink, LoadedTerm } from '#client/features/terms/loaded-term.tsx';
import { dayName } from '#client/features/terms/model/days.ts';
import { termPath } from '#client/features/terms/model/term-paths.ts';
import { call } from '#client/lib/api.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { SuggestedDrill, TermCalendar } from '#contract/terms/calendar.ts';
import { CalendarView, DownloadCalendar } from './calendar-view.tsx';
import { type PlannedEntry, plannedName, type RunEntry } from './entry-words.ts';
import { MoveDialog } from './move-dialog.tsx';
import { RescheduleDialog } from './reschedule-dialog.tsx';
import { SuggestedList } from './suggested-list.tsx';

/** A term's days: what lies in them, and what belongs there before and after the trade's promotions. */
export const CalendarPage = () => {
  const { id = '', term = '' } = useParams();
  const { t } = useTranslation('calendar');
  useTitle(t('title'));
  return (
    <OnlyFor who="staff">
      {() => (
        <LoadedTerm path={pathTo('GET /api/classes/:id/terms/:term/calendar', { id, term })} title={t('title')}>
          {(body, refresh) => <TermCalendarView body={body} refresh={refresh} />}
        </LoadedTerm>
      )}
    </OnlyFor>
  );
};

const TermCalendarView = ({ body, refresh }: { body: TermCalendar; refresh: () => void }) => {
  const { t } = useTranslation('calendar');
  const { isBusy, error, send } = useSubmit();
  const [moving, setMoving] = useState<PlannedEntry | null>(null);
  const [rescheduled, setRescheduled] = useState<RunEntry | null>(null);
  const { term } = body;
  const address = { id: body.class.id, term: term.id };
  const change = (planned: string, day: string, removed: boolean) =>
    call('POST /api/classes/:id/terms/:term/calendar/:planned', { ...address, planned }, { day, removed });
  /** Also from a toast, which outlives the page: what is refused then is said in another toast. */
  const undo = async (planned: string, day: string, removed: boolean) => {
    const answer = await change(planned, day, removed);
    if (!answer.ok) showToast(answer.error.message, 'bad');
    refresh();
  };
  const plan = async ({ event, step, day }: SuggestedDrill) => {
    const done = await send(() => call('POST /api/classes/:id/terms/:term/calendar', address, { event, step, day }));
    refresh();
    if (done === null) return;
    const { id } = done.value;
    showToast(t('done', { date: dayName(day) }), 'plain', {
      label: t('undo'),
      run: () => void undo(id, day, true),
    });
  };
  const remove = async (entry: PlannedEntry) => {
    const { id, day } = entry;
    const done = await send(() => change(id, day, true));
    refresh();
    if (done === null) return;
    showToast(t('removed', { name: plannedName(t, entry) }), 'plain', {
      label: t('undo'),
      run: () => void undo(id, day, false),
    });
  };
  const planning = body.mayPlan
    ? {
        ...{ classId: address.id, onMove: setMoving, onReschedule: setRescheduled },
        onRemove: (entry: PlannedEntry) => void remove(entry),
      }
    : null;
  return (
    <>
      <BackLink to={termPath(address.id, address.term)}>{term.name}</BackLink>
      <header className="mb-12 flex flex-wrap items-center gap-x-12 gap-y-8">
        <div className="min-w-0 flex-1 basis-240">
          <h1 className="font-semibold text-18">{t('titleOf', { name: term.name })}</h1>
          <p className="text-ink-2">{t('about')}</p>
        </div>
        <DownloadCalendar path={pathTo('GET /api/classes/:id/terms/:term/calendar.ics', address)} />
      </header>
      <Refused error={error} className="mb-12" />
      <CalendarView body={body} runs={body.visiting ?? 'all'} planning={planning} />
      {body.mayPlan ? (
        <SuggestedList
          suggested={body.suggested}
          today={body.today}
          source={body.source}
          isBusy={isBusy}
          onPlan={(one) => void plan(one)}
        />
      ) : null}
      {moving === null ? null : (
        <MoveDialog
          entry={moving}
          span={term}
          send={(day) => change(moving.id, day, false)}
          onClose={() => setMoving(null)}
          onDone={refresh}
        />
      )}
      {rescheduled === null ? null : (
        <RescheduleDialog entry={rescheduled} onClose={() => setRescheduled(null)} onDone={refresh} />
      )}
    </>
  );
};
