import { Upload } from 'lucide-react';
import { useState } from 'react';
import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { AuthoredBody } from '#contract/authored.ts';
import { GuideLink } from './guide-link.tsx';
import { PublicationTag } from './publication-tag.tsx';
import { UploadCase } from './upload-case.tsx';

type Props = { body: AuthoredBody; onChanged: () => void };

export const CaseHead = ({ body, onChanged }: Props) => {
  const { t } = useTranslation('authored');
  const [isUploading, setIsUploading] = useState(false);
  const { isBusy, error, send } = useSubmit();
  const { published } = body;
  const withdraw = async () => {
    const reply = await send(() => call('POST /api/authored/:id/withdraw', { id: body.case }));
    if (reply === null || published === null) return;
    onChanged();
    showToast(t('withdrawn', { title: body.title }), 'plain', {
      label: t('undo'),
      run: () => void putBack(published.version),
    });
  };
  const putBack = async (version: string) => {
    const reply = await send(() => call('POST /api/authored/:id/publish', { id: body.case }, { version }));
    if (reply !== null) onChanged();
  };
  return (
    <>
      <div className="mb-12 flex flex-wrap items-center gap-x-12 gap-y-8">
        <div className="min-w-0 flex-1 max-pane:basis-full">
          <h1 className="flex flex-wrap items-center gap-x-8 font-semibold text-18">
            {body.title}
            <PublicationTag row={body} />
          </h1>
          <p className="flex flex-wrap gap-x-12 text-12 text-ink-3">
            <code className="font-mono wrap-anywhere">{body.id}</code>
            <span>
              {body.typeName} · {t('size', { shop: body.shopName, level: body.level })}
            </span>
            <GuideLink />
          </p>
        </div>
        <div className="flex flex-wrap gap-8">
          {published === null ? null : (
            <Button kind="danger" disabled={isBusy} onClick={() => void withdraw()}>
              {t('withdraw')}
            </Button>
          )}
          <Button kind="primary" aria-expanded={isUploading} onClick={() => setIsUploading(!isUploading)}>
            <Upload size={14} aria-hidden="true" />
            {t('upload.next')}
          </Button>
        </div>
      </div>
      <Refused error={error} className="mb-12" />
      {body.hidden === null ? null : (
        <Notice tone="warn" className="mb-12">
          {t(`hidden.${body.hidden}`)}
        </Notice>
      )}
      {isUploading ? (
        <Panel className="mb-12">
          <UploadCase
            caseId={body.case}
            onCancel={() => setIsUploading(false)}
            onSaved={({ versions }) => {
              setIsUploading(false);
              onChanged();
              showToast(t('savedAs', { no: versions }));
            }}
          />
        </Panel>
      ) : null}
    </>
  );
};
