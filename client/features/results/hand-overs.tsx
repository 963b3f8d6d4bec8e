import '#client/drill/hand-overs/strings.ts';
import { GroupTable } from '#client/drill/hand-overs/group-table.tsx';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';

/** Below the marks of a project task: who had each customer, for how long, and what the notes were worth. */
export const HandOvers = ({ run }: { run: string }) => {
  const { t } = useTranslation('project-task');
  const { loaded, reload } = useLoad(pathTo('GET /api/runs/:id/project', { id: run }));
  return (
    <section aria-label={t('table.title')}>
      <SectionHeader
        title={t('table.title')}
        aside={<ButtonLink to={`/runs/${run}/project`}>{t('table.open')}</ButtonLink>}
      />
      {loaded.state === 'failed' ? (
        <Panel>
          <LoadFailed title={t('board.failed')} error={loaded.error} onRetry={reload} />
        </Panel>
      ) : loaded.state === 'loading' ? (
        <Skeleton>
          <SkeletonBar className="w-[40%]" />
        </Skeleton>
      ) : loaded.value.groups.length === 0 ? (
        <p className="text-ink-3">{t('board.noneText')}</p>
      ) : (
        <div className="grid grid-cols-2 items-start gap-12 max-wide:grid-cols-1">
          {loaded.value.groups.map((group) => (
            <Panel key={group.group} className="px-18 py-14 max-pane:px-14">
              <h3 className="mb-8 font-semibold">{t('board.group', { n: group.group + 1 })}</h3>
              <GroupTable group={group} />
            </Panel>
          ))}
        </div>
      )}
    </section>
  );
};
