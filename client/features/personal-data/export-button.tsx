import { Download } from 'lucide-react';
import { useState } from 'react';
import type { Path } from '#client/lib/endpoints.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { download } from '#client/lib/results-export.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';

/** Saves an archive of somebody's data; `path` null: nobody is chosen yet. */
export const ExportButton = ({ path, label }: { path: Path<'file'> | null; label: string }) => {
  const { t } = useTranslation('personal-data');
  const [isBusy, setIsBusy] = useState(false);
  const save = async () => {
    if (path === null) return;
    setIsBusy(true);
    const refusal = await download(path, 'personal-data.zip');
    setIsBusy(false);
    if (refusal !== null) showToast(t('export.failed', { why: refusal }), 'bad');
  };
  return (
    <Button disabled={isBusy || path === null} onClick={() => void save()}>
      <Download size={16} aria-hidden="true" />
      {label}
    </Button>
  );
};
