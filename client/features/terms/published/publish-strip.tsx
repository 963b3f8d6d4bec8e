import './strings.ts';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { type Changes, changesOf, currentOf, hasChanged } from '#client/features/terms/model/published-changes.ts';
import { appealsPath, scholarshipPath, slipsPath, versionsPath } from '#client/features/terms/model/term-paths.ts';
import { call } from '#client/lib/api.ts';
import { clauses, remarks } from '#client/lib/clauses.ts';
import { longDate, marks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { listed } from '#client/lib/listed.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { ReasonDialog } from '#client/ui/dialogs/reason-dialog.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { SheetRow, TermSheet } from '#contract/terms/sheet.ts';
import { PublishDialog } from './publish-dialog.tsx';

type Props = { body: TermSheet; rows: readonly SheetRow[]; mayWrite: boolean; refresh: () => void };

/** What its trainees have of the sheet, what differs since, and what may be done about it. */
export const PublishStrip = ({ body, rows, mayWrite, refresh }: Props) => {
  const { t } = useTranslation('published-sheets');
  const [asking, setAsking] = useState<'publish' | 'withdraw' | null>(null);
  const { published, term } = body;
  const address = { id: body.class.id, term: term.id };
  const current = currentOf(body);
  const changes = current === null ? null : changesOf(body, rows);
  const isNew = changes === null || hasChanged(changes);
  return (
    <section aria-label={t('strip.title')} className="mb-12">
      <div className="flex flex-wrap items-center gap-8">
        {current !== null ? (
          <Tag tone="good">{t('strip.since', { date: longDate(current.at), version: current.version })}</Tag>
        ) : (
          <Tag tone={published.publications.length === 0 ? 'line' : 'warn'}>
            {t(published.publications.length === 0 ? 'strip.none' : 'strip.withdrawn')}
          </Tag>
        )}
        {changes === null ? null : <Tag tone={isNew ? 'warn' : 'line'}>{changeText(t, changes)}</Tag>}
        <span className="ml-auto flex flex-wrap items-center gap-8 max-pane:ml-0">
          <ButtonLink to={appealsPath(address.id, address.term)}>
            {published.openAppeals === 0 ? t('strip.appeals') : t('strip.openAppeals', { n: published.openAppeals })}
          </ButtonLink>
          <ButtonLink to={scholarshipPath(address.id, address.term)}>{t('strip.scholarship')}</ButtonLink>
          {published.publications.length === 0 ? null : (
            <ButtonLink to={versionsPath(address.id, address.term)}>{t('strip.versions')}</ButtonLink>
          )}
          <ButtonLink to={slipsPath(address.id, address.term)}>{t('strip.slips')}</ButtonLink>
          <Button onClick={() => window.print()}>
            <Printer size={16} aria-hidden="true" />
            {t('strip.print')}
          </Button>
          {mayWrite && current !== null ? (
            <Button onClick={() => setAsking('withdraw')}>{t('ui:withdraw')}</Button>
          ) : null}
          {mayWrite ? (
            <Button
              kind={isNew ? 'primary' : 'plain'}
              disabled={rows.length === 0}
              onClick={() => setAsking('publish')}
            >
              {t(current === null ? 'strip.publish' : 'strip.again')}
            </Button>
          ) : null}
        </span>
      </div>
      {changes === null ? null : <ChangeList changes={changes} />}
      {asking === 'publish' ? (
        <PublishDialog body={body} rows={rows} onClose={() => setAsking(null)} onChanged={refresh} />
      ) : null}
      {asking === 'withdraw' && current !== null ? (
        <ReasonDialog
          title={t('withdraw.title')}
          description={t('withdraw.text')}
          label={t('withdraw.why')}
          submit={t('ui:withdraw')}
          send={(why) =>
            call('POST /api/classes/:id/terms/:term/sheet/withdraw', address, { version: current.version, why })
          }
          onClose={() => setAsking(null)}
          onDone={() => {
            showToast(t('withdraw.done'));
            refresh();
          }}
        />
      ) : null}
    </section>
  );
};

type T = ReturnType<typeof useTranslation<'published-sheets'>>['t'];

const changeText = (t: T, { cells, added, left, rules }: Changes): string => {
  const parts = [
    cells.length === 0 ? null : t('strip.changed', { n: cells.length }),
    rules ? t('strip.rules') : null,
    added.length === 0 ? null : t('strip.added', { names: listed(added) }),
    left === 0 ? null : t('strip.left', { n: left }),
  ];
  const text = clauses(parts);
  return text === '' ? t('strip.same') : text;
};

/** Every cell that differs, with both marks. */
const ChangeList = ({ changes: { cells } }: { changes: Changes }) => {
  const { t } = useTranslation('published-sheets');
  if (cells.length === 0) return null;
  const shown = (mark: number | null) => (mark === null ? t('missing') : marks(mark));
  return (
    <p className="mt-8 max-h-120 overflow-auto text-12 text-ink-2">
      {remarks(
        cells.map(({ name, column, was, is }) => t('strip.cell', { name, column, was: shown(was), is: shown(is) })),
      )}
    </p>
  );
};
