import '#client/drill/hand-overs/strings.ts';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { GroupTable } from '#client/drill/hand-overs/group-table.tsx';
import { pathTo } from '#client/lib/endpoints.ts';
import { isTeacher, usePerson } from '#client/lib/hooks/me.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { listed } from '#client/lib/listed.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import type { ProjectBoard, ProjectGroup } from '#contract/plans/projects.ts';
import { GiveRoleDialog } from './give-role-dialog.tsx';

/** Where each customer of a project task is now, and what the notes were worth: read while it goes on and afterwards. */
export const ProjectBoardPage = () => {
  const { id = '' } = useParams();
  return <OnlyFor who="staff">{() => <LoadedBoard key={id} id={id} />}</OnlyFor>;
};

const REFRESH_MS = 5000;

const LoadedBoard = ({ id }: { id: string }) => {
  const { t } = useTranslation('project-task');
  const { loaded, reload, refresh } = useLoad(pathTo('GET /api/runs/:id/project', { id }));
  useTitle(loaded.state === 'ready' ? t('board.tab', { run: loaded.value.run.name }) : null);
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState !== 'hidden') refresh();
    }, REFRESH_MS);
    return () => clearInterval(timer);
  }, [refresh]);
  if (loaded.state === 'failed')
    return (
      <Panel>
        <LoadFailed title={t('board.failed')} error={loaded.error} onRetry={reload} />
      </Panel>
    );
  if (loaded.state === 'loading')
    return (
      <Skeleton>
        <SkeletonBar className="mb-16 w-[30%]" />
        <Panel className="flex min-h-320 flex-col gap-20 p-14">
          <SkeletonBar />
          <SkeletonBar className="w-[60%]" />
        </Panel>
      </Skeleton>
    );
  return <Board board={loaded.value} refresh={refresh} />;
};

type Role = { group: ProjectGroup; role: number };

const Board = ({ board, refresh }: { board: ProjectBoard; refresh: () => void }) => {
  const { t } = useTranslation('project-task');
  const person = usePerson();
  const mayChange = person !== null && isTeacher(person.role);
  const [changing, setChanging] = useState<Role | null>(null);
  const { run, groups, roles, free } = board;
  return (
    <>
      <div className="mb-12 flex flex-wrap items-center gap-8">
        <div className="mr-auto min-w-0">
          <h1 className="font-semibold text-18 wrap-anywhere">{run.name}</h1>
          <p lang="zh-CN" className="text-12 text-ink-3">
            {t('board.title')} · {listed(roles)}
          </p>
        </div>
        <ButtonLink kind="bare" to={`/runs/${run.id}/wall`}>
          {t('board.wall')}
        </ButtonLink>
        <ButtonLink kind="bare" to={`/runs/${run.id}/results`}>
          {t('board.results')}
        </ButtonLink>
      </div>
      {free.length === 0 || groups.length === 0 ? null : (
        <Notice className="mb-12">{t('board.free', { names: listed(free.map(({ name }) => name)) })}</Notice>
      )}
      {groups.length === 0 ? (
        <Panel>
          <EmptyState
            title={t('board.none')}
            text={t('board.noneText')}
            action={<ButtonLink to={`/runs/${run.id}/lobby`}>{t('board.lobby')}</ButtonLink>}
          />
        </Panel>
      ) : (
        <div className="grid grid-cols-2 items-start gap-12 max-wide:grid-cols-1">
          {groups.map((group) => (
            <Panel key={group.group} className="px-18 py-14 max-pane:px-14">
              <h2 className="mb-8 font-semibold text-15">{t('board.group', { n: group.group + 1 })}</h2>
              <ul className="mb-12 flex flex-wrap gap-x-16 gap-y-4">
                {group.seats.map((seat, role) => (
                  <li key={roles[role]} className="flex items-center gap-6">
                    <span lang="zh-CN">
                      {roles[role]} {seat?.name ?? t('board.nobody')}
                    </span>
                    {mayChange ? (
                      <Button
                        kind="bare"
                        size="s"
                        aria-label={`${t('board.give')} ${roles[role] ?? ''}`}
                        onClick={() => setChanging({ group, role })}
                      >
                        {t('board.give')}
                      </Button>
                    ) : null}
                  </li>
                ))}
              </ul>
              <GroupTable group={group} />
            </Panel>
          ))}
        </div>
      )}
      {changing === null ? null : (
        <GiveRoleDialog
          board={board}
          group={changing.group}
          role={changing.role}
          onClose={() => setChanging(null)}
          onDone={refresh}
        />
      )}
    </>
  );
};
