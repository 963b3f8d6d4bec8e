import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Popover } from '#client/ui/controls/popover.tsx';
import { FileLines, useReportFile } from './report-files.tsx';

export const DownloadMenu = ({ drillId }: { drillId: string }) => {
  const { t } = useTranslation('takeaway');
  const [isOpen, setIsOpen] = useState(false);
  const { isBusy, save } = useReportFile(drillId);
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
        <FileLines
          isBusy={isBusy}
          onChosen={(kind) => {
            setIsOpen(false);
            void save(kind);
          }}
        />
      </ul>
    </Popover>
  );
};
