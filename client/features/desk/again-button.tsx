import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { SeatBody } from '#contract/runs.ts';
import { post } from '../../lib/api.ts';
import type { RunPlace } from '../../lib/drill-run.ts';
import { endpoints } from '../../lib/endpoints.ts';
import { useSubmit } from '../../lib/use-submit.ts';
import { Button } from '../../ui/button.tsx';

/** Another attempt from the ended desk, straight to its desk. */
export const AgainButton = ({ run }: { run: RunPlace }) => {
  const { t } = useTranslation('desk');
  const navigate = useNavigate();
  const { busy, error, send } = useSubmit();
  const again = async () => {
    const made = await send(() => post<SeatBody>(endpoints.ofSeat(run.seat, 'again'), {}), true);
    if (made === null) return;
    const { drill } = made.value;
    navigate(drill === null ? `/seats/${encodeURIComponent(run.seat)}` : `/drills/${encodeURIComponent(drill)}`);
  };
  return (
    <>
      <Button kind="primary" size="l" disabled={busy} onClick={() => void again()}>
        {t('call.toAgain')}
      </Button>
      {error === null ? null : (
        <p role="alert" className="basis-full text-bad">
          {error.message}
        </p>
      )}
    </>
  );
};
