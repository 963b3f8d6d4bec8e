import './strings.ts';
import { useLocation, useParams } from 'react-router';
import { BackLink } from '#client/features/terms/loaded-term.tsx';
import { OWN_TERMS_PATH } from '#client/features/terms/model/term-paths.ts';
import { call } from '#client/lib/api.ts';
import { clauses } from '#client/lib/clauses.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { signInPath } from '#client/lib/hooks/me.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { OwnSides } from '#contract/terms/sides.ts';
import { ComparedTable } from './compared-table.tsx';
import { SideForm } from './side-form.tsx';

/** A trainee's own form of 三方评价, and what the others said once the teacher has published. For the phone first. */
export const OwnSidesPage = () => {
  const { term = '' } = useParams();
  const { t } = useTranslation('sides');
  const { pathname } = useLocation();
  const { loaded, reload, refresh } = useLoad(pathTo('GET /api/my-terms/:term/sides', { term }));
  useTitle(t('own.title'));
  return (
    <div className="mx-auto max-w-480">
      <BackLink to={OWN_TERMS_PATH}>{t('ui:ownTerms')}</BackLink>
      <h1 className="font-semibold text-18">{t('own.title')}</h1>
      {loaded.state === 'ready' ? (
        <OwnView body={loaded.value} refresh={refresh} />
      ) : (
        <Panel>
          {loaded.state === 'loading' ? (
            <Skeleton className="flex min-h-320 flex-col gap-14 p-24">
              <SkeletonBar className="w-[30%]" />
              <SkeletonBar className="w-[70%]" />
            </Skeleton>
          ) : loaded.error.code === 'unknown-term' ? (
            <EmptyState
              title={t('own.unknown')}
              text={t('own.unknownText')}
              action={<ButtonLink to={signInPath(pathname)}>{t('ui:logIn')}</ButtonLink>}
            />
          ) : (
            <LoadFailed title={t('failed')} error={loaded.error} onRetry={reload} />
          )}
        </Panel>
      )}
    </div>
  );
};

const OwnView = ({ body, refresh }: { body: OwnSides; refresh: () => void }) => {
  const { t } = useTranslation('sides');
  const address = { term: body.term.id };
  return (
    <>
      <p className="mb-8 text-ink-2">{clauses([body.term.name, body.name])}</p>
      {body.compared !== null ? (
        <Panel>
          <ComparedTable caption={t('own.title')} indicators={body.indicators} compared={body.compared} mentors />
        </Panel>
      ) : body.state === 'going' ? (
        <>
          <p className="mb-8 text-ink-2">{t('own.about')}</p>
          <SideForm
            key={`${body.version}-${body.given?.at ?? 0}`}
            form={body}
            saveDraft={(marks) => call('POST /api/my-terms/:term/sides/draft', address, marks)}
            handIn={(marks) => call('POST /api/my-terms/:term/sides', address, marks)}
            onDone={() => {
              showToast(t('form.done'));
              refresh();
            }}
          />
        </>
      ) : (
        <Notice>{t(body.given === null ? 'own.closedWithout' : 'own.closed')}</Notice>
      )}
    </>
  );
};
