import './strings.ts';
import { useState } from 'react';
import { missingIn } from '#client/features/terms/model/published-changes.ts';
import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { SubmitDialog } from '#client/ui/dialogs/submit-dialog.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { SheetRow, TermSheet } from '#contract/terms/sheet.ts';

type Props = { body: TermSheet; rows: readonly SheetRow[]; onClose: () => void; onChanged: () => void };

/** Publishes the sheet as it stands, once it was said how many cells are missing. */
export const PublishDialog = ({ body, rows, onClose, onChanged }: Props) => {
  const { t } = useTranslation('published-sheets');
  const { isBusy, error, send } = useSubmit();
  const [newest] = body.published.publications;
  const [showsRank, setShowsRank] = useState(newest?.showsRank ?? false);
  const missing = missingIn(rows);
  const publish = async () => {
    const address = { id: body.class.id, term: body.term.id };
    const publishing = { version: newest?.version ?? 0, missing: missing.cells, showsRank };
    const reply = await send(async () => {
      const answer = await call('POST /api/classes/:id/terms/:term/sheet/publish', address, publishing);
      // Where a colleague was quicker the page shows what there is now, below the refusal.
      if (!answer.ok) onChanged();
      return answer;
    });
    if (reply === null) return;
    showToast(t('publish.done'));
    onChanged();
    onClose();
  };
  return (
    <SubmitDialog
      title={t('publish.title')}
      description={t('publish.text')}
      submit={t('publish.do')}
      isBlocked={isBusy}
      error={error}
      onSubmit={publish}
      onClose={onClose}
    >
      <Notice tone={missing.cells === 0 ? 'info' : 'warn'} className="mt-12">
        {missing.cells === 0 ? t('publish.whole') : t('publish.missing', { n: missing.cells, people: missing.people })}
      </Notice>
      <label className="mt-12 flex min-h-30 items-center gap-8 max-pane:min-h-44">
        <input type="checkbox" checked={showsRank} onChange={(event) => setShowsRank(event.target.checked)} />
        {t('publish.rank')}
      </label>
    </SubmitDialog>
  );
};
