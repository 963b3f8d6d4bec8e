import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/controls/button.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';

type Props = {
  title: string;
  text?: string;
  form: string;
  go: string;
  busy: boolean;
  onClose: () => void;
  children: ReactNode;
};

/** A short form over the page. `form` is the id of the form inside. */
export const FormDialog = ({ title, text: description, form, go, busy, onClose, children }: Props) => {
  const { t } = useTranslation('classroom');
  return (
    <Dialog
      open
      onOpenChange={(willOpen) => (willOpen ? undefined : onClose())}
      title={title}
      {...(description === undefined ? {} : { description })}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" type="submit" form={form} disabled={busy}>
            {go}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
};
