import { useState } from 'react';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import type { RepliesPreview } from '#contract/quick-replies.ts';
import { CheckTable } from './check-table.tsx';
import { CurrentList } from './current-list.tsx';
import { LoadingPanel } from './loading-panel.tsx';
import { UploadTable } from './upload-table.tsx';
import { Versions } from './versions.tsx';

type Props = { shop: string; onChanged: () => void };

export const ShopReplies = ({ shop, onChanged }: Props) => {
  const { t } = useTranslation('quick-replies');
  const { loaded, reload, refresh } = useLoad(pathTo('GET /api/quick-replies/:id', { id: shop }));
  const [preview, setPreview] = useState<RepliesPreview | null>(null);
  if (loaded.state === 'loading') return <LoadingPanel />;
  if (loaded.state === 'failed') {
    return (
      <Panel>
        <LoadFailed title={t('failed')} error={loaded.error} onRetry={reload} />
      </Panel>
    );
  }
  const body = loaded.value;
  const afterChange = () => {
    refresh();
    onChanged();
  };
  if (preview !== null) {
    return (
      <section aria-labelledby="check">
        <SectionHeader id="check" isFirst title={t('check.title')} />
        <CheckTable
          shop={shop}
          preview={preview}
          onBack={() => {
            setPreview(null);
            // Somebody may have saved a newer version meanwhile: the next table must be compared with that one.
            refresh();
          }}
          onSaved={() => {
            setPreview(null);
            afterChange();
          }}
        />
      </section>
    );
  }
  return (
    <>
      <UploadTable shop={shop} maxReplies={body.most} onRead={setPreview} />
      <CurrentList body={body} onChanged={afterChange} />
      <Versions body={body} onChanged={afterChange} />
    </>
  );
};
