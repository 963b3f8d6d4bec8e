import './strings.ts';
import { shortDate } from '#client/lib/format.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import type { ServerStatus } from '#contract/storage-status.ts';
import { StatusFigures } from './status-figures.tsx';
import { durationText } from './status-format.ts';
import { useStatus } from './use-status.ts';

export const StatusPage = () => {
  const { t } = useTranslation('status');
  useTitle(t('title'));
  return <OnlyFor who="machine-admin">{() => <LoadedStatus />}</OnlyFor>;
};

const LoadedStatus = () => {
  const { t } = useTranslation('status');
  const known = useStatus();
  return (
    <>
      <div className="mb-12 flex flex-wrap items-center gap-x-12 gap-y-8">
        <div className="min-w-0 flex-1 basis-240">
          <h1 className="font-semibold text-18">{t('title')}</h1>
          <p className="text-ink-2">{t('text')}</p>
        </div>
        <ButtonLink to="/people">{t('back')}</ButtonLink>
      </div>
      {known.state === 'ready' ? <Warnings status={known.status} isStale={known.isStale} /> : null}
      <Panel>
        {known.state === 'ready' ? (
          <StatusFigures status={known.status} />
        ) : known.state === 'failed' ? (
          <LoadFailed title={t('failed')} error={known.error} onRetry={known.reload} />
        ) : (
          <Skeleton className="min-h-320">
            <div className="flex flex-col gap-14 p-18">
              <SkeletonBar className="w-[40%]" />
              <SkeletonBar className="w-[34%]" />
            </div>
          </Skeleton>
        )}
      </Panel>
    </>
  );
};

const Warnings = ({ status, isStale }: { status: ServerStatus; isStale: boolean }) => {
  const { t } = useTranslation('status');
  const { warnings, writes, disk, at } = status;
  return (
    <>
      {isStale ? (
        <Notice tone="warn" className="mb-8">
          {t('stale', { at: shortDate(at) })}
        </Notice>
      ) : null}
      <BackupWarning fault={status.backupFault} />
      {warnings.map((warning) => (
        <Notice key={warning} tone={warning === 'disk-filling' ? 'bad' : 'warn'} className="mb-8">
          {t(`warning.${warning}`, { ms: writes.slowMs, length: durationText(disk.trend?.minutesLeft ?? 0) })}
        </Notice>
      ))}
    </>
  );
};

/** Why a backup failed, by its code; another program's or a later code's is in the log. */
const BACKUP_FAULTS = [
  'backup-nothing-there',
  'backup-in-data-folder',
  'backup-target-exists',
  'backup-not-writable',
  'backup-disk-full',
  'backup-damaged',
  'backup-unequal',
  'backup-stopped',
] as const;

const BackupWarning = ({ fault }: { fault: ServerStatus['backupFault'] }) => {
  const { t } = useTranslation('status');
  if (fault === null) return null;
  if (fault.kind === 'missed') {
    return (
      <Notice tone="warn" className="mb-8">
        {t('backup.missed')}
      </Notice>
    );
  }
  const why = t(`backup.why.${BACKUP_FAULTS.find((code) => code === fault.code) ?? 'other'}`);
  return (
    <Notice tone="bad" className="mb-8">
      {t('backup.failed', { at: shortDate(fault.at), why })}
    </Notice>
  );
};
