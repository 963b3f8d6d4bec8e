import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '#client/lib/api.ts';
import { marks } from '#client/lib/format.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { AreaField } from '#client/ui/controls/field.tsx';
import { SubmitDialog } from '#client/ui/dialogs/submit-dialog.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { OwnTyping, TypingDispute } from '#contract/exams/typing.ts';
import { TypedLine } from './typed-line.tsx';

/** Characters: the server takes as many. */
const LONGEST = 300;

type Props = { seat: string; typing: OwnTyping; onSent: () => void };

/** What one's own typing came to by itself, an appeal about it, and how it was ruled. */
export const OwnTypingShown = ({ seat, typing: { mark, figures, dispute, mayAppeal }, onSent }: Props) => {
  const { t } = useTranslation('exams');
  return (
    <section aria-label={t('dispute.own')} className="mt-12 border-line border-t pt-10">
      <div className="flex flex-wrap items-center gap-x-12 gap-y-6">
        <b>{t('dispute.own')}</b>
        <span className="text-12 text-ink-2">
          {t('dispute.of', { mark: marks(mark) })}　<TypedLine typed={figures} />
        </span>
        {mayAppeal ? <Appeal seat={seat} onSent={onSent} /> : null}
      </div>
      {dispute === null ? null : <Shown dispute={dispute} />}
    </section>
  );
};

const Shown = ({ dispute: { appeal, ruling } }: { dispute: TypingDispute }) => {
  const { t } = useTranslation('exams');
  return (
    <div className="mt-8 rounded-6 bg-sunken px-12 py-8 wrap-anywhere">
      {appeal === null ? null : <p className="whitespace-pre-line">{t('dispute.appealed', { text: appeal.text })}</p>}
      {ruling === null ? (
        <Tag tone="accent">{t('dispute.waits')}</Tag>
      ) : (
        <p className="whitespace-pre-line">
          {t(ruling.aside ? 'dispute.aside' : 'dispute.kept', { by: ruling.by, reason: ruling.reason })}
        </p>
      )}
    </div>
  );
};

const Appeal = ({ seat, onSent }: Pick<Props, 'seat' | 'onSent'>) => {
  const { t } = useTranslation('exams');
  const { isBusy, error, send } = useSubmit();
  const [isOpen, setIsOpen] = useState(false);
  const [text, setText] = useState('');
  const ask = async () => {
    const reply = await send(() => call('POST /api/seats/:id/typing/appeals', { id: seat }, { text }));
    if (reply === null) return;
    showToast(t('dispute.sent'));
    setIsOpen(false);
    onSent();
  };
  return (
    <>
      <Button size="s" className="ml-auto" onClick={() => setIsOpen(true)}>
        {t('dispute.go')}
      </Button>
      {isOpen ? (
        <SubmitDialog
          title={t('dispute.go')}
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
