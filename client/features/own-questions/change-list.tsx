import { call } from '#client/lib/api.ts';
import { longDate } from '#client/lib/format.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { type Column, DataTable } from '#client/ui/layout/data-table.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { OwnQuestionsBody, QuestionChangeRow } from '#contract/practice/own-questions.ts';

type Props = { body: OwnQuestionsBody; onChanged: () => void };

/** Every import and deletion, newest first, with who and when; an import can be taken back. */
export const ChangeList = ({ body, onChanged }: Props) => {
  const { t } = useTranslation('own-questions');
  const { isBusy, error, send } = useSubmit();
  const { changes, revision: base } = body;
  if (changes.length === 0) return null;
  const undo = async (revision: number) => {
    if ((await send(() => call('POST /api/own-questions/undo', {}, { base, revision }))) === null) return;
    showToast(t('changes.undoneToast', { n: revision }));
    onChanged();
  };
  const columns: Column<QuestionChangeRow>[] = [
    {
      id: 'what',
      head: t('changes.what'),
      isRowName: true,
      cell: (row) => (
        <span className="flex min-w-0 flex-wrap gap-x-12">
          <span className="text-ink-3 tabular-nums">{t('changes.number', { n: row.revision })}</span>
          <What row={row} />
        </span>
      ),
    },
    {
      id: 'counts',
      head: t('changes.title'),
      hideHead: true,
      className: 'text-ink-2 max-pane:text-12',
      cell: ({ added, changed, removed }) => t('changes.counts', { added, changed, removed }),
    },
    {
      id: 'who',
      head: t('changes.who'),
      className: 'text-ink-2 max-pane:text-12',
      cell: ({ by, at }) => t('changes.by', { name: by, at: longDate(at) }),
    },
    {
      id: 'do',
      head: t('changes.do'),
      hideHead: true,
      align: 'right',
      className: 'max-pane:col-start-2 max-pane:row-span-3 max-pane:row-start-1',
      cell: ({ kind, left, revision }) =>
        kind === 'imported' && left > 0 ? (
          <Button
            size="s"
            disabled={isBusy}
            aria-label={t('changes.undoOne', { n: revision })}
            onClick={() => void undo(revision)}
          >
            {t('changes.undo')}
          </Button>
        ) : null,
    },
  ];
  return (
    <section aria-labelledby="changes">
      <SectionHeader id="changes" title={t('changes.title')} note={t('changes.note')} />
      <Refused error={error} className="mb-8" />
      <Panel>
        <DataTable
          caption={t('changes.title')}
          columns={columns}
          rows={changes}
          rowKey={({ revision }) => String(revision)}
          phoneGridClass="max-pane:grid-cols-[minmax(0,1fr)_auto]"
        />
      </Panel>
    </section>
  );
};

/** A question that was brought back comes from no file. */
const What = ({ row: { kind, file, undoes } }: { row: QuestionChangeRow }) => {
  const { t } = useTranslation('own-questions');
  if (kind === 'undone') return <span>{t('changes.undone', { n: undoes })}</span>;
  if (kind === 'removed') return <span>{t('changes.removed')}</span>;
  return (
    <span className="min-w-0 break-all">{file === '' ? t('changes.restored') : t('changes.imported', { file })}</span>
  );
};
