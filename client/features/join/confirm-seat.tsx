import { clauses } from '#client/lib/clauses.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import type { RosterSeat } from './roster-grid.tsx';
import { useClaim } from './use-claim.ts';

type Props = { code: string; seat: RosterSeat; className: string | null; onBack: () => void };

/** A dialog asks before a seat is taken, with a way back: a slip of the finger must not take another trainee's seat. */
export const ConfirmSeat = ({ code, seat, className, onBack }: Props) => {
  const { t } = useTranslation('join');
  const { claim, isBusy, error } = useClaim(code);
  const seatDetails = [seat.no === '' ? null : t('confirm.no', { no: seat.no }), className].filter(
    (part) => part !== null,
  );
  return (
    <Dialog
      open
      onOpenChange={(willOpen) => {
        if (!willOpen) onBack();
      }}
      title={t('confirm.title', { name: seat.name })}
      description={
        <>
          {seatDetails.length === 0 ? null : <p>{clauses(seatDetails)}</p>}
          {seat.taken ? <p>{t(seat.moves ? 'confirm.moves' : 'confirm.taken')}</p> : null}
        </>
      }
      actions={
        <>
          <Button size="l" onClick={onBack}>
            {t('confirm.back')}
          </Button>
          <Button kind="primary" size="l" disabled={isBusy} onClick={() => void claim({ seat: seat.seat })}>
            {seat.taken && !seat.moves ? t('confirm.ask') : t('confirm.me', { name: seat.name })}
          </Button>
        </>
      }
    >
      {error === null ? null : (
        <Notice tone="bad" className="mt-12">
          {error.message}
        </Notice>
      )}
    </Dialog>
  );
};
