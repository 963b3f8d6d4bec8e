import './pay-strings.ts';
import { useParams } from 'react-router';
import { BackLink, LoadedTerm } from '#client/features/terms/loaded-term.tsx';
import { OWN_TERMS_PATH } from '#client/features/terms/model/term-paths.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { PaySlip } from './pay-slip.tsx';

/** A trainee's own trial of pay, once the teacher has opened it. */
export const OwnPayPage = () => {
  const { term = '' } = useParams();
  const { t } = useTranslation('pay');
  useTitle(t('title'));
  return (
    <div className="mx-auto max-w-480">
      <BackLink to={OWN_TERMS_PATH}>{t('ui:ownTerms')}</BackLink>
      <LoadedTerm path={pathTo('GET /api/my-terms/:term/pay', { term })} title={t('title')}>
        {({ term: { name }, slip, published }) => (
          <>
            <h1 className="font-semibold text-18">{t('title')}</h1>
            <p className="mb-8 text-ink-2">{name}</p>
            {slip === null ? (
              <Panel>
                <EmptyState title={t('notOpen')} text={t('notOpenText')} />
              </Panel>
            ) : (
              <>
                <Notice className="mb-12">
                  {t('trial')} {published === null ? t('living') : t('published', { version: published })}
                </Notice>
                <PaySlip slip={slip} />
              </>
            )}
          </>
        )}
      </LoadedTerm>
    </div>
  );
};
