import { useEffect } from 'react';
import type { Answer } from '#client/lib/api.ts';
import type { Path } from '#client/lib/endpoints.ts';
import { useForm } from '#client/lib/hooks/use-form.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { Erasure, ErasurePreview } from '#contract/personal-data/erasing.ts';

export type ErasureConfirmation = { name: string; password?: string };
/** One deletion: where its preview is, and how it is done. */
export type Deletion = {
  preview: Path<ErasurePreview>;
  erase: (confirmed: ErasureConfirmation) => Promise<Answer<Erasure>>;
};
type Props = Deletion & { onClose: () => void; onErased: () => void };

/** What goes and what stays in figures; nothing is deleted until its name is typed. */
export const EraseDialog = ({ preview, erase, onClose, onErased }: Props) => {
  const { t } = useTranslation('personal-data');
  const { loaded, reload, refresh } = useLoad(preview);
  // An answer kept from before would show figures of then.
  useEffect(refresh, [refresh]);
  const loadedPreview = loaded.state === 'ready' ? loaded.value : null;
  const isEmpty = loadedPreview !== null && loadedPreview.gone.length === 0 && loadedPreview.stays.length === 0;
  return (
    <Dialog
      open
      onOpenChange={(willOpen) => (willOpen ? undefined : onClose())}
      title={loadedPreview === null ? t('erase.title') : t('erase.dialog', { name: loadedPreview.name })}
      {...(isEmpty ? {} : { description: t('erase.text') })}
    >
      {loaded.state === 'failed' ? (
        <LoadFailed title={t('erase.failed')} error={loaded.error} onRetry={reload} />
      ) : isEmpty ? (
        <p className="py-12">{t('erase.nothing')}</p>
      ) : loadedPreview === null ? null : (
        <>
          <ErasureFigures preview={loadedPreview} />
          <ConfirmForm preview={loadedPreview} erase={erase} onClose={onClose} onErased={onErased} />
        </>
      )}
    </Dialog>
  );
};

const ErasureFigures = ({ preview: { gone, stays } }: { preview: ErasurePreview }) => {
  const { t } = useTranslation('personal-data');
  return (
    <>
      <h3 className="mt-12 font-semibold text-12 text-bad">{t('erase.gone')}</h3>
      <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-12 [&>dd]:text-right [&>dt]:text-ink-2">
        {gone.map(({ what, n }) => (
          <div key={what} className="col-span-2 grid grid-cols-subgrid border-line border-b py-2">
            <dt>{t(`kept.${what}`)}</dt>
            <dd>{n}</dd>
          </div>
        ))}
      </dl>
      {stays.length === 0 ? null : (
        <>
          <h3 className="mt-12 font-semibold text-12 text-good">{t('erase.stays')}</h3>
          <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-12 [&>dd]:text-right [&>dt]:text-ink-2">
            {stays.map(({ what, n }) => (
              <div key={what} className="col-span-2 grid grid-cols-subgrid border-line border-b py-2">
                <dt>{t(`staying.${what}`)}</dt>
                <dd>{n}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </>
  );
};

type FormProps = { preview: ErasurePreview } & Pick<Props, 'erase' | 'onClose' | 'onErased'>;

const ConfirmForm = ({ preview, erase, onClose, onErased }: FormProps) => {
  const { t } = useTranslation('personal-data');
  const { isBusy, error, send } = useSubmit();
  const form = useForm({ name: '', password: '' }, ({ name, password }) => ({
    name: name.trim() === preview.name.trim() ? null : t('erase.confirm', { name: preview.name }),
    password: preview.password && password === '' ? t('erase.password') : null,
  }));
  return (
    <form
      ref={form.form}
      noValidate
      className="mt-16 flex flex-col gap-12 pb-4"
      onSubmit={form.submit(async ({ name, password }) => {
        const reply = await send(() => erase({ name, ...(preview.password ? { password } : {}) }));
        if (reply === null) return;
        showToast(t('erase.done'));
        onErased();
        onClose();
      })}
    >
      <TextField
        label={t('erase.confirm', { name: preview.name })}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        {...form.field('name')}
      />
      {preview.password ? (
        <TextField
          type="password"
          label={t('erase.password')}
          autoComplete="current-password"
          maxLength={200}
          {...form.field('password')}
        />
      ) : null}
      <Refused error={error} />
      <div className="flex flex-wrap justify-end gap-8">
        <Button onClick={onClose}>{t('ui:cancel')}</Button>
        <Button kind="danger" type="submit" disabled={isBusy}>
          {t('erase.go')}
        </Button>
      </div>
    </form>
  );
};
