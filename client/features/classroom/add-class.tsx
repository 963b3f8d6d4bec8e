import { useNavigate } from 'react-router';
import { call } from '#client/lib/api.ts';
import { useForm } from '#client/lib/hooks/use-form.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';

/** A form for the class's name. The class's own page opens next and takes the roster. */
export const AddClass = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const { t } = useTranslation('classroom');
  const navigate = useNavigate();
  const { isBusy, error, send } = useSubmit();
  const form = useForm({ name: '' }, ({ name }) => ({ name: name.trim() === '' ? t('classes.noName') : null }));
  return (
    <Dialog
      open={open}
      onOpenChange={(willOpen) => (willOpen ? undefined : onClose())}
      title={t('classes.add')}
      actions={
        <>
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button kind="primary" type="submit" form="add-class" disabled={isBusy}>
            {t('classes.addGo')}
          </Button>
        </>
      }
    >
      <form
        id="add-class"
        ref={form.form}
        noValidate
        className="flex flex-col gap-12 pb-4"
        onSubmit={form.submit(async (body) => {
          const reply = await send(() => call('POST /api/classes', {}, body), true);
          if (reply !== null) navigate(`/classes/${encodeURIComponent(reply.value.id)}`);
        })}
      >
        <TextField
          label={t('classes.name')}
          hint={t('classes.nameHint')}
          maxLength={40}
          autoComplete="off"
          {...form.field('name')}
        />
        <Refused error={error} />
      </form>
    </Dialog>
  );
};
