import type { Trouble } from '#client/lib/api.ts';
import { usePerson } from '#client/lib/hooks/me.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { EmptyState } from './empty-state.tsx';

type Props = { title: string; error: Trouble; onRetry: () => void };

/** What failed, the server's own words and code, and another try. */
export const LoadFailed = ({ title, error, onRetry }: Props) => {
  const { t } = useTranslation('ui');
  const isMentor = usePerson()?.role === 'mentor';
  if (error.code === 'not-shared' || (isMentor && error.code === 'unknown-run')) return <NotShared error={error} />;
  return (
    <EmptyState
      isError
      title={title}
      text={`${error.message}${t('code', { code: error.code })}`}
      action={<Button onClick={onRetry}>{t('again')}</Button>}
    />
  );
};

/**
 * Nothing failed, and trying again changes nothing: a teacher of the run's school has to share it. Of another school a
 * mentor isn't told whether there is such a run at all.
 */
const NotShared = ({ error }: Pick<Props, 'error'>) => {
  const { t } = useTranslation('ui');
  const isKnown = error.code === 'not-shared';
  return (
    <EmptyState
      title={t(isKnown ? 'notShared.title' : 'notShared.orUnknown')}
      text={isKnown ? error.message : t('notShared.whoShares')}
      action={<ButtonLink to="/mentor">{t('notShared.toShared')}</ButtonLink>}
    />
  );
};
