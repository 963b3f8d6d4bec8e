import type { ReactNode } from 'react';
import type { Trouble } from '#client/lib/api.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';

type Props = {
  title: string;
  description: string;
  submit: string;
  /** Another word for going back where cancelling would say too much. */
  cancel?: string;
  /** Something is missing, or what was sent is on its way. */
  isBlocked: boolean;
  /** Why it was refused; what was written stays. */
  error: Trouble | null;
  onSubmit: () => Promise<unknown>;
  onClose: () => void;
  children: ReactNode;
};

/** A dialog of a few fields that are sent once, with its refusal below them. */
export const SubmitDialog = ({
  title,
  description,
  submit,
  cancel,
  isBlocked,
  error,
  onSubmit,
  onClose,
  children,
}: Props) => {
  const { t } = useTranslation('ui');
  return (
    <Dialog
      open
      onOpenChange={(willOpen) => {
        if (!willOpen) onClose();
      }}
      title={title}
      description={description}
      actions={
        <>
          <Button onClick={onClose}>{cancel ?? t('cancel')}</Button>
          <Button kind="primary" disabled={isBlocked} onClick={() => void onSubmit()}>
            {submit}
          </Button>
        </>
      }
    >
      {children}
      <Refused error={error} className="mt-8" />
    </Dialog>
  );
};
