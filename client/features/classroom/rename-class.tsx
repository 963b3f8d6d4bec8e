import { call } from '#client/lib/api.ts';
import { useForm } from '#client/lib/hooks/use-form.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import type { ClassBody } from '#contract/people.ts';

type Props = { body: ClassBody; onClose: () => void; onChanged: () => void };

export const RenameClass = ({ body, onClose, onChanged }: Props) => {
  const { t } = useTranslation('classroom');
  const { isBusy, error, send } = useSubmit();
  const form = useForm({ name: body.name }, ({ name }) => ({ name: name.trim() === '' ? t('classes.noName') : null }));
  return (
    <Dialog
      open
      onOpenChange={(willOpen) => (willOpen ? undefined : onClose())}
      title={t('class.renameTitle')}
      actions={
        <>
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button kind="primary" type="submit" form="rename-class" disabled={isBusy}>
            {t('ui:save')}
          </Button>
        </>
      }
    >
      <form
        id="rename-class"
        ref={form.form}
        noValidate
        className="flex flex-col gap-12 pb-4"
        onSubmit={form.submit(async (values) => {
          const reply = await send(() => call('POST /api/classes/:id', { id: body.id }, values));
          if (reply === null) return;
          onChanged();
          onClose();
        })}
      >
        <TextField label={t('classes.name')} maxLength={40} autoComplete="off" {...form.field('name')} />
        <Refused error={error} />
      </form>
    </Dialog>
  );
};
