import { pathTo } from '#client/lib/endpoints.ts';
import { marks } from '#client/lib/format.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';

/** A mock exam of one's own: goes on where one is being sat, tells the best whole where there is one. */
export const PrivateExamPanel = () => {
  const { t } = useTranslation('practice');
  const { loaded } = useLoad(pathTo('GET /api/private-exams'));
  const list = loaded.state === 'ready' ? loaded.value : null;
  const going = list?.exams.find(({ over }) => !over);
  const best = list?.best.whole ?? null;
  return (
    <Panel className="mt-16">
      <section className="flex flex-wrap items-center gap-x-24 gap-y-10 px-24 py-14 max-pane:px-14">
        <div className="min-w-240 flex-1">
          <h2 className="font-semibold text-15">{t('private.title')}</h2>
          <p className="text-ink-2">{t('private.text')}</p>
        </div>
        {best === null ? null : <span className="text-ink-2">{t('private.best', { best: marks(best) })}</span>}
        {going === undefined ? (
          <ButtonLink size="l" to="/exams/private">
            {t('private.start')}
          </ButtonLink>
        ) : (
          <ButtonLink size="l" kind="primary" to={`/exams/private/${encodeURIComponent(going.id)}`}>
            {t('private.goOn')}
          </ButtonLink>
        )}
      </section>
    </Panel>
  );
};
