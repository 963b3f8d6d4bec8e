import './recommended-strings.ts';
import { useParams } from 'react-router';
import { BackLink, LoadedTerm } from '#client/features/terms/loaded-term.tsx';
import { OWN_TERMS_PATH } from '#client/features/terms/model/term-paths.ts';
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
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { OwnRecommendation } from '#contract/terms/recommended.ts';

/** A trainee is asked whether they want to be recommended to the enterprise, and says so or not. */
export const OwnRecommendationPage = () => {
  const { term = '' } = useParams();
  const { t } = useTranslation('recommended');
  useTitle(t('own.title'));
  return (
    <div className="mx-auto max-w-480">
      <OnlyFor who="signed-in">
        {() => (
          <LoadedTerm path={pathTo('GET /api/my-terms/:term/recommendation', { term })} title={t('own.title')}>
            {(body, refresh) => <OwnView body={body} refresh={refresh} />}
          </LoadedTerm>
        )}
      </OnlyFor>
    </div>
  );
};

const OwnView = ({ body, refresh }: { body: OwnRecommendation; refresh: () => void }) => {
  const { t } = useTranslation('recommended');
  const { isBusy, error, send } = useSubmit();
  const { state, steps } = body;
  const answer = async (agrees: boolean) => {
    const address = { term: body.term.id };
    const done = await send(() => call('POST /api/my-terms/:term/recommendation', address, { agrees }));
    if (done !== null) showToast(t(`done.${done.value.state}`));
    refresh();
  };
  return (
    <>
      <BackLink to={OWN_TERMS_PATH}>{t('ui:ownTerms')}</BackLink>
      <h1 className="font-semibold text-18">{t('own.title')}</h1>
      <p className="mb-8 text-ink-2">{clauses([body.className, body.term.name])}</p>
      <Panel>
        {state === null || state === 'taken-back' ? (
          <EmptyState title={t(state === null ? 'own.none' : 'own.takenBack')} text={t('own.noneText')} />
        ) : (
          <div className="flex flex-col gap-8 px-14 py-10">
            <p>{t('own.asked')}</p>
            <p>{t('own.given')}</p>
            <p>{t('own.free')}</p>
            <p className="font-semibold" role="status">
              {t(`own.state.${state}`)}
            </p>
            <Refused error={error} />
            <div className="flex flex-wrap gap-8">
              {state === 'agreed' ? null : (
                <Button kind="primary" disabled={isBusy} onClick={() => void answer(true)}>
                  {t('own.agree')}
                </Button>
              )}
              {state === 'asked' ? (
                <Button disabled={isBusy} onClick={() => void answer(false)}>
                  {t('own.decline')}
                </Button>
              ) : null}
              {state === 'agreed' ? (
                <Button disabled={isBusy} onClick={() => void answer(false)}>
                  {t('own.withdraw')}
                </Button>
              ) : null}
            </div>
          </div>
        )}
        {steps.length === 0 ? null : (
          <ol aria-label={t('own.record')} className="border-line border-t px-14 py-8 text-12 text-ink-3">
            {steps.map(({ step, by, at }) => (
              <li key={`${step}-${at}`}>{t(`step.${step}`, { by, date: longDate(at) })}</li>
            ))}
          </ol>
        )}
      </Panel>
    </>
  );
};
