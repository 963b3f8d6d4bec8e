import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { SeatData } from '#client/lib/seat/seat-store.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';

type Props = { error: NonNullable<SeatData['lossReason']>; hadSeat: boolean };

/** Says that this device has no such seat. `hadSeat`: it had the seat a moment ago. */
export const SeatGone = ({ error, hadSeat }: Props) => {
  const { t } = useTranslation('join');
  return (
    <Panel className="mx-auto max-w-720">
      <h1 className="sr-only">{t('seat.title')}</h1>
      <EmptyState
        title={hadSeat ? t('gone.moved') : error.message}
        text={t(hadSeat ? 'gone.movedText' : 'gone.text')}
        action={<ButtonLink to="/join">{t('gone.again')}</ButtonLink>}
      />
    </Panel>
  );
};
