import { useTranslation } from 'react-i18next';
import { useTitle } from '../lib/use-title.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Panel } from '../ui/panel.tsx';

export const NotFoundPage = () => {
  const { t } = useTranslation('app');
  useTitle(t('lost.title'));
  return (
    <Panel>
      <h1 className="sr-only">{t('lost.title')}</h1>
      <EmptyState
        title={t('lost.title')}
        text={t('lost.text')}
        action={<ButtonLink to="/">{t('lost.home')}</ButtonLink>}
      />
    </Panel>
  );
};
