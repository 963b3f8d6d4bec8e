import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';

export const NotFoundPage = () => {
  const { t } = useTranslation('app');
  useTitle(t('lost.title'));
  return (
    <Panel>
      <h1 className="sr-only">{t('lost.title')}</h1>
      <EmptyState
        title={t('lost.title')}
        text={t('lost.text')}
        action={<ButtonLink to="/">{t('ui:home')}</ButtonLink>}
      />
    </Panel>
  );
};
