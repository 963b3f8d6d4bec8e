import { useTranslation } from 'react-i18next';
import { FileDrop } from '#client/ui/controls/file-drop.tsx';

export const RosterFile = ({ busy, onFile }: { busy: boolean; onFile: (file: File) => void }) => {
  const { t } = useTranslation('classroom');
  const words = {
    drop: t('roster.drop'),
    file: t('roster.file'),
    choose: t('roster.choose'),
    hint: t('roster.fileHint'),
  };
  return <FileDrop words={words} accept=".xlsx,.csv,.txt" busy={busy} onFiles={([file]) => onFile(file)} />;
};
