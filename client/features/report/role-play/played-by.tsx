import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { Report } from '#contract/report.ts';

/** That a person played the customer, from which card, what they settled and how it felt. Nothing in any other report. */
export const PlayedBy = ({ report, drillId }: { report: Report; drillId: string }) =>
  report.rolePlay ? <Told drillId={drillId} /> : null;

const Told = ({ drillId }: { drillId: string }) => {
  const { t } = useTranslation('report');
  const { loaded } = useLoad(pathTo('GET /api/drills/:id/role-play', { id: drillId }));
  const told = loaded.state === 'ready' ? loaded.value : null;
  const name = told?.player ?? t('played.nobody');
  return (
    <section aria-label={t('played.label')} className="mt-12 rounded-8 border border-line bg-soft px-14 py-10">
      <p>{told === null ? t('played.label') : t('played.by', { name, title: told.title })}</p>
      {told === null || told.settled + told.unsure === 0 ? null : (
        <p className="text-12 text-ink-2">{t('played.settled', { name, n: told.settled, unsure: told.unsure })}</p>
      )}
      {told === null || told.felt === null ? null : (
        <blockquote lang="zh-CN" className="mt-4 border-line-2 border-l-2 pl-8 text-ink-2">
          {told.felt}
        </blockquote>
      )}
    </section>
  );
};
