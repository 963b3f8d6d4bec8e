import './strings.ts';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { itemPath, sharedRunPath, termsPath } from '#client/features/terms/model/term-paths.ts';
import { call } from '#client/lib/api.ts';
import { clauses } from '#client/lib/clauses.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { isTeacher } from '#client/lib/hooks/me.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ShareControl } from '#client/ui/dialogs/share-control.tsx';
import { type Column, DataTable } from '#client/ui/layout/data-table.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { TermBody, TermItem } from '#contract/terms/term.ts';
import { BackLink, LoadedTerm } from './loaded-term.tsx';
import { TermDialog } from './term-dialog.tsx';
import { TermDoors } from './term-doors.tsx';
import { TermFaults } from './term-faults.tsx';

/** One term of a class: what lies in it, day by day. */
export const TermPage = () => {
  const { id = '', term = '' } = useParams();
  const { t } = useTranslation('terms');
  useTitle(t('title'));
  return (
    <OnlyFor who="staff">
      {({ role }) => (
        <LoadedTerm path={pathTo('GET /api/classes/:id/terms/:term', { id, term })} title={t('title')}>
          {(body, refresh) => <TermView body={body} mayWrite={isTeacher(role)} refresh={refresh} />}
        </LoadedTerm>
      )}
    </OnlyFor>
  );
};

type Props = { body: TermBody; mayWrite: boolean; refresh: () => void };

const TermView = ({ body, mayWrite, refresh }: Props) => {
  const { t } = useTranslation('terms');
  const [isChanging, setIsChanging] = useState(false);
  const { term, items } = body;
  return (
    <>
      {body.visiting === undefined ? (
        <BackLink to={termsPath(body.class.id)}>{t('backTo', { name: body.class.name })}</BackLink>
      ) : (
        <BackLink to="/mentor">{t('backToMentor')}</BackLink>
      )}
      <header className="mb-8 flex flex-wrap items-center gap-x-12 gap-y-8">
        <div className="min-w-0 flex-1 basis-240">
          <h1 className="font-semibold text-18 wrap-anywhere">{term.name}</h1>
          <p className="text-ink-2">
            {clauses([
              t('days', { firstDay: term.firstDay, lastDay: term.lastDay }),
              t('count.runs', { n: term.runs }),
              t('count.homework', { n: term.homework }),
              t('count.exams', { n: term.exams }),
              term.contests === 0 ? null : t('count.contests', { n: term.contests }),
            ])}
          </p>
        </div>
        {mayWrite ? (
          <ShareControl
            what="term"
            path={pathTo('GET /api/classes/:id/terms/:term/share', { id: body.class.id, term: term.id })}
            send={(shared) =>
              call('POST /api/classes/:id/terms/:term/share', { id: body.class.id, term: term.id }, { shared })
            }
          />
        ) : null}
        {mayWrite ? (
          <Button onClick={() => setIsChanging(true)}>
            <Pencil size={14} aria-hidden="true" />
            {t('change')}
          </Button>
        ) : null}
      </header>
      <TermDoors body={body} mayWrite={mayWrite} />
      <SectionHeader title={t('items.title')} note={t('items.about')} />
      <Panel>
        {items.length === 0 ? (
          <EmptyState title={t('items.none')} text={t('items.noneText')} />
        ) : (
          <DataTable
            caption={t('items.title')}
            columns={columnsOf(t, body.visiting)}
            rows={items}
            rowKey={(item) => item.run}
            phoneGridClass="max-pane:grid-cols-[minmax(0,1fr)_auto]"
          />
        )}
      </Panel>
      {items.length === 0 ? null : <TermFaults classId={body.class.id} term={term.id} mayWrite={mayWrite} />}
      {isChanging ? (
        <TermDialog
          classId={body.class.id}
          term={term}
          onClose={() => setIsChanging(false)}
          onDone={() => {
            setIsChanging(false);
            showToast(t('changed'));
            refresh();
          }}
        />
      ) : null}
    </>
  );
};

const PHONE_TEXT = 'max-pane:text-12 max-pane:text-ink-2';

/** `shared`: of whoever visits, the runs they may open; undefined: all. */
const columnsOf = (
  t: ReturnType<typeof useTranslation<'terms'>>['t'],
  shared: readonly string[] | undefined,
): Column<TermItem>[] => [
  {
    id: 'day',
    head: t('items.day'),
    className: `whitespace-nowrap ${PHONE_TEXT} max-pane:col-start-2 max-pane:row-start-1`,
    cell: ({ day }) => day,
  },
  {
    id: 'name',
    head: t('items.name'),
    isRowName: true,
    className: 'font-normal max-pane:col-start-1 max-pane:row-start-1',
    cell: (item) =>
      shared !== undefined && !shared.includes(item.run) ? (
        item.name
      ) : (
        <Link
          to={shared === undefined ? itemPath(item) : sharedRunPath(item)}
          className="link inline-flex items-center max-pane:min-h-44"
        >
          {item.name}
        </Link>
      ),
  },
  { id: 'kind', head: t('items.kind'), className: PHONE_TEXT, cell: ({ kind }) => t(`kind.${kind}`) },
  {
    id: 'joined',
    head: t('items.joined'),
    align: 'right',
    className: 'max-pane:hidden',
    cell: ({ joined, seats }) => t('items.joinedOf', { joined, seats }),
  },
  {
    id: 'state',
    head: t('items.state'),
    cell: ({ state, published }) =>
      state === 'ended' ? (
        <Tag tone={published ? 'good' : 'line'}>{t(published ? 'state.published' : 'state.unpublished')}</Tag>
      ) : (
        <Tag tone={state === 'going' ? 'accent' : 'line'}>{t(`state.${state}`)}</Tag>
      ),
  },
];
