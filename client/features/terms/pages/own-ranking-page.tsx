import '#client/features/terms/teams/strings.ts';
import { useParams } from 'react-router';
import { BackLink, LoadedTerm } from '#client/features/terms/loaded-term.tsx';
import { OWN_TERMS_PATH } from '#client/features/terms/model/term-paths.ts';
import { PersonTable } from '#client/features/terms/teams/person-table.tsx';
import { TeamTable } from '#client/features/terms/teams/team-table.tsx';
import { call } from '#client/lib/api.ts';
import { clauses } from '#client/lib/clauses.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { longDate } from '#client/lib/format.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { OwnRanking } from '#contract/terms/ranking.ts';

/** How a trainee's team stands; and the individual ranks, which they join and leave by themselves. For the phone first. */
export const OwnRankingPage = () => {
  const { term = '' } = useParams();
  const { t } = useTranslation('teams');
  useTitle(t('own.title'));
  return (
    <div className="mx-auto max-w-960">
      <OnlyFor who="signed-in">
        {() => (
          <LoadedTerm path={pathTo('GET /api/my-terms/:term/ranking', { term })} title={t('own.title')}>
            {(body, refresh) => <OwnRankingView body={body} refresh={refresh} />}
          </LoadedTerm>
        )}
      </OnlyFor>
    </div>
  );
};

const OwnRankingView = ({ body, refresh }: { body: OwnRanking; refresh: () => void }) => {
  const { t } = useTranslation('teams');
  const { teams, people, waiting } = body;
  return (
    <>
      <BackLink to={OWN_TERMS_PATH}>{t('ui:ownTerms')}</BackLink>
      <h1 className="font-semibold text-18">{t('own.title')}</h1>
      <p className="mb-8 text-ink-2">{clauses([body.className, body.term.name])}</p>
      <SectionHeader
        isFirst
        title={t('table.title')}
        note={waiting === 0 ? t('allIn') : t('waiting', { n: waiting })}
      />
      <Panel>
        {teams.length === 0 ? <EmptyState title={t('none')} text={t('own.noTeams')} /> : <TeamTable teams={teams} />}
      </Panel>
      {teams.length === 0 ? null : (
        <>
          <p className="mt-8 text-12 text-ink-2">{t('rule')}</p>
          <p className="mt-4 text-12 text-ink-2">{t('formulas')}</p>
        </>
      )}
      {people === null ? null : <PersonTable people={people} />}
      <Joining body={body} refresh={refresh} />
    </>
  );
};

const Joining = ({ body, refresh }: { body: OwnRanking; refresh: () => void }) => {
  const { t } = useTranslation('teams');
  const { isBusy, error, send } = useSubmit();
  const { steps, people, others } = body;
  const joined = people !== null;
  const change = async () => {
    const done = await send(() => call('POST /api/my-terms/:term/ranking', { term: body.term.id }, { joins: !joined }));
    if (done !== null) showToast(t(`own.done.${done.value.step}`));
    refresh();
  };
  return (
    <>
      {joined ? null : <SectionHeader title={t('individual.title')} />}
      <Panel className={joined ? 'mt-12' : ''}>
        <div className="flex flex-col items-start gap-8 px-14 py-10">
          <p className="font-semibold" role="status">
            {t(joined ? 'own.joined' : 'own.out')}
          </p>
          {joined ? null : <p>{t('own.about')}</p>}
          <p>{t('own.free')}</p>
          {joined || others === 0 ? null : <p className="text-ink-2">{t('own.others', { n: others })}</p>}
          <Refused error={error} />
          <Button kind={joined ? 'plain' : 'primary'} disabled={isBusy} onClick={() => void change()}>
            {t(joined ? 'own.leave' : 'own.join')}
          </Button>
        </div>
        {steps.length === 0 ? null : (
          <ol aria-label={t('own.record')} className="border-line border-t px-14 py-8 text-12 text-ink-3">
            {steps.map(({ step, at }) => (
              <li key={`${step}-${at}`}>{t(`own.step.${step}`, { date: longDate(at) })}</li>
            ))}
          </ol>
        )}
      </Panel>
    </>
  );
};
