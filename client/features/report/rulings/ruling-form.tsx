import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { Trouble } from '#client/lib/api.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';

type Props = {
  title: string;
  text: string;
  /** Why it can't be stored yet; null: it can. */
  blockReason?: string | null;
  onClose: () => void;
  /** Null when it was stored, else why not. */
  onSubmit: () => Promise<Trouble | null>;
  children: ReactNode;
};

/** The dialog of any ruling: its fields and a refusal. It can't be sent twice. */
export const RulingForm = ({ title, text, blockReason = null, onClose, onSubmit, children }: Props) => {
  const { t } = useTranslation('report');
  const formId = useId();
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<Trouble | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (blockReason !== null || isBusy) return;
    setIsBusy(true);
    setError(await onSubmit());
    setIsBusy(false);
  };

  return (
    <Dialog
      open
      onOpenChange={(willOpen) => {
        if (!willOpen) onClose();
      }}
      title={title}
      description={text}
      actions={
        <>
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button kind="primary" type="submit" form={formId} disabled={isBusy} disabledReason={blockReason}>
            {t('ruling.save')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={(event) => void submit(event)} className="mt-12 grid gap-12">
        {children}
      </form>
      {error === null ? null : (
        <Notice tone="bad" className="mt-12">
          {error.message}
        </Notice>
      )}
    </Dialog>
  );
};
