import '#client/features/terms/handover/strings.ts';
import { useParams } from 'react-router';
import { NoteList } from '#client/features/terms/handover/note-list.tsx';
import { BackLink, LoadedTerm } from '#client/features/terms/loaded-term.tsx';
import { teamsPath, termPath } from '#client/features/terms/model/term-paths.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import type { TermHandover } from '#contract/terms/handover.ts';

/** 交接班记录 of all teams of a term, for staff. */
export const HandoverPage = () => {
  const { id = '', term = '' } = useParams();
  const { t } = useTranslation('handover');
  useTitle(t('title'));
  return (
    <OnlyFor who="staff">
      {() => (
        <LoadedTerm path={pathTo('GET /api/classes/:id/terms/:term/handover', { id, term })} title={t('title')}>
          {(body) => <HandoverView body={body} />}
        </LoadedTerm>
      )}
    </OnlyFor>
  );
};

const HandoverView = ({ body }: { body: TermHandover }) => {
  const { t } = useTranslation('handover');
  const { term, teams } = body;
  return (
    <>
      <BackLink to={termPath(body.class.id, term.id)}>{term.name}</BackLink>
      <h1 className="font-semibold text-18">{t('title')}</h1>
      <p className="mb-12 text-ink-2">{t('about')}</p>
      {teams.length === 0 ? (
        <Panel>
          <EmptyState
            title={t('noTeams')}
            text={t('noTeamsText')}
            action={<ButtonLink to={teamsPath(body.class.id, term.id)}>{t('toTeams')}</ButtonLink>}
          />
        </Panel>
      ) : (
        teams.map(({ team, notes, left }, place) => (
          <section key={team} aria-label={team}>
            <SectionHeader
              isFirst={place === 0}
              title={team}
              note={t('count', { open: notes.filter(({ taken }) => taken === null).length })}
            />
            <Panel>
              {notes.length === 0 ? <EmptyState title={t('none')} /> : <NoteList notes={notes} left={left} />}
            </Panel>
          </section>
        ))
      )}
    </>
  );
};
