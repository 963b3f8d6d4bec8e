import '#client/drill/lead/strings.ts';
import { AnsweredRequest } from '#client/drill/lead/answered-request.tsx';
import { LeadFiguresLine } from '#client/drill/lead/lead-figures.tsx';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { listed } from '#client/lib/listed.ts';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';

/** Below the marks: what each lead was asked, answered, and what was right. */
export const Leads = ({ run }: { run: string }) => {
  const { t } = useTranslation('lead');
  const { loaded, reload } = useLoad(pathTo('GET /api/runs/:id/leads', { id: run }));
  return (
    <section aria-label={t('results.title')}>
      <SectionHeader title={t('results.title')} />
      {loaded.state === 'failed' ? (
        <Panel>
          <LoadFailed title={t('give.failed')} error={loaded.error} onRetry={reload} />
        </Panel>
      ) : loaded.state === 'loading' ? (
        <Skeleton>
          <SkeletonBar className="w-[40%]" />
        </Skeleton>
      ) : (
        <div className="grid grid-cols-2 items-start gap-12 max-wide:grid-cols-1">
          {loaded.value.leads.map(({ id, name, peers, figures, requests }) => (
            <Panel key={id}>
              <div className="px-18 py-14 max-pane:px-14">
                <h3 lang="zh-CN" className="font-semibold">
                  {name}
                </h3>
                <p className="mb-8 text-12 text-ink-3">
                  {peers.length === 0 ? t('results.nobody') : t('give.here', { name, peers: listed(peers) })}
                </p>
                <LeadFiguresLine figures={figures} worth={loaded.value.marks} />
              </div>
              {requests.length === 0 ? (
                <p className="border-line border-t px-18 py-10 text-ink-3 max-pane:px-14">{t('emptyOver')}</p>
              ) : (
                <div className="border-line border-t">
                  {requests.map((request) => (
                    <AnsweredRequest key={`${request.drill} ${request.ask}`} request={request} />
                  ))}
                </div>
              )}
            </Panel>
          ))}
        </div>
      )}
    </section>
  );
};
