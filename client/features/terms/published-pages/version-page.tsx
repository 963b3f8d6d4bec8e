import '#client/features/terms/published/strings.ts';
import '#client/features/terms/strings.ts';
import { Download, Printer } from 'lucide-react';
import { useParams } from 'react-router';
import { BackLink } from '#client/features/terms/loaded-term.tsx';
import { versionsPath } from '#client/features/terms/model/term-paths.ts';
import type { Sheet } from '#client/features/terms/model/use-sheet.ts';
import { PersonSheet } from '#client/features/terms/person-sheet.tsx';
import { PrintedSheet } from '#client/features/terms/published/printed-sheet.tsx';
import { SheetTable } from '#client/features/terms/sheet-table.tsx';
import { clauses } from '#client/lib/clauses.ts';
import { type Path, pathTo } from '#client/lib/endpoints.ts';
import { longDate } from '#client/lib/format.ts';
import { useMedia } from '#client/lib/hooks/use-media.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { download } from '#client/lib/results-export.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { PublishedSheet } from '#contract/terms/published.ts';
import { LoadedSheet } from './loaded-sheet.tsx';
import { VersionFacts } from './versions-page.tsx';

/** One version of a sheet as it was published; nothing can be changed in it. */
export const VersionPage = () => {
  const { id = '', term = '', version = '' } = useParams();
  const { t } = useTranslation('published-sheets');
  useTitle(t('versions.title1', { n: version }));
  return (
    <OnlyFor who="staff">
      {() => (
        <LoadedSheet
          path={pathTo('GET /api/classes/:id/terms/:term/sheet/versions/:version', { id, term, version })}
          title={t('versions.title1', { n: version })}
        >
          {(sheet) => (
            <VersionView
              sheet={sheet}
              back={versionsPath(id, term)}
              file={pathTo('GET /api/classes/:id/terms/:term/sheet.xlsx', { id, term, version })}
            />
          )}
        </LoadedSheet>
      )}
    </OnlyFor>
  );
};

type Props = { sheet: PublishedSheet; back: string; file: Path<'file'> };

const VersionView = ({ sheet, back, file }: Props) => {
  const { t } = useTranslation('published-sheets');
  const isPhone = useMedia('(width < 760px)');
  const { publication, term } = sheet;
  const { version, at, by } = publication;
  const shown = { ...sheet, mayEnter: [] };
  const rows: Sheet = {
    rows: sheet.rows,
    pending: new Map(),
    stored: new Set(),
    enter: () => {},
    drop: () => {},
    undo: null,
  };
  const View = isPhone ? PersonSheet : SheetTable;
  return (
    <>
      <div className="mx-[calc(50%-50vw+24px)] max-pane:mx-0 print:hidden">
        <BackLink to={back}>{t('versions.title')}</BackLink>
        <header className="mb-12 flex flex-wrap items-center gap-x-12 gap-y-8">
          <div className="min-w-0 flex-1 basis-240">
            <h1 className="font-semibold text-18">{t('versions.title1', { n: version })}</h1>
            <p className="text-ink-2">
              {clauses([sheet.class.name, term.name, t('versions.keptAt', { date: longDate(at), by })])}
            </p>
            <VersionFacts publication={publication} />
          </div>
          <Button
            onClick={async () => {
              const refusal = await download(file, `term-sheet-${version}.xlsx`);
              if (refusal !== null) showToast(refusal, 'bad');
            }}
          >
            <Download size={14} aria-hidden="true" />
            {t('versions.export')}
          </Button>
          <Button onClick={() => window.print()}>
            <Printer size={16} aria-hidden="true" />
            {t('strip.print')}
          </Button>
        </header>
        {sheet.rows.length === 0 ? (
          <Panel>
            <EmptyState title={t('versions.nobody')} text={t('versions.nobodyText')} />
          </Panel>
        ) : (
          <View body={shown} sheet={rows} />
        )}
      </div>
      <PrintedSheet
        body={sheet}
        rows={sheet.rows}
        term={term}
        state={t('print.state', { date: longDate(at), version })}
      />
    </>
  );
};
