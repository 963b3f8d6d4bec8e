import './recommended-strings.ts';
import { Download } from 'lucide-react';
import { useParams } from 'react-router';
import { BackLink, LoadedTerm } from '#client/features/terms/loaded-term.tsx';
import { classPath, termPath } from '#client/features/terms/model/term-paths.ts';
import { call } from '#client/lib/api.ts';
import { clauses } from '#client/lib/clauses.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { longDate, marks } from '#client/lib/format.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { download } from '#client/lib/results-export.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { RecommendedRow, TermRecommended } from '#contract/terms/recommended.ts';

/** 优秀学员 of a term: a teacher asks and sees what each said; a mentor has those who agreed, with their portfolios. */
export const RecommendedPage = () => {
  const { id = '', term = '' } = useParams();
  const { t } = useTranslation('recommended');
  useTitle(t('title'));
  return (
    <div className="mx-auto max-w-720">
      <OnlyFor who="staff">
        {() => (
          <LoadedTerm path={pathTo('GET /api/classes/:id/terms/:term/recommended', { id, term })} title={t('title')}>
            {(body, refresh) => <RecommendedView body={body} refresh={refresh} />}
          </LoadedTerm>
        )}
      </OnlyFor>
    </div>
  );
};

const RecommendedView = ({ body, refresh }: { body: TermRecommended; refresh: () => void }) => {
  const { t } = useTranslation('recommended');
  const { isBusy, error, send } = useSubmit();
  const { term, rows, mayAsk } = body;
  const address = { id: body.class.id, term: term.id };
  const mark = async (person: string, recommended: boolean) => {
    const change = { person, recommended };
    const done = await send(() => call('POST /api/classes/:id/terms/:term/recommended', address, change));
    if (done !== null) showToast(t(`done.${done.value.state}`));
    refresh();
  };
  return (
    <>
      <BackLink to={termPath(address.id, address.term)}>{term.name}</BackLink>
      <h1 className="font-semibold text-18">{t('title')}</h1>
      <p className="mb-12 text-ink-2">{t(mayAsk ? 'about' : 'aboutMentor')}</p>
      <Refused error={error} className="mb-12" />
      <Panel>
        {rows.length === 0 ? (
          <EmptyState
            title={t(mayAsk ? 'nobody' : 'noneAgreed')}
            text={t(mayAsk ? 'nobodyText' : 'noneAgreedText')}
            action={mayAsk ? <ButtonLink to={classPath(address.id)}>{t('ui:toClass')}</ButtonLink> : null}
          />
        ) : (
          <ul>
            {rows.map((row) => (
              <li
                key={row.person}
                className="flex flex-wrap items-center gap-8 border-line border-b px-14 py-8 last:border-b-0"
              >
                <div className="min-w-0 flex-1 basis-200">
                  <p className="wrap-anywhere">
                    <b>{clauses([row.no, row.name])}</b>{' '}
                    <span className="text-ink-2">
                      {row.total === null ? t('noTotal') : t('total', { total: marks(row.total) })}
                    </span>
                  </p>
                  <p className="text-12 text-ink-3 wrap-anywhere">
                    {clauses(row.steps.map(({ step, by, at }) => t(`step.${step}`, { by, date: longDate(at) })))}
                  </p>
                </div>
                {row.state === null ? null : (
                  <Tag tone={row.state === 'agreed' ? 'good' : row.state === 'asked' ? 'accent' : 'line'}>
                    {t(`state.${row.state}`)}
                  </Tag>
                )}
                {row.state === 'agreed' ? (
                  <Button
                    aria-label={t('portfolioOf', { name: row.name })}
                    onClick={async () => {
                      const path = pathTo('GET /api/classes/:id/terms/:term/recommended/:person/portfolio.xlsx', {
                        ...address,
                        person: row.person,
                      });
                      const refusal = await download(path, 'portfolio.xlsx');
                      if (refusal !== null) showToast(refusal, 'bad');
                    }}
                  >
                    <Download size={14} aria-hidden="true" />
                    {t('portfolio')}
                  </Button>
                ) : null}
                {mayAsk ? <MarkButton row={row} isBusy={isBusy} onMark={mark} /> : null}
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </>
  );
};

type MarkProps = {
  row: RecommendedRow;
  isBusy: boolean;
  onMark: (person: string, recommended: boolean) => Promise<void>;
};

/** Asks, or takes back; whoever has said no isn't asked again, and without an account nobody can consent. */
const MarkButton = ({ row, isBusy, onMark }: MarkProps) => {
  const { t } = useTranslation('recommended');
  const { state, steps, person, name, account } = row;
  const isOut = state === null || state === 'taken-back';
  if (!isOut)
    return (
      <Button
        kind="bare"
        disabled={isBusy}
        aria-label={t('takeBackOf', { name })}
        onClick={() => void onMark(person, false)}
      >
        {t('takeBack')}
      </Button>
    );
  if (steps.some(({ step }) => step === 'declined' || step === 'withdrawn')) return null;
  return (
    <Button
      disabled={isBusy}
      disabledReason={account ? null : t('noAccount')}
      aria-label={t('askOf', { name })}
      onClick={() => void onMark(person, true)}
    >
      {t('ask')}
    </Button>
  );
};
