import '#client/features/terms/teams/strings.ts';
import { Undo2 } from 'lucide-react';
import { useNavigate, useParams } from 'react-router';
import { changeOf, faultOf } from '#client/features/terms/model/teams-draft.ts';
import { teamsPath } from '#client/features/terms/model/term-paths.ts';
import { useTeamsDraft } from '#client/features/terms/model/use-teams-draft.ts';
import { DraftAwards } from '#client/features/terms/teams/draft-awards.tsx';
import { DraftPeople } from '#client/features/terms/teams/draft-people.tsx';
import { DraftTeams } from '#client/features/terms/teams/draft-teams.tsx';
import { NoRoster } from '#client/features/terms/teams/no-roster.tsx';
import { call } from '#client/lib/api.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { TermTeams } from '#contract/terms/teams.ts';
import { DraftForm } from './draft-form.tsx';
import { BackLink, LoadedTerm } from './loaded-term.tsx';

/** Makes and changes the teams of a term; nothing is stored before it is saved. */
export const TeamsEditPage = () => {
  const { id = '', term = '' } = useParams();
  const { t } = useTranslation('teams');
  useTitle(t('draft.title'));
  return (
    <div className="mx-auto max-w-720">
      <OnlyFor who="teacher">
        {() => (
          <LoadedTerm path={pathTo('GET /api/classes/:id/terms/:term/teams', { id, term })} title={t('draft.title')}>
            {(body) => <TeamsForm key={`${body.term.id} ${body.version}`} body={body} />}
          </LoadedTerm>
        )}
      </OnlyFor>
    </div>
  );
};

const TeamsForm = ({ body }: { body: TermTeams }) => {
  const { t } = useTranslation('teams');
  const navigate = useNavigate();
  const { isBusy, error, send } = useSubmit();
  const { draft, change, undo } = useTeamsDraft(body);
  const fault = faultOf(draft);
  const back = teamsPath(body.class.id, body.term.id);
  const save = async () => {
    const address = { id: body.class.id, term: body.term.id };
    const reply = await send(() =>
      call('POST /api/classes/:id/terms/:term/teams', address, changeOf(draft, body.version)),
    );
    if (reply === null) return;
    showToast(t('draft.saved'));
    navigate(back);
  };
  if (body.roster.length === 0)
    return (
      <>
        <BackLink to={back}>{t('title')}</BackLink>
        <h1 className="mb-12 font-semibold text-18">{t('draft.title')}</h1>
        <Panel>
          <NoRoster classId={body.class.id} />
        </Panel>
      </>
    );
  return (
    <DraftForm
      fault={fault === null ? null : t(`draft.fault.${fault}`)}
      isBusy={isBusy}
      error={error}
      saveText={t('ui:save')}
      onSave={() => void save()}
    >
      <BackLink to={back}>{t('title')}</BackLink>
      <header className="mb-12 flex flex-wrap items-center gap-8">
        <div className="min-w-0 flex-1 basis-240">
          <h1 className="font-semibold text-18">{t('draft.title')}</h1>
          <p className="text-ink-2">{t('draft.about')}</p>
        </div>
        <Button disabled={undo === null} onClick={() => undo?.()}>
          <Undo2 size={14} aria-hidden="true" />
          {t('draft.undo')}
        </Button>
      </header>
      <DraftTeams draft={draft} change={change} shops={body.shops} />
      <DraftPeople draft={draft} change={change} />
      <DraftAwards draft={draft} change={change} />
    </DraftForm>
  );
};
