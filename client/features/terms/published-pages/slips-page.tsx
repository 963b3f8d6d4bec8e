import '#client/features/terms/published/strings.ts';
import '#client/features/terms/strings.ts';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'react-router';
import { BackLink, LoadedTerm } from '#client/features/terms/loaded-term.tsx';
import { sheetPath } from '#client/features/terms/model/term-paths.ts';
import { PrintedRow } from '#client/features/terms/published/printed-row.tsx';
import { stateText } from '#client/features/terms/published/state-text.ts';
import { clauses } from '#client/lib/clauses.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { SelectField } from '#client/ui/controls/field.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import type { TermSheet } from '#contract/terms/sheet.ts';

const ALL = '';

/** 单人表: each trainee's row on a page of its own, to be printed and signed. */
export const SlipsPage = () => {
  const { id = '', term = '' } = useParams();
  const { t } = useTranslation('published-sheets');
  useTitle(t('slips.title'));
  return (
    <div className="mx-auto max-w-720">
      <OnlyFor who="staff">
        {() => (
          <LoadedTerm path={pathTo('GET /api/classes/:id/terms/:term/sheet', { id, term })} title={t('slips.title')}>
            {(body) => <SlipsView body={body} />}
          </LoadedTerm>
        )}
      </OnlyFor>
    </div>
  );
};

const SlipsView = ({ body }: { body: TermSheet }) => {
  const { t } = useTranslation('published-sheets');
  const [who, setWho] = useState(ALL);
  const { rows, term } = body;
  const shown = who === ALL ? rows : rows.filter(({ person }) => person === who);
  const state = stateText(t, body, rows);
  return (
    <>
      <div className="print:hidden">
        <BackLink to={sheetPath(body.class.id, term.id)}>{t('print.sheet')}</BackLink>
        <h1 className="font-semibold text-18">{t('slips.title')}</h1>
        <p className="mb-12 text-ink-2">{clauses([body.class.name, term.name, t('slips.about')])}</p>
        {rows.length === 0 ? (
          <Panel>
            <EmptyState title={t('slips.none')} text={t('slips.noneText')} />
          </Panel>
        ) : (
          <div className="mb-12 flex flex-wrap items-end gap-8">
            <SelectField
              label={t('slips.who')}
              className="min-w-0 flex-1"
              value={who}
              choices={[
                { value: ALL, label: t('slips.all', { n: rows.length }) },
                ...rows.map(({ person, no, name }) => ({ value: person, label: clauses([no, name]) })),
              ]}
              onChange={(event) => setWho(event.target.value)}
            />
            <Button kind="primary" onClick={() => window.print()}>
              <Printer size={16} aria-hidden="true" />
              {t('ui:print')}
            </Button>
          </div>
        )}
      </div>
      {shown.map((row, place) => (
        <div key={row.person} style={place < shown.length - 1 ? { breakAfter: 'page' } : undefined}>
          <PrintedRow
            className={body.class.name}
            term={term}
            rules={body.rules}
            row={row}
            state={state}
            look="mb-16 border border-line bg-surface p-16 print:border-0 print:p-0"
          />
        </div>
      ))}
    </>
  );
};
