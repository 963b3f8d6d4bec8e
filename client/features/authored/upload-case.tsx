import { useState } from 'react';
import { Link } from 'react-router';
import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import { FileDrop } from '#client/ui/controls/file-drop.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import type { CaseChecked, CaseFilesBody, CaseSaved } from '#contract/authored.ts';
import { CardsChecked } from './cards-checked.tsx';
import { filesBody, type PickFault, pickFiles } from './case-files.ts';
import { Diagnostics } from './diagnostics.tsx';

type Props = {
  /** The case that gets this upload as its next version; null: a new case. */
  caseId: string | null;
  onSaved: (saved: CaseSaved) => void;
  onCancel: (() => void) | null;
};
type CheckedUpload = { names: string; files: CaseFilesBody; checked: CaseChecked };

/** Files → what is wrong with them → kept as a version. */
export const UploadCase = ({ caseId, onSaved, onCancel }: Props) => {
  const { t } = useTranslation('authored');
  const [upload, setUpload] = useState<CheckedUpload | null>(null);
  const [fault, setFault] = useState<PickFault | 'changed' | null>(null);
  const [note, setNote] = useState('');
  const checkRequest = useSubmit();
  const saveRequest = useSubmit();

  const check = async (chosenFiles: File[]) => {
    saveRequest.clear();
    const picked = pickFiles(chosenFiles);
    const files = typeof picked === 'string' ? null : await filesBody(picked);
    if (typeof picked === 'string' || files === null) {
      setFault(typeof picked === 'string' ? picked : 'changed');
      setUpload(null);
      return;
    }
    setFault(null);
    const reply = await checkRequest.send(() => call('POST /api/authored/check', {}, { files, case: caseId }));
    const names = [picked.file, picked.testplan].flatMap((file) => file?.name ?? []).join(' + ');
    setUpload(reply === null ? null : { names, files, checked: reply.value });
  };
  const save = async () => {
    if (upload === null) return;
    const body = { files: upload.files, note };
    const reply = await saveRequest.send(
      () =>
        caseId === null
          ? call('POST /api/authored', {}, body)
          : call('POST /api/authored/:id/versions', { id: caseId }, body),
      caseId === null,
    );
    if (reply !== null) onSaved(reply.value);
  };
  const isBusy = checkRequest.isBusy || saveRequest.isBusy;
  return (
    <form
      aria-label={t('upload.title')}
      className="flex flex-col gap-12 px-18 py-14 max-pane:px-14"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <FileDrop
        labels={{
          drop: t('upload.drop'),
          file: t('upload.file'),
          choose: t('upload.choose'),
          hint: t('upload.hint'),
        }}
        accept=".yaml,.yml"
        allowsMany
        isSlim
        isBusy={isBusy}
        onFiles={(files) => void check(files)}
      />
      {checkRequest.isBusy ? (
        <p role="status" className="text-ink-2">
          {t('upload.checking')}
        </p>
      ) : null}
      {fault === null ? null : <Notice tone="bad">{t(`upload.fault.${fault}`)}</Notice>}
      <Refused error={checkRequest.error} />
      {upload === null || checkRequest.isBusy ? null : (
        <>
          <UploadHead upload={upload} />
          <IdTakenNotice checked={upload.checked} />
          <div>
            <Diagnostics checked={upload.checked} />
            <CardsChecked checked={upload.checked} />
          </div>
          <TextField
            label={t('upload.note')}
            hint={t('upload.noteHint')}
            maxLength={200}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </>
      )}
      <Refused error={saveRequest.error} />
      {upload === null && onCancel === null ? null : (
        <div className="flex flex-wrap items-center gap-8">
          {upload === null ? null : (
            <Button
              kind="primary"
              type="submit"
              disabled={isBusy}
              disabledReason={upload.checked.refused?.message ?? null}
            >
              {t('upload.save')}
            </Button>
          )}
          {onCancel === null ? null : <Button onClick={onCancel}>{t('ui:cancel')}</Button>}
        </div>
      )}
    </form>
  );
};

const UploadHead = ({ upload: { names, checked } }: { upload: CheckedUpload }) => {
  const { t } = useTranslation('authored');
  const { head } = checked;
  return (
    <div>
      <p className="font-semibold text-15 wrap-anywhere">{head?.title ?? t('upload.noCase')}</p>
      <p className="flex flex-wrap gap-x-12 text-12 text-ink-3">
        <span className="wrap-anywhere">{names}</span>
        {head === null ? null : (
          <>
            <code className="font-mono">{head.id}</code>
            <span>{t('size', { shop: head.shopName, level: head.level })}</span>
          </>
        )}
      </p>
    </div>
  );
};

/** The school has a case with this id already: most likely the upload is meant as its next version. */
const IdTakenNotice = ({ checked: { taken } }: { checked: CaseChecked }) => {
  const { t } = useTranslation('authored');
  if (taken === null) return null;
  return (
    <Notice tone="warn" action={<Link to={`/authored/${taken.case}`}>{t('upload.toTaken')}</Link>}>
      {t('upload.taken', { who: taken.by, title: taken.title })}
    </Notice>
  );
};
