import { useState } from 'react';
import { call } from '#client/lib/api.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { shortDate } from '#client/lib/format.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { type Column, DataTable } from '#client/ui/layout/data-table.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { AuditRow, ChainChecked } from '#contract/personal-data/audit.ts';

/** The audit trail, newest first, and whether every row is as it was written. */
export const AuditTable = () => {
  const { t } = useTranslation('personal-data');
  const [beforeRow, setBeforeRow] = useState<number | null>(null);
  const [chainCheck, setChainCheck] = useState<ChainChecked | null>(null);
  const { isBusy, send } = useSubmit();
  const { loaded, reload } = useLoad(pathTo('GET /api/audit', beforeRow === null ? {} : { before: beforeRow }));
  const check = async () => {
    const reply = await send(() => call('GET /api/audit/check'));
    if (reply !== null) setChainCheck(reply.value);
  };
  const rows = loaded.state === 'ready' ? loaded.value.rows : [];
  return (
    <>
      <SectionHeader
        title={t('trail.title')}
        note={t('trail.note')}
        aside={
          <span className="flex flex-wrap items-center gap-8">
            {chainCheck === null ? null : <ChainTag checked={chainCheck} />}
            <Button size="s" disabled={isBusy} onClick={() => void check()}>
              {t('trail.check')}
            </Button>
          </span>
        }
      />
      <Panel>
        {loaded.state === 'failed' ? (
          <LoadFailed title={t('trail.failed')} error={loaded.error} onRetry={reload} />
        ) : rows.length === 0 ? (
          <EmptyState title={t('trail.none')} />
        ) : (
          <AuditRows rows={rows} />
        )}
      </Panel>
      {loaded.state === 'ready' && loaded.value.more ? (
        <Button className="mt-8" onClick={() => setBeforeRow(rows.at(-1)?.n ?? null)}>
          {t('trail.more')}
        </Button>
      ) : null}
    </>
  );
};

const ChainTag = ({ checked: { rows, brokenAt } }: { checked: ChainChecked }) => {
  const { t } = useTranslation('personal-data');
  return brokenAt === null ? (
    <Tag tone="good">{t('trail.sound', { n: rows })}</Tag>
  ) : (
    <Tag tone="bad">{t('trail.broken', { n: brokenAt })}</Tag>
  );
};

/** As `role=teacher n=3`: the words of the program, which stand for themselves. */
const detailsText = ({ details }: AuditRow): string =>
  Object.entries(details)
    .filter(([, value]) => value !== null && value !== false)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');

const AuditRows = ({ rows }: { rows: readonly AuditRow[] }) => {
  const { t } = useTranslation('personal-data');
  const columns: Column<AuditRow>[] = [
    { id: 'n', head: t('trail.n'), align: 'right', className: 'text-ink-3 max-pane:hidden', cell: (row) => row.n },
    {
      id: 'at',
      head: t('trail.at'),
      className: 'whitespace-nowrap text-ink-2 max-pane:col-start-2 max-pane:row-start-1 max-pane:text-12',
      cell: (row) => shortDate(row.at),
    },
    {
      id: 'what',
      head: t('trail.what'),
      isRowName: true,
      className: 'font-normal max-pane:col-start-1 max-pane:row-start-1',
      cell: (row) => row.what,
    },
    {
      id: 'who',
      head: t('trail.who'),
      className: 'max-pane:col-span-2 max-pane:text-ink-2',
      cell: (row) => row.actor ?? t('trail.server'),
    },
    {
      id: 'subject',
      head: t('trail.subject'),
      className: 'text-12 text-ink-3 wrap-anywhere max-pane:col-span-2',
      cell: (row) => [row.subject, detailsText(row)].filter(Boolean).join(' · '),
    },
  ];
  return (
    <DataTable
      caption={t('trail.title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => String(row.n)}
      phoneGridClass="max-pane:grid-cols-[minmax(0,1fr)_auto]"
    />
  );
};
