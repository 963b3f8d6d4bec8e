import { useState } from 'react';
import { call } from '#client/lib/api.ts';
import { longDate } from '#client/lib/format.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { type Column, DataTable } from '#client/ui/layout/data-table.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { QuickRepliesBody, ReplyVersionRow } from '#contract/quick-replies.ts';
import { VersionDialog } from './version-dialog.tsx';

type Props = { body: QuickRepliesBody; onChanged: () => void };

/** Every saving, newest first, with who and when; each can be looked at and gone back to. */
export const Versions = ({ body, onChanged }: Props) => {
  const { t } = useTranslation('quick-replies');
  const { isBusy, error, send } = useSubmit();
  const [open, setOpen] = useState<number | null>(null);
  const { shop, version: base, versions } = body;
  const restore = async ({ version }: ReplyVersionRow) => {
    const reply = await send(() =>
      call('POST /api/quick-replies/:id/versions/:version/restore', { id: shop.id, version }, { base }),
    );
    if (reply === null) return;
    showToast(t('versions.restored', { version }));
    onChanged();
  };
  const columns: Column<ReplyVersionRow>[] = [
    {
      id: 'version',
      head: t('versions.title'),
      isRowName: true,
      cell: ({ version }) => (
        <span className="flex flex-wrap items-center gap-x-8">
          {t('versions.name', { version })}
          {version === base ? <Tag tone="accent">{t('versions.now')}</Tag> : null}
        </span>
      ),
    },
    {
      id: 'what',
      head: t('check.mode'),
      className: 'text-ink-2 max-pane:text-12',
      cell: (row) => <What row={row} />,
    },
    {
      id: 'who',
      head: t('versions.who'),
      hideHead: true,
      className: 'text-ink-2 max-pane:text-12',
      cell: ({ by, at }) => t('versions.by', { name: by, at: longDate(at) }),
    },
    {
      id: 'do',
      head: t('versions.actions'),
      hideHead: true,
      align: 'right',
      className: 'max-pane:col-start-2 max-pane:row-span-3 max-pane:row-start-1',
      cell: (row) => (
        <span className="inline-flex gap-8">
          <Button
            size="s"
            aria-label={t('versions.lookAt', { version: row.version })}
            onClick={() => setOpen(row.version)}
          >
            {t('versions.look')}
          </Button>
          {row.version === base ? null : (
            <Button
              size="s"
              disabled={isBusy}
              aria-label={t('versions.restoreTo', { version: row.version })}
              onClick={() => void restore(row)}
            >
              {t('versions.restore')}
            </Button>
          )}
        </span>
      ),
    },
  ];
  return (
    <section aria-labelledby="versions">
      <SectionHeader id="versions" title={t('versions.title')} note={t('versions.note')} />
      <Refused error={error} className="mb-8" />
      <Panel>
        {versions.length === 0 ? (
          <EmptyState title={t('versions.none')} />
        ) : (
          <DataTable
            caption={t('versions.title')}
            columns={columns}
            rows={versions}
            rowKey={({ version }) => String(version)}
            phoneGridClass="max-pane:grid-cols-[minmax(0,1fr)_auto]"
          />
        )}
      </Panel>
      {open === null ? null : <VersionDialog shop={shop.id} version={open} onClose={() => setOpen(null)} />}
    </section>
  );
};

const What = ({ row: { kind, restores, count, added, changed, removed } }: { row: ReplyVersionRow }) => {
  const { t } = useTranslation('quick-replies');
  return (
    <span className="flex flex-wrap gap-x-12">
      <span>{kind === 'restored' ? t('versions.kind.restored', { from: restores }) : t(`versions.kind.${kind}`)}</span>
      <span>{t('versions.count', { count })}</span>
      <span className="text-ink-3">{t('versions.changes', { added, changed, removed })}</span>
    </span>
  );
};
