import './strings.ts';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { classPath, termPath } from '#client/features/terms/model/term-paths.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { isTeacher } from '#client/lib/hooks/me.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { type Column, DataTable } from '#client/ui/layout/data-table.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { ClassTerms, ListedTerm } from '#contract/terms/term.ts';
import { BackLink, LoadedTerm } from './loaded-term.tsx';
import { TermDialog } from './term-dialog.tsx';

/** The terms of a class, the one that begins last first. */
export const TermsPage = () => {
  const { id = '' } = useParams();
  const { t } = useTranslation('terms');
  useTitle(t('title'));
  return (
    <OnlyFor who="staff">
      {({ role }) => (
        <LoadedTerm path={pathTo('GET /api/classes/:id/terms', { id })} title={t('title')}>
          {(body) => <TermList body={body} mayWrite={isTeacher(role)} />}
        </LoadedTerm>
      )}
    </OnlyFor>
  );
};

const TermList = ({ body, mayWrite }: { body: ClassTerms; mayWrite: boolean }) => {
  const { t } = useTranslation('terms');
  const navigate = useNavigate();
  const [isMaking, setIsMaking] = useState(false);
  const { id, name } = body.class;
  const add = (
    <Button kind="primary" onClick={() => setIsMaking(true)}>
      <Plus size={14} aria-hidden="true" />
      {t('new')}
    </Button>
  );
  return (
    <>
      <BackLink to={classPath(id)}>{name}</BackLink>
      <header className="mb-12 flex flex-wrap items-center gap-x-12 gap-y-8">
        <div className="min-w-0 flex-1">
          <h1 className="font-semibold text-18">{t('title')}</h1>
          <p className="text-ink-2">{t('about')}</p>
        </div>
        {mayWrite && body.terms.length > 0 ? add : null}
      </header>
      <Panel>
        {body.terms.length === 0 ? (
          <EmptyState title={t('none')} text={t(mayWrite ? 'noneText' : 'noneMentor')} action={mayWrite ? add : null} />
        ) : (
          <DataTable
            caption={t('title')}
            columns={columnsOf(t, id)}
            rows={body.terms}
            rowKey={(term) => term.id}
            phoneGridClass="max-pane:grid-cols-[minmax(0,1fr)_auto]"
          />
        )}
      </Panel>
      {isMaking ? (
        <TermDialog
          classId={id}
          term={null}
          onClose={() => setIsMaking(false)}
          onDone={(term) => navigate(termPath(id, term.id))}
        />
      ) : null}
    </>
  );
};

const columnsOf = (t: ReturnType<typeof useTranslation<'terms'>>['t'], classId: string): Column<ListedTerm>[] => [
  {
    id: 'name',
    head: t('table.name'),
    isRowName: true,
    className: 'font-normal',
    cell: ({ id, name, openAppeals }) => (
      <>
        <Link to={termPath(classId, id)} className="link inline-flex items-center max-pane:min-h-44">
          {name}
        </Link>
        {openAppeals === 0 ? null : (
          <Tag tone="warn" className="ml-8">
            {t('openAppeals', { n: openAppeals })}
          </Tag>
        )}
      </>
    ),
  },
  {
    id: 'days',
    head: t('table.days'),
    className: 'whitespace-nowrap max-pane:col-start-1 max-pane:text-12 max-pane:text-ink-2',
    cell: ({ firstDay, lastDay }) => t('days', { firstDay, lastDay }),
  },
  ...(['runs', 'homework', 'exams'] as const).map(
    (kind): Column<ListedTerm> => ({
      id: kind,
      head: t(`table.${kind}`),
      align: 'right',
      className: 'max-pane:hidden',
      cell: (term) => term[kind],
    }),
  ),
];
