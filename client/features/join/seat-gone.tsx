import { useTranslation } from 'react-i18next';
import type { SeatData } from '../../lib/seat-store.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';

type Props = { error: NonNullable<SeatData['gone']>; had: boolean };

/** This device has no such seat; `had`: it had it a moment ago. */
export const SeatGone = ({ error, had }: Props) => {
  const { t } = useTranslation('join');
  return (
    <Panel className="mx-auto max-w-720">
      <h1 className="sr-only">{t('seat.title')}</h1>
      <EmptyState
        title={had ? t('gone.moved') : error.message}
        text={t(had ? 'gone.movedText' : 'gone.text')}
        action={<ButtonLink to="/join">{t('gone.again')}</ButtonLink>}
      />
    </Panel>
  );
};
