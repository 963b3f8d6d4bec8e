import { useNavigate } from 'react-router';
import type { RunPlace } from '#client/features/desk/model/drill-run.ts';
import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';

/** Starts another attempt from the desk of the ended drill and goes straight to the new desk. */
export const AgainButton = ({ run }: { run: RunPlace }) => {
  const { t } = useTranslation('desk');
  const navigate = useNavigate();
  const { isBusy, error, send } = useSubmit();
  const startAgain = async () => {
    const opened = await send(() => call('POST /api/seats/:id/again', { id: run.seat }), true);
    if (opened === null) return;
    const { drill } = opened.value;
    navigate(drill === null ? `/seats/${encodeURIComponent(run.seat)}` : `/drills/${encodeURIComponent(drill)}`);
  };
  return (
    <>
      <Button kind="primary" size="l" disabled={isBusy} onClick={() => void startAgain()}>
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
