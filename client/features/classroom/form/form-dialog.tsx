import type { ReactNode } from 'react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';

type Props = {
  title: string;
  text?: string;
  formId: string;
  submitLabel: string;
  isBusy: boolean;
  onClose: () => void;
  children: ReactNode;
};

/** A short form over the page. `form` is the id of the form inside. */
export const FormDialog = ({ title, text: description, formId, submitLabel, isBusy, onClose, children }: Props) => {
  const { t } = useTranslation('classroom');
  return (
    <Dialog
      open
      onOpenChange={(willOpen) => (willOpen ? undefined : onClose())}
      title={title}
      {...(description === undefined ? {} : { description })}
      actions={
        <>
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button kind="primary" type="submit" form={formId} disabled={isBusy}>
            {submitLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
};
