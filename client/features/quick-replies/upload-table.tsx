import { Download } from 'lucide-react';
import { useState } from 'react';
import { callWithFile } from '#client/lib/api.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { download } from '#client/lib/results-export.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { FileDrop } from '#client/ui/controls/file-drop.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import type { RepliesPreview } from '#contract/quick-replies.ts';

type Props = { shop: string; maxReplies: number; onRead: (preview: RepliesPreview) => void };

/** Sends a table to the server for a check; nothing is saved here. */
export const UploadTable = ({ shop, maxReplies, onRead }: Props) => {
  const { t } = useTranslation('quick-replies');
  const { isBusy, error, send } = useSubmit();
  const read = async (file: File) => {
    const reply = await send(() => callWithFile('POST /api/quick-replies/:id/preview', { id: shop }, file));
    if (reply !== null) onRead(reply.value);
  };
  const words = {
    drop: t('upload.drop'),
    file: t('upload.file'),
    choose: t(isBusy ? 'upload.reading' : 'upload.choose'),
    hint: t('upload.hint'),
  };
  return (
    <section aria-labelledby="upload">
      <SectionHeader id="upload" isFirst title={t('upload.title')} note={t('upload.note', { most: maxReplies })} />
      <Panel className="flex flex-col gap-12 px-18 py-14 max-pane:px-14">
        <FileDrop labels={words} accept=".xlsx,.csv" isBusy={isBusy} onFiles={([file]) => void read(file)} />
        <Refused error={error} />
        <Templates shop={shop} />
      </Panel>
    </section>
  );
};

const Templates = ({ shop }: { shop: string }) => {
  const { t } = useTranslation('quick-replies');
  const [refused, setRefused] = useState<string | null>(null);
  const get = async (ending: 'xlsx' | 'csv') =>
    setRefused(
      await download(pathTo(`GET /api/quick-replies/:id/template.${ending}`, { id: shop }), `template.${ending}`),
    );
  return (
    <div className="flex flex-wrap items-center gap-8">
      {(['xlsx', 'csv'] as const).map((ending) => (
        <Button key={ending} onClick={() => void get(ending)}>
          <Download size={14} aria-hidden="true" />
          {t(`upload.${ending}`)}
        </Button>
      ))}
      <span className="text-12 text-ink-3">{t('upload.templateNote')}</span>
      {refused === null ? null : (
        <Notice tone="bad" className="w-full">
          {t('upload.templateFailed', { why: refused })}
        </Notice>
      )}
    </div>
  );
};
