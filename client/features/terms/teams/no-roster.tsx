import { classPath } from '#client/features/terms/model/term-paths.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';

/** Teams are made out of the class's roster. */
export const NoRoster = ({ classId }: { classId: string }) => {
  const { t } = useTranslation('teams');
  return (
    <EmptyState
      title={t('nobody')}
      text={t('nobodyText')}
      action={<ButtonLink to={classPath(classId)}>{t('ui:toClass')}</ButtonLink>}
    />
  );
};
