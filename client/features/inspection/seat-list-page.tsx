import './strings.ts';
import { Link, useParams } from 'react-router';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { LoadedPanel } from '#client/ui/layout/loaded-panel.tsx';

/** What a seat has to mark: conversations of the others, without names. */
export const SeatInspectionPage = () => {
  const { t } = useTranslation('inspection');
  const { id = '' } = useParams();
  useTitle(t('title'));
  const { loaded, reload } = useLoad(pathTo('GET /api/seats/:id/inspection', { id }));
  return (
    <LoadedPanel
      title={t('title')}
      about={t('classAbout')}
      loaded={loaded}
      onRetry={reload}
      failed={t('failed')}
      none={{ is: ({ items }) => items.length === 0, title: t('none'), text: t('classNone') }}
    >
      {({ items }) => (
        <ul>
          {items.map(({ no, typeName, replies, state }) => (
            <li
              key={no}
              className="flex min-h-44 items-center gap-10 border-line border-b px-24 last:border-b-0 max-pane:px-14"
            >
              <span className="w-64 shrink-0 whitespace-nowrap text-ink-3">{t('no', { n: no })}</span>
              <Link to={`/inspect/seats/${id}/${no}`} className="min-w-0 flex-1 py-10 hover:underline">
                {t('row', { type: typeName, n: replies })}
              </Link>
              <span className="shrink-0 text-12 text-ink-3">{t(`state.${state}`)}</span>
            </li>
          ))}
        </ul>
      )}
    </LoadedPanel>
  );
};
