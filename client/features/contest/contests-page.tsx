import './strings.ts';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { type TeamDraft, TeamFields, useTeamDraft } from '#client/features/contest/host/team-fields.tsx';
import { call } from '#client/lib/api.ts';
import { dueMoment } from '#client/lib/due-words.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { isTeacher } from '#client/lib/hooks/me.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import { type Column, DataTable } from '#client/ui/layout/data-table.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { ContestListRow } from '#contract/contests/contests.ts';

/** Contests of the school: its own and those it has entered; a new one, and a code of another school's. */
export const ContestsPage = () => {
  const { t } = useTranslation('contest');
  useTitle(t('list.title'));
  return <OnlyFor who="staff">{(person) => <Contests mayWrite={isTeacher(person.role)} />}</OnlyFor>;
};

const Contests = ({ mayWrite }: { mayWrite: boolean }) => {
  const { t } = useTranslation('contest');
  const { loaded, reload } = useLoad(pathTo('GET /api/contests'));
  return (
    <>
      <div className="mb-12 flex flex-wrap items-center gap-x-12 gap-y-8">
        <h1 className="min-w-0 flex-1 font-semibold text-18">{t('list.title')}</h1>
        <ButtonLink to="/contests/check">{t('check.title')}</ButtonLink>
        {mayWrite ? (
          <ButtonLink kind="primary" to="/contests/new">
            <Plus size={14} aria-hidden="true" />
            {t('new.title')}
          </ButtonLink>
        ) : null}
      </div>
      <Panel>
        {loaded.state === 'failed' ? (
          <LoadFailed title={t('list.failed')} error={loaded.error} onRetry={reload} />
        ) : loaded.state === 'loading' ? (
          <Skeleton className="min-h-120">
            <div className="flex flex-col gap-14 p-18">
              <SkeletonBar className="w-[40%]" />
              <SkeletonBar className="w-[34%]" />
            </div>
          </Skeleton>
        ) : loaded.value.length === 0 ? (
          <EmptyState title={t('list.none')} text={t(mayWrite ? 'list.noneText' : 'list.noneMentor')} />
        ) : (
          <ContestTable rows={loaded.value} />
        )}
      </Panel>
      {mayWrite ? <EnterByCode /> : null}
    </>
  );
};

const ContestTable = ({ rows }: { rows: readonly ContestListRow[] }) => {
  const { t } = useTranslation('contest');
  const now = Date.now();
  const columns: Column<ContestListRow>[] = [
    {
      ...{ id: 'name', head: t('list.name'), isRowName: true },
      cell: ({ id, name }) => (
        <Link className="text-accent underline wrap-anywhere" to={`/contests/${id}`}>
          {name}
        </Link>
      ),
    },
    {
      ...{ id: 'host', head: t('list.host') },
      cell: ({ host, isHost }) => (isHost ? <Tag tone="accent">{t('list.own')}</Tag> : host),
    },
    { id: 'teams', head: t('list.teams'), cell: ({ teams }) => teams.join(t('join')) || t('none') },
    { id: 'opens', head: t('list.opens'), cell: ({ opensAt }) => dueMoment(opensAt, now) },
    { id: 'phase', head: t('list.phase'), cell: ({ phase }) => <Tag>{t(`phaseShort.${phase}`)}</Tag> },
  ];
  return <DataTable caption={t('list.title')} columns={columns} rows={rows} rowKey={({ id }) => id} />;
};

/** Another school's host gave a code: a class of one's own enters by it. */
const EnterByCode = () => {
  const { t } = useTranslation('contest');
  const navigate = useNavigate();
  const [code, setCode] = useState('');
  const { draft, change, choices } = useTeamDraft();
  const { isBusy, error, send } = useSubmit();
  const enter = async (team: TeamDraft) => {
    const body = { code, team: team.team.trim(), classId: team.classId };
    const entered = await send(() => call('POST /api/contest-entries', {}, body), true);
    if (entered !== null) void navigate(`/contests/${entered.value.id}`);
  };
  return (
    <>
      <SectionHeader title={t('byCode.title')} note={t('byCode.note')} />
      <Panel className="px-18 py-14 max-pane:px-14">
        {choices.loaded.state === 'failed' ? (
          <LoadFailed title={t('ui:classesFailed')} error={choices.loaded.error} onRetry={choices.reload} />
        ) : (
          <form
            className="flex flex-wrap items-end gap-12"
            onSubmit={(event) => {
              event.preventDefault();
              void enter(draft);
            }}
          >
            <TextField
              label={t('byCode.code')}
              value={code}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              className="w-[200px] max-pane:w-full"
              onChange={(event) => setCode(event.target.value)}
            />
            <TeamFields draft={draft} choices={choices} onChange={change} />
            <Button
              type="submit"
              kind="primary"
              disabled={isBusy || choices.loaded.state === 'loading' || code.trim() === '' || draft.team.trim() === ''}
            >
              {t('byCode.go')}
            </Button>
          </form>
        )}
        <Refused error={error} className="mt-8" />
      </Panel>
    </>
  );
};
