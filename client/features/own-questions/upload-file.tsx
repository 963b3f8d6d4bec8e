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
import type { QuestionsPreview } from '#contract/practice/own-questions.ts';

type Props = { mostOfFile: number; onRead: (read: { preview: QuestionsPreview; file: string }) => void };

/** Sends a file to the server for a check; nothing is stored here. */
export const UploadFile = ({ mostOfFile, onRead }: Props) => {
  const { t } = useTranslation('own-questions');
  const { isBusy, error, send } = useSubmit();
  const [refused, setRefused] = useState<string | null>(null);
  const read = async (file: File) => {
    const reply = await send(() => callWithFile('POST /api/own-questions/preview', {}, file));
    if (reply !== null) onRead({ preview: reply.value, file: file.name });
  };
  const template = async () =>
    setRefused(await download(pathTo('GET /api/own-questions/template.xlsx'), 'template.xlsx'));
  const words = {
    drop: t('upload.drop'),
    file: t('upload.file'),
    choose: t(isBusy ? 'upload.reading' : 'upload.choose'),
    hint: t('upload.hint'),
  };
  return (
    <section aria-labelledby="upload">
      <SectionHeader id="upload" isFirst title={t('upload.title')} note={t('upload.note', { file: mostOfFile })} />
      <Panel className="flex flex-col gap-12 px-18 py-14 max-pane:px-14">
        <FileDrop labels={words} accept=".xlsx,.txt,.gift" isBusy={isBusy} onFiles={([file]) => void read(file)} />
        <Refused error={error} />
        <div className="flex flex-wrap items-center gap-8">
          <Button onClick={() => void template()}>
            <Download size={14} aria-hidden="true" />
            {t('upload.template')}
          </Button>
          <span className="text-12 text-ink-3">{t('upload.templateNote')}</span>
        </div>
        {refused === null ? null : <Notice tone="bad">{t('upload.templateFailed', { why: refused })}</Notice>}
        <p className="text-pretty text-12 text-ink-3">{t('upload.limits')}</p>
      </Panel>
    </section>
  );
};
