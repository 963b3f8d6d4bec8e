import './handed-in-strings.ts';
import { useState } from 'react';
import { call } from '#client/lib/api.ts';
import { clauses } from '#client/lib/clauses.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { marks, shortDate } from '#client/lib/format.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { HandedIn } from '#contract/homework/handed-in.ts';
import { HandInDialog } from './hand-in-dialog.tsx';

/**
 * Practice on one's own: nobody else sees it until it is handed in here. Nothing for anybody but its owner, nor where
 * there is nobody to hand it in to.
 */
export const HandingInStrip = ({ drillId, score }: { drillId: string; score: number }) => {
  const { t } = useTranslation('handed-in');
  const { loaded, refresh } = useLoad(pathTo('GET /api/drills/:id/handing-in', { id: drillId }));
  const [isAsking, setIsAsking] = useState(false);
  if (loaded.state !== 'ready') return null;
  const { handedIn, targets } = loaded.value;
  if (handedIn !== null) return <HandedInStrip drillId={drillId} handedIn={handedIn} refresh={refresh} />;
  if (targets.length === 0) return null;
  return (
    <div className="mb-12 flex flex-wrap items-center gap-x-12 gap-y-8 text-12 text-ink-2 print:hidden">
      <span>{t('private')}</span>
      <Button size="s" onClick={() => setIsAsking(true)}>
        {t('go')}
      </Button>
      {isAsking ? (
        <HandInDialog
          drillId={drillId}
          score={score}
          targets={targets}
          onClose={() => setIsAsking(false)}
          onDone={refresh}
        />
      ) : null}
    </div>
  );
};

type Props = { drillId: string; handedIn: HandedIn; refresh: () => void };

/** That it is handed in: until it is marked it can be taken back, afterwards the mark stands here. */
const HandedInStrip = ({ drillId, handedIn: { to, where, at, mark }, refresh }: Props) => {
  const { t } = useTranslation('handed-in');
  const { isBusy, error, send } = useSubmit();
  const takeBack = async () => {
    if ((await send(() => call('POST /api/drills/:id/handing-in/take-back', { id: drillId }))) === null) return;
    showToast(t('takenBack'));
    refresh();
  };
  return (
    <div className="mb-12 flex flex-wrap items-center gap-x-12 gap-y-8 text-12 text-ink-2">
      {mark === null ? (
        <>
          <span>{t('in', { where: t(`to.${to}`, { name: where }), at: shortDate(at) })}</span>
          <Button size="s" disabled={isBusy} className="print:hidden" onClick={() => void takeBack()}>
            {t('takeBack')}
          </Button>
        </>
      ) : (
        <span className="wrap-anywhere">
          {t('marked', {
            by: mark.by,
            what: clauses([mark.score === null ? null : t('score', { n: marks(mark.score) }), mark.note || null]),
          })}
        </span>
      )}
      <Refused error={error} className="basis-full" />
    </div>
  );
};
