import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { FileDrop } from '#client/ui/controls/file-drop.tsx';

export const RosterFile = ({ isBusy, onFile }: { isBusy: boolean; onFile: (file: File) => void }) => {
  const { t } = useTranslation('classroom');
  const words = {
    drop: t('roster.drop'),
    file: t('roster.file'),
    choose: t('roster.choose'),
    hint: t('roster.fileHint'),
  };
  return <FileDrop labels={words} accept=".xlsx,.csv,.txt" isBusy={isBusy} onFiles={([file]) => onFile(file)} />;
};
