import '#client/features/terms/teams/strings.ts';
import { Presentation, UsersRound } from 'lucide-react';
import { useParams } from 'react-router';
import { teamsBoardPath, teamsEditPath, termPath } from '#client/features/terms/model/term-paths.ts';
import { NoRoster } from '#client/features/terms/teams/no-roster.tsx';
import { PersonTable } from '#client/features/terms/teams/person-table.tsx';
import { TeamMembers } from '#client/features/terms/teams/team-members.tsx';
import { TeamTable } from '#client/features/terms/teams/team-table.tsx';
import { pathTo } from '#client/lib/endpoints.ts';
import { isTeacher } from '#client/lib/hooks/me.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import type { TermTeams } from '#contract/terms/teams.ts';
import { BackLink, LoadedTerm } from './loaded-term.tsx';

/** The teams of a term: how they rank and by what, and who is in them. */
export const TeamsPage = () => {
  const { id = '', term = '' } = useParams();
  const { t } = useTranslation('teams');
  useTitle(t('title'));
  return (
    <OnlyFor who="staff">
      {({ role }) => (
        <LoadedTerm path={pathTo('GET /api/classes/:id/terms/:term/teams', { id, term })} title={t('title')}>
          {(body) => <TeamsView body={body} mayWrite={isTeacher(role)} />}
        </LoadedTerm>
      )}
    </OnlyFor>
  );
};

const TeamsView = ({ body, mayWrite }: { body: TermTeams; mayWrite: boolean }) => {
  const { t } = useTranslation('teams');
  const { term, teams } = body;
  const isEmpty = teams.length === 0;
  return (
    <>
      <BackLink to={termPath(body.class.id, term.id)}>{term.name}</BackLink>
      <header className="mb-12 flex flex-wrap items-center gap-x-8 gap-y-8">
        <div className="min-w-0 flex-1 basis-240">
          <h1 className="font-semibold text-18">{t('title')}</h1>
          <p className="text-ink-2">{t('about')}</p>
        </div>
        {isEmpty ? null : (
          <>
            <ButtonLink to={teamsBoardPath(body.class.id, term.id)}>
              <Presentation size={14} aria-hidden="true" />
              {t('wall')}
            </ButtonLink>
            {mayWrite ? <EditLink body={body} /> : null}
          </>
        )}
      </header>
      {isEmpty ? (
        <Panel>
          <NoTeams body={body} mayWrite={mayWrite} />
        </Panel>
      ) : (
        <>
          <SectionHeader
            isFirst
            title={t('table.title')}
            note={body.waiting === 0 ? t('allIn') : t('waiting', { n: body.waiting })}
          />
          <Panel>
            <TeamTable teams={teams.map(({ members, ...team }) => ({ ...team, people: members.length }))} />
          </Panel>
          {body.askedLittle?.map(({ day, name, run, put, of }) => (
            <p key={`${name} ${run} ${day}`} className="mt-8 text-12 text-warn wrap-anywhere">
              {t('askedLittle', { day, name, run, put, of })}
            </p>
          ))}
          <p className="mt-8 text-12 text-ink-2">{t('rule')}</p>
          <p className="mt-4 text-12 text-ink-2">{t('formulas')}</p>
          <PersonTable people={body.people} />
          <TeamMembers body={body} />
        </>
      )}
    </>
  );
};

const EditLink = ({ body }: { body: TermTeams }) => {
  const { t } = useTranslation('teams');
  return (
    <ButtonLink kind="primary" to={teamsEditPath(body.class.id, body.term.id)}>
      <UsersRound size={14} aria-hidden="true" />
      {t('edit')}
    </ButtonLink>
  );
};

const NoTeams = ({ body, mayWrite }: { body: TermTeams; mayWrite: boolean }) => {
  const { t } = useTranslation('teams');
  if (body.roster.length === 0) return <NoRoster classId={body.class.id} />;
  return (
    <EmptyState
      title={t('none')}
      text={t(mayWrite ? 'noneText' : 'noneMentor')}
      action={mayWrite ? <EditLink body={body} /> : null}
    />
  );
};
