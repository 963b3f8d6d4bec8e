import { storedCode } from '#client/features/join/model/seat-code.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import type { SeatBody } from '#contract/runs.ts';
import { StateCard } from './state-card.tsx';
import { useClaim } from './use-claim.ts';

/** Another device has this seat. The teacher taps to allow the change, and the page then goes on by itself. */
export const AskingCard = ({ body }: { body: SeatBody }) => {
  const { t } = useTranslation('join');
  return (
    <StateCard title={t('asking.title')} text={t('asking.text', { name: body.seat.name })}>
      <PickAnother seat={body.seat.id} />
    </StateCard>
  );
};

export const RefusedCard = ({ body }: { body: SeatBody }) => {
  const { t } = useTranslation('join');
  const code = storedCode(body.seat.id);
  const { claim, isBusy, error } = useClaim(code ?? '');
  return (
    <StateCard
      title={t('refused.title')}
      text={
        <>
          <p>{t('refused.text', { name: body.seat.name })}</p>
          {error === null ? null : <p className="text-bad">{error.message}</p>}
        </>
      }
    >
      {code === null ? null : (
        <Button kind="primary" size="l" disabled={isBusy} onClick={() => void claim({ seat: body.seat.id })}>
          {t('refused.again')}
        </Button>
      )}
      <PickAnother seat={body.seat.id} />
    </StateCard>
  );
};

const PickAnother = ({ seat }: { seat: string }) => {
  const { t } = useTranslation('join');
  const code = storedCode(seat);
  return (
    <ButtonLink size="l" to={code === null ? '/join' : `/join/${code}`}>
      {t('asking.other')}
    </ButtonLink>
  );
};
