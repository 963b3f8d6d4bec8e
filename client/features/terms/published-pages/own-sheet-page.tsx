import '#client/features/terms/published/strings.ts';
import '#client/features/terms/strings.ts';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'react-router';
import { PrintedRow } from '#client/features/terms/published/printed-row.tsx';
import { clauses } from '#client/lib/clauses.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { longDate, marks } from '#client/lib/format.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import type { OwnSheet } from '#contract/terms/published.ts';
import type { SheetRow } from '#contract/terms/sheet.ts';
import { AppealDialog } from './appeal-dialog.tsx';
import { LoadedSheet } from './loaded-sheet.tsx';
import { OwnPart } from './own-part.tsx';
import { rankText } from './rank-text.ts';

/** 我的成绩评定表: a trainee's own row of the published sheet, what each cell stands on, and appeals about it. */
export const OwnSheetPage = () => {
  const { term = '' } = useParams();
  const { t } = useTranslation('published-sheets');
  useTitle(t('own.title'));
  return (
    <div className="mx-auto max-w-720">
      <LoadedSheet path={pathTo('GET /api/sheets/:term', { term })} title={t('own.title')}>
        {(sheet, refresh) => <OwnSheetView sheet={sheet} refresh={refresh} />}
      </LoadedSheet>
    </div>
  );
};

const OwnSheetView = ({ sheet, refresh }: { sheet: OwnSheet; refresh: () => void }) => {
  const { t } = useTranslation('published-sheets');
  const { term, publication, row } = sheet;
  const { withdrawn } = publication;
  return (
    <>
      <header className="mb-12 flex flex-wrap items-center gap-x-12 gap-y-8 print:hidden">
        <div className="min-w-0 flex-1 basis-240">
          <h1 className="font-semibold text-18">{t('own.title')}</h1>
          <p className="wrap-anywhere text-ink-2">{clauses([sheet.class.name, t('print.term', term)])}</p>
          <p className="text-12 text-ink-3">
            {t('own.publishedAt', { date: longDate(publication.at), version: publication.version })}
          </p>
        </div>
        {row === null ? null : (
          <Button onClick={() => window.print()}>
            <Printer size={16} aria-hidden="true" />
            {t('ui:print')}
          </Button>
        )}
      </header>
      {row === null ? (
        <Panel>
          <EmptyState
            title={
              withdrawn === null
                ? t('own.unknown')
                : t('own.withdrawn', { date: longDate(withdrawn.at), why: withdrawn.why })
            }
            text={t('own.withdrawnText')}
          />
        </Panel>
      ) : (
        <OwnRow sheet={sheet} row={row} refresh={refresh} />
      )}
    </>
  );
};

const OwnRow = ({ sheet, row, refresh }: { sheet: OwnSheet; row: SheetRow; refresh: () => void }) => {
  const { t } = useTranslation('published-sheets');
  const [appealing, setAppealing] = useState<string | null>(null);
  const { rules, publication, term } = sheet;
  const { total } = row;
  const level = rules.levels.find(({ id }) => id === row.level);
  const rank = rankText(t, sheet);
  const column = rules.columns.find(({ id }) => id === appealing);
  return (
    <>
      <Panel className="print:hidden">
        <div className="flex flex-wrap items-baseline gap-x-12 gap-y-2 border-line border-b bg-soft px-16 py-10 max-pane:px-14">
          <span>{clauses([row.no, row.name])}</span>
          <span className="ml-auto text-12 text-ink-2">{t('own.total')}</span>
          <b className="text-18">
            {total.missing.length === 0 ? marks(total.value) : t('own.of', { value: marks(total.value), of: total.of })}
          </b>
          <span>{level?.name ?? t('own.incomplete', { n: total.missing.length })}</span>
        </div>
        {rank === null ? null : (
          <p className="border-line border-b px-16 py-8 max-pane:px-14">
            {rank}
            <span className="block text-12 text-ink-3">{t('own.rule')}</span>
          </p>
        )}
        {(['school', 'enterprise'] as const).map((part) => (
          <OwnPart key={part} part={part} sheet={sheet} row={row} onAppeal={setAppealing} />
        ))}
      </Panel>
      <PrintedRow
        className={sheet.class.name}
        term={term}
        rules={rules}
        row={row}
        rank={rank}
        state={t('print.state', { date: longDate(publication.at), version: publication.version })}
        look="hidden print:block"
      />
      {column === undefined ? null : (
        <AppealDialog
          term={term.id}
          version={publication.version}
          column={column}
          onClose={() => setAppealing(null)}
          onDone={refresh}
        />
      )}
    </>
  );
};
