import { Monitor } from 'lucide-react';
import { takeDesk } from '#client/features/desk/model/drill-connection.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useSeat } from '#client/lib/seat/seat-store.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import type { SeatBody } from '#contract/runs.ts';

/** What the seat is at, as last heard: how it comes back to this device goes by that (RULES H20). */
const kindOf = (body: SeatBody | null): 'lesson' | 'homework' | 'exam' | 'contest' => {
  if (body?.run.contest !== undefined) return 'contest';
  if (body?.run.parts !== undefined || body?.run.mode === 'exam') return 'exam';
  return body?.homework === undefined ? 'lesson' : 'homework';
};

/** The drill is open elsewhere: what to do to have it here. */
export const ElsewhereStrip = () => {
  const { t } = useTranslation('desk');
  const hasMoved = useSeat((state) => state.lossReason !== null);
  const movedFrom = useSeat(({ body }) => kindOf(body));
  return (
    <Notice
      icon={<Monitor size={16} className="shrink-0" aria-hidden="true" />}
      action={
        hasMoved ? (
          <ButtonLink size="s" to={movedFrom === 'contest' ? '/contest' : '/join'}>
            {t('strip.rejoin')}
          </ButtonLink>
        ) : (
          <Button size="s" onClick={takeDesk}>
            {t('strip.takeOver')}
          </Button>
        )
      }
    >
      {hasMoved ? (
        <>
          <b>{t('strip.moved')}</b> {t(`strip.movedText.${movedFrom}`)}
        </>
      ) : (
        t('strip.elsewhere')
      )}
    </Notice>
  );
};
