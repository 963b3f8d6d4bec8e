import { callWithFile } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { FileDrop } from '#client/ui/controls/file-drop.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import type { ServiceTables } from '#contract/service-data/tables.ts';
import type { ReadFile } from './check-table.tsx';

type Props = { body: ServiceTables; onRead: (read: ReadFile) => void };

/** Sends a file to the server to be read; nothing is stored here. */
export const UploadTable = ({ body, onRead }: Props) => {
  const { t } = useTranslation('analysis');
  const { isBusy, error, send } = useSubmit();
  const read = async (file: File) => {
    const reply = await send(() => callWithFile('POST /api/service-tables/preview', {}, file));
    if (reply !== null) onRead({ file, preview: reply.value });
  };
  const labels = {
    drop: t('tables.drop'),
    file: t('tables.file'),
    choose: t(isBusy ? 'tables.reading' : 'tables.choose'),
    hint: t('tables.hint'),
  };
  return (
    <section aria-labelledby="upload">
      <SectionHeader id="upload" title={t('tables.upload')} />
      <Panel className="flex flex-col gap-12 px-18 py-14 max-pane:px-14">
        <FileDrop labels={labels} accept=".xlsx,.csv" isBusy={isBusy} onFiles={([file]) => void read(file)} />
        <Refused error={error} />
        <p className="text-pretty text-12 text-ink-3">{t('tables.limits', { rows: body.mostRows, most: body.most })}</p>
      </Panel>
    </section>
  );
};
