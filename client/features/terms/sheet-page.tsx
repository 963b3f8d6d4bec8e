import './strings.ts';
import { Download, Pencil, Undo2 } from 'lucide-react';
import { useParams } from 'react-router';
import { classPath, rulesPath, termPath } from '#client/features/terms/model/term-paths.ts';
import { useSheet } from '#client/features/terms/model/use-sheet.ts';
import { PrintedLiving } from '#client/features/terms/published/printed-living.tsx';
import { PublishStrip } from '#client/features/terms/published/publish-strip.tsx';
import { clauses } from '#client/lib/clauses.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { isTeacher } from '#client/lib/hooks/me.ts';
import { useMedia } from '#client/lib/hooks/use-media.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { download } from '#client/lib/results-export.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { TermSheet } from '#contract/terms/sheet.ts';
import { BackLink, LoadedTerm } from './loaded-term.tsx';
import { PersonSheet } from './person-sheet.tsx';
import { RefusedEntries } from './refused-entries.tsx';
import { SheetTable } from './sheet-table.tsx';

/** 成绩评定表 of a term: a row a trainee, on a phone one trainee at a time. */
export const SheetPage = () => {
  const { id = '', term = '' } = useParams();
  const { t } = useTranslation('terms');
  useTitle(t('sheet.title'));
  return (
    <OnlyFor who="staff">
      {({ role }) => (
        <LoadedTerm path={pathTo('GET /api/classes/:id/terms/:term/sheet', { id, term })} title={t('sheet.title')}>
          {(body, refresh) => (
            <SheetView
              key={`${body.term.id} ${body.version}`}
              body={body}
              mayWrite={isTeacher(role)}
              refresh={refresh}
            />
          )}
        </LoadedTerm>
      )}
    </OnlyFor>
  );
};

type ViewProps = { body: TermSheet; mayWrite: boolean; refresh: () => void };

const SheetView = ({ body, mayWrite, refresh }: ViewProps) => {
  const { t } = useTranslation('terms');
  const isPhone = useMedia('(width < 760px)');
  const sheet = useSheet(body);
  const { term, mayEnter } = body;
  const openCount = sheet.rows.filter(({ level }) => level === null).length;
  const View = isPhone ? PersonSheet : SheetTable;
  return (
    <>
      {/* As wide as the screen: eleven figures a trainee don't fit the column other pages have. */}
      <div className="mx-[calc(50%-50vw+24px)] max-pane:mx-0 print:hidden">
        <BackLink to={termPath(body.class.id, term.id)}>{term.name}</BackLink>
        <header className="mb-12 flex flex-wrap items-center gap-x-8 gap-y-8">
          <div className="mr-8 min-w-0">
            <h1 className="font-semibold text-18">{t('sheet.title')}</h1>
            <p className="text-12 text-ink-3">
              {clauses([body.class.name, t('days', { firstDay: term.firstDay, lastDay: term.lastDay })])}
            </p>
          </div>
          <Tag>{t('sheet.people', { n: sheet.rows.length })}</Tag>
          {openCount === 0 ? null : <Tag tone="warn">{t('sheet.open', { n: openCount })}</Tag>}
          <div className="ml-auto flex flex-wrap items-center gap-8 max-pane:ml-0">
            {mayEnter.length === 0 ? null : (
              <Button disabled={sheet.undo === null} onClick={() => sheet.undo?.()}>
                <Undo2 size={14} aria-hidden="true" />
                {t('sheet.undo')}
              </Button>
            )}
            {body.visiting === true ? null : (
              <Button
                onClick={async () => {
                  const path = pathTo('GET /api/classes/:id/terms/:term/sheet.xlsx', {
                    id: body.class.id,
                    term: term.id,
                  });
                  const refusal = await download(path, 'term-sheet.xlsx');
                  if (refusal !== null) showToast(refusal, 'bad');
                }}
              >
                <Download size={14} aria-hidden="true" />
                {t('sheet.export')}
              </Button>
            )}
            {mayWrite ? (
              <ButtonLink to={rulesPath(body.class.id, term.id)}>
                <Pencil size={14} aria-hidden="true" />
                {t('sheet.rules')}
              </ButtonLink>
            ) : null}
          </div>
        </header>
        <PublishStrip body={body} rows={sheet.rows} mayWrite={mayWrite} refresh={refresh} />
        <RefusedEntries body={body} sheet={sheet} />
        {sheet.rows.length === 0 ? (
          <Panel>
            <EmptyState
              title={t('sheet.nobody')}
              text={t('sheet.nobodyText')}
              action={<ButtonLink to={classPath(body.class.id)}>{t('ui:toClass')}</ButtonLink>}
            />
          </Panel>
        ) : (
          <View body={body} sheet={sheet} />
        )}
      </div>
      <PrintedLiving body={body} rows={sheet.rows} />
    </>
  );
};
