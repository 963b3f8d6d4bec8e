import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { AreaField } from '#client/ui/controls/field.tsx';
import { SubmitDialog } from '#client/ui/dialogs/submit-dialog.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';

/** Characters: the server takes as many. */
const LONGEST = 300;

type Props = { seat: string; question: string; at: number; onSent: () => void };

/** Asks the teacher to look at a question of one's own paper. */
export const AppealQuestion = ({ seat, question, at, onSent }: Props) => {
  const { t } = useTranslation('paper');
  const { isBusy, error, send } = useSubmit();
  const [isOpen, setIsOpen] = useState(false);
  const [text, setText] = useState('');
  const ask = async () => {
    const reply = await send(() => call('POST /api/seats/:id/paper/appeals', { id: seat }, { question, text }));
    if (reply === null) return;
    showToast(t('dispute.sent'));
    setIsOpen(false);
    onSent();
  };
  return (
    <>
      <Button size="s" className="mt-8" aria-label={t('dispute.goOf', { at })} onClick={() => setIsOpen(true)}>
        {t('dispute.go')}
      </Button>
      {isOpen ? (
        <SubmitDialog
          title={t('dispute.goOf', { at })}
          description={t('dispute.text')}
          submit={t('dispute.send')}
          cancel={t('dispute.back')}
          isBlocked={isBusy || text.trim() === ''}
          error={error}
          onSubmit={ask}
          onClose={() => setIsOpen(false)}
        >
          <AreaField
            label={t('dispute.words')}
            rows={4}
            maxLength={LONGEST}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </SubmitDialog>
      ) : null}
    </>
  );
};
