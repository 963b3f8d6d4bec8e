import { useTranslation } from 'react-i18next';
import { useDrill } from '../../lib/drill-store.ts';
import { ButtonLink } from '../../ui/button-link.tsx';

/** In the composer's place when the drill is over: nothing left to send, one thing left to read. */
export const EndedPanel = () => {
  const { t } = useTranslation('desk');
  const why = useDrill((state) => state.view.ended);
  const id = useDrill((state) => state.drillId);
  if (why === null) return null;
  return (
    <section
      aria-label={t('ended.title')}
      className="flex shrink-0 flex-wrap items-center gap-x-16 gap-y-8 border-line border-t bg-surface px-16 py-16 max-pane:px-12 max-pane:py-12"
    >
      <div className="min-w-0 flex-1">
        <h2 className="font-semibold text-15">{t('ended.title')}</h2>
        <p className="text-ink-2">{t(`ended.why.${why}`)}</p>
      </div>
      <ButtonLink kind="primary" size="l" to={`/drills/${encodeURIComponent(id)}/report`}>
        {t('ended.report')}
      </ButtonLink>
    </section>
  );
};
