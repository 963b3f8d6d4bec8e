import { useState } from 'react';
import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { AreaField } from '#client/ui/controls/field.tsx';
import { SubmitDialog } from '#client/ui/dialogs/submit-dialog.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { ShownColumn } from '#contract/terms/sheet.ts';

/** Characters: the server asks for as much. */
const SHORTEST = 2;
const LONGEST = 300;

type Props = { term: string; version: number; column: ShownColumn; onClose: () => void; onDone: () => void };

/** Appeals one cell, once. What was written stays where it was refused. */
export const AppealDialog = ({ term, version, column, onClose, onDone }: Props) => {
  const { t } = useTranslation('published-sheets');
  const { isBusy, error, send } = useSubmit();
  const [text, setText] = useState('');
  const appeal = async () => {
    const body = { version, item: column.id, text: text.trim() };
    if ((await send(() => call('POST /api/sheets/:term/appeals', { term }, body))) === null) return;
    showToast(t('own.appealDone'));
    onDone();
    onClose();
  };
  return (
    <SubmitDialog
      title={t('own.appealTitle', { column: column.name })}
      description={t('own.appealText')}
      submit={t('own.appealDo')}
      isBlocked={isBusy || text.trim().length < SHORTEST}
      error={error}
      onSubmit={appeal}
      onClose={() => {
        // It was refused, by somebody who was quicker or by another version: the page is loaded anew.
        if (error !== null) onDone();
        onClose();
      }}
    >
      <AreaField
        label={t('own.appealLabel')}
        hint={t('own.appealHint', { n: LONGEST })}
        className="mt-12"
        rows={4}
        maxLength={LONGEST}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </SubmitDialog>
  );
};
