import { Download, Ellipsis } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Popover } from '#client/ui/controls/popover.tsx';
import { FileLines, MENU_LINE, useReportFile } from './report-files.tsx';

type Props = {
  drillId: string;
  label: string;
  trigger: (isBusy: boolean) => ReactNode;
  /** Lines below the files; what they do closes the menu first. */
  more?: (close: () => void) => ReactNode;
};

/** A menu with the report's files. */
const FileMenu = ({ drillId, label, trigger, more }: Props) => {
  const [isOpen, setIsOpen] = useState(false);
  const { isBusy, save } = useReportFile(drillId);
  const close = () => setIsOpen(false);
  return (
    <Popover open={isOpen} onOpenChange={setIsOpen} label={label} trigger={trigger(isBusy)}>
      <ul className="min-w-180">
        <FileLines
          isBusy={isBusy}
          onChosen={(kind) => {
            close();
            void save(kind);
          }}
        />
        {more?.(close)}
      </ul>
    </Popover>
  );
};

export const DownloadMenu = ({ drillId }: { drillId: string }) => {
  const { t } = useTranslation('takeaway');
  return (
    <FileMenu
      drillId={drillId}
      label={t('saveAs')}
      trigger={(isBusy) => (
        <Button size="s" disabled={isBusy}>
          <Download size={14} aria-hidden="true" />
          {t(isBusy ? 'saving' : 'save')}
        </Button>
      )}
    />
  );
};

/** On a phone the files and paper, beside the title. */
export const MoreMenu = ({ drillId }: { drillId: string }) => {
  const { t } = useTranslation('report');
  return (
    <FileMenu
      drillId={drillId}
      label={t('more')}
      trigger={(isBusy) => (
        <Button
          kind="bare"
          square
          aria-label={t('more')}
          aria-busy={isBusy}
          className="absolute top-0 right-0 print:hidden"
        >
          <Ellipsis size={18} aria-hidden="true" />
        </Button>
      )}
      more={(close) => (
        <li>
          <button
            type="button"
            className={MENU_LINE}
            onClick={() => {
              close();
              // The menu is gone by then.
              setTimeout(() => window.print());
            }}
          >
            {t('ui:print')}
          </button>
        </li>
      )}
    />
  );
};
