import './strings.ts';
import { useNavigate, useParams } from 'react-router';
import { BackLink, LoadedTerm } from '#client/features/terms/loaded-term.tsx';
import { sidesPath } from '#client/features/terms/model/term-paths.ts';
import { call } from '#client/lib/api.ts';
import { clauses } from '#client/lib/clauses.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Notice } from '#client/ui/layout/notice.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import { SideForm } from './side-form.tsx';

/** A teacher's or mentor's form for one trainee. */
export const SideFormPage = () => {
  const { id = '', term = '', person = '' } = useParams();
  const { t } = useTranslation('sides');
  const navigate = useNavigate();
  const address = { id, term, person };
  useTitle(t('form.title'));
  return (
    <div className="mx-auto max-w-480">
      <OnlyFor who="staff">
        {() => (
          <LoadedTerm path={pathTo('GET /api/classes/:id/terms/:term/sides/:person', address)} title={t('form.title')}>
            {(form) => (
              <>
                <BackLink to={sidesPath(id, term)}>{t('title')}</BackLink>
                <h1 className="font-semibold text-18">{clauses([form.no, form.name])}</h1>
                <p className="mb-8 text-ink-2">{t('form.about', { side: t(`side.${form.side}`) })}</p>
                {form.state === 'going' ? (
                  <SideForm
                    key={form.version}
                    form={form}
                    saveDraft={(marks) => call('POST /api/classes/:id/terms/:term/sides/:person/draft', address, marks)}
                    handIn={(marks) => call('POST /api/classes/:id/terms/:term/sides/:person', address, marks)}
                    onDone={() => {
                      showToast(t('form.done'));
                      navigate(sidesPath(id, term));
                    }}
                  />
                ) : (
                  <Notice>{t('form.closed')}</Notice>
                )}
              </>
            )}
          </LoadedTerm>
        )}
      </OnlyFor>
    </div>
  );
};
