import './strings.ts';
import { useParams } from 'react-router';
import { BackLink, LoadedTerm } from '#client/features/terms/loaded-term.tsx';
import { OWN_TERMS_PATH } from '#client/features/terms/model/term-paths.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { CalendarView, DownloadCalendar } from './calendar-view.tsx';

/** A trainee's own: lessons of their shift, when homework is due for them, their leave, and what is planned. */
export const OwnCalendarPage = () => {
  const { term = '' } = useParams();
  const { t } = useTranslation('calendar');
  useTitle(t('title'));
  return (
    <LoadedTerm path={pathTo('GET /api/my-terms/:term/calendar', { term })} title={t('title')}>
      {(body) => (
        <>
          <BackLink to={OWN_TERMS_PATH}>{body.term.name}</BackLink>
          <header className="mb-12 flex flex-wrap items-center gap-x-12 gap-y-8">
            <div className="min-w-0 flex-1 basis-240">
              <h1 className="font-semibold text-18">{t('titleOf', { name: body.term.name })}</h1>
              <p className="text-ink-2">{t('aboutOwn')}</p>
            </div>
            <DownloadCalendar path={pathTo('GET /api/my-terms/:term/calendar.ics', { term })} />
          </header>
          <CalendarView body={body} runs="none" planning={null} />
        </>
      )}
    </LoadedTerm>
  );
};
