import { HardDrive } from 'lucide-react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useStorageStatus } from '#client/lib/storage-status.ts';
import { Notice } from './notice.tsx';

type Props = { to: 'staff' | 'trainee'; className?: string };

/** What keeps the server from storing safely: to staff with what to do, to a trainee with what is safe. */
export const StorageNotice = ({ to, className }: Props) => {
  const { t } = useTranslation('ui');
  const { fault, freeMb } = useStorageStatus();
  if (fault === null) return null;
  // A trainee's words are stored as before.
  const isWarning = fault === 'storage-low' || fault === 'storage-broken';
  if (to === 'trainee' && isWarning) return null;
  return (
    <Notice
      tone={isWarning ? 'warn' : 'bad'}
      icon={<HardDrive size={16} className="shrink-0" aria-hidden="true" />}
      {...(className === undefined ? {} : { className })}
    >
      {to === 'staff' ? t(`storage.${fault}`, { mb: freeMb ?? 0 }) : t('storage.trainee')}
    </Notice>
  );
};
