import { Download } from 'lucide-react';
import { useState } from 'react';
import { pathTo } from '#client/lib/endpoints.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { download } from '#client/lib/results-export.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Popover } from '#client/ui/controls/popover.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import '#client/features/report/model/takeaway-strings.ts';

const KINDS = ['docx', 'json'] as const;

/** The report as a file: Word to write in and sign, JSON for a program. */
export const DownloadMenu = ({ drillId }: { drillId: string }) => {
  const { t } = useTranslation('takeaway');
  const [isOpen, setIsOpen] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const save = async (kind: (typeof KINDS)[number]) => {
    setIsOpen(false);
    setIsBusy(true);
    const refused = await download(pathTo(`GET /api/drills/:id/report.${kind}`, { id: drillId }), `report.${kind}`);
    setIsBusy(false);
    if (refused !== null) showToast(t('notSaved', { why: refused }), 'bad');
  };
  return (
    <Popover
      open={isOpen}
      onOpenChange={setIsOpen}
      label={t('saveAs')}
      trigger={
        <Button size="s" disabled={isBusy}>
          <Download size={14} aria-hidden="true" />
          {t(isBusy ? 'saving' : 'save')}
        </Button>
      }
    >
      <ul className="min-w-180">
        {KINDS.map((kind) => (
          <li key={kind}>
            <button
              type="button"
              onClick={() => void save(kind)}
              className="block w-full rounded-5 px-10 py-6 text-left hover:bg-soft focus-visible:-outline-offset-2 max-pane:min-h-44"
            >
              <span className="block text-13">{t(kind)}</span>
              <span className="block text-12 text-ink-3">{t(`${kind}Text`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Popover>
  );
};
