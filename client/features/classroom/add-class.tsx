import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ClassRow } from '#contract/people.ts';
import { post } from '../../lib/api.ts';
import { endpoints } from '../../lib/endpoints.ts';
import { useForm } from '../../lib/use-form.ts';
import { useSubmit } from '../../lib/use-submit.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { Refused } from '../../ui/refused.tsx';

/** Its name first; the roster on its own page, which opens next. */
export const AddClass = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const { t } = useTranslation('classroom');
  const navigate = useNavigate();
  const { busy, error, send } = useSubmit();
  const form = useForm({ name: '' }, ({ name }) => ({ name: name.trim() === '' ? t('classes.noName') : null }));
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => (next ? undefined : onClose())}
      title={t('classes.add')}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" type="submit" form="add-class" disabled={busy}>
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
          const done = await send(() => post<Pick<ClassRow, 'id'>>(endpoints.classes, body), true);
          if (done !== null) navigate(`/classes/${encodeURIComponent(done.value.id)}`);
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
