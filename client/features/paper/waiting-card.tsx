import { useState } from 'react';
import type { SeatPaperView } from '#client/features/paper/model/use-seat-paper.ts';
import type { Trouble } from '#client/lib/api.ts';
import { clauses } from '#client/lib/clauses.ts';
import { clock } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useExamPlace } from '#client/lib/seat/exam-place.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { BackToExam } from './back-to-exam.tsx';

/** Seated, and not begun: what comes, how long it takes, and the one button once the teacher has started it. */
export const WaitingCard = ({ view }: { view: SeatPaperView }) => {
  const { t } = useTranslation('paper');
  const { isPrivate } = useExamPlace();
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<Trouble | null>(null);
  const { run, seat, count, clock: bell } = view.body;
  const isOpen = run.mayBegin;
  const begin = async () => {
    setIsBusy(true);
    setError(await view.begin());
    setIsBusy(false);
  };
  return (
    <Panel className="mx-auto max-w-720 px-24 py-20 max-pane:px-14">
      <p className="text-12 text-ink-3">{clauses([run.className, seat.no, seat.name])}</p>
      <h1 className="mt-4 font-semibold text-18">{run.name}</h1>
      <p role="status" className="mt-12 font-semibold">
        {run.isPart
          ? t(isOpen ? 'before.part' : 'before.partWait')
          : isOpen
            ? t('before.open', { left: clock(bell.totalMs - bell.elapsedMs) })
            : t('before.wait')}
      </p>
      <ul className="mt-8 grid list-disc gap-2 pl-18 text-ink-2">
        <li>{t('before.size', { count, minutes: run.minutes })}</li>
        <li>{t(run.isPart ? 'before.partClock' : 'before.clock')}</li>
        <li>{t('before.saved')}</li>
        <li>{t('before.half')}</li>
        {isPrivate ? null : <li>{t('before.device')}</li>}
      </ul>
      {isOpen ? (
        <Button kind="primary" size="l" className="mt-16" disabled={isBusy} onClick={() => void begin()}>
          {t('before.begin')}
        </Button>
      ) : null}
      <Refused error={error} className="mt-12" />
      {run.isPart ? <BackToExam seat={seat.id} /> : null}
    </Panel>
  );
};
