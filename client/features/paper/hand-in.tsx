import { useState } from 'react';
import type { countsOf } from '#client/features/paper/model/answer-state.ts';
import type { SeatPaperView } from '#client/features/paper/model/use-seat-paper.ts';
import { isTransport, type Trouble } from '#client/lib/api.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';

type Props = {
  view: SeatPaperView;
  counts: ReturnType<typeof countsOf>;
  name: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Asks once before the paper is given away: what is still open, and that there is no way back. */
export const HandIn = ({ view, counts, name, open, onOpenChange }: Props) => {
  const { t } = useTranslation('paper');
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<Trouble | null>(null);
  const unanswered = counts.open + counts.part;
  const handIn = async () => {
    setIsBusy(true);
    setError(await view.handIn());
    setIsBusy(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('handIn.title', { name })}
      description={
        <>
          <p>{t(unanswered === 0 ? 'handIn.all' : 'handIn.open', { n: unanswered })}</p>
          {counts.flagged === 0 ? null : <p>{t('handIn.flagged', { n: counts.flagged })}</p>}
          <p>{t('handIn.text')}</p>
        </>
      }
      actions={
        <>
          <Button size="l" onClick={() => onOpenChange(false)}>
            {t('handIn.back')}
          </Button>
          <Button kind="primary" size="l" disabled={isBusy} onClick={() => void handIn()}>
            {t('handIn.go')}
          </Button>
        </>
      }
    >
      {error === null ? null : (
        <Notice tone="bad" className="mt-12">
          {isTransport(error.code) ? t('handIn.offline') : error.message}
        </Notice>
      )}
    </Dialog>
  );
};
