import '#client/drill/transfers/strings.ts';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { HoldLine } from '#client/drill/hold/hold-line.tsx';
import { useDrillClock } from '#client/drill/model/drill-clock.ts';
import type { DrillView } from '#client/drill/model/drill-view.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { blockWords, deskBlock } from '#client/features/desk/model/rush-commands.ts';
import { declinePass, takePass, useMateName } from '#client/features/desk/model/transfers.ts';
import { clock } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { AreaField } from '#client/ui/controls/field.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';

type Coming = DrillView['coming'][number];

const SECOND_MS = 1000;
/** Longest reason the server takes. */
const REASON_LIMIT = 60;
const QUICK = ['busy', 'yours', 'unclear'] as const;

/** Customers whom classmates offer, each with its note: taken now, declined, or there by themselves in a while. */
export const ComingRows = ({ coming }: { coming: readonly Coming[] }) => (
  <>
    {coming.map((one) => (
      <ComingRow key={one.conversation} coming={one} />
    ))}
  </>
);

const ComingRow = ({ coming: { conversation, name, from, note, arrivesAt, hold } }: { coming: Coming }) => {
  const { t } = useTranslation('transfers');
  const [isDeclining, setIsDeclining] = useState(false);
  const mate = useMateName(from) ?? t('classmate');
  const block = useDrill((state) => blockWords(deskBlock(state)));
  const leftMs = useDrillClock(({ now }) => Math.ceil(Math.max(0, arrivesAt - now) / SECOND_MS) * SECOND_MS);
  return (
    <>
      <Notice
        tone="info"
        icon={<UserPlus size={16} className="shrink-0" aria-hidden="true" />}
        className="border-line border-b"
        action={
          <span className="flex gap-6">
            <Button size="s" disabledReason={block} onClick={() => setIsDeclining(true)}>
              {t('decline')}
            </Button>
            <Button size="s" kind="primary" disabledReason={block} onClick={() => void takePass(conversation)}>
              {t('take')}
            </Button>
          </span>
        }
      >
        <span className="block min-w-0">
          <b lang="zh-CN">{t('coming', { from: mate, name, left: clock(leftMs) })}</b>
          <span lang="zh-CN" className="block wrap-anywhere">
            {note}
          </span>
          {hold === undefined ? null : <HoldLine {...hold} />}
        </span>
      </Notice>
      {isDeclining ? <DeclineDialog {...{ conversation, name, mate }} onClose={() => setIsDeclining(false)} /> : null}
    </>
  );
};

type DeclineProps = { conversation: string; name: string; mate: string; onClose: () => void };

const DeclineDialog = ({ conversation, name, mate, onClose }: DeclineProps) => {
  const { t } = useTranslation('transfers');
  const [reason, setReason] = useState('');
  const decline = async () => {
    await declinePass(conversation, reason.trim());
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('declineTitle', { name })}
      description={t('declineText', { from: mate })}
      actions={
        <>
          <Button onClick={onClose}>{t('back')}</Button>
          <Button
            kind="primary"
            disabledReason={reason.trim() === '' ? t('noReason') : null}
            onClick={() => void decline()}
          >
            {t('declineGo')}
          </Button>
        </>
      }
    >
      <div className="mt-10 flex flex-wrap gap-6">
        {QUICK.map((quick) => (
          <Button key={quick} size="s" onClick={() => setReason(t(`quick.${quick}`))}>
            {t(`quick.${quick}`)}
          </Button>
        ))}
      </div>
      <AreaField
        className="mt-8"
        label={t('reason')}
        lang="zh-CN"
        rows={2}
        maxLength={REASON_LIMIT}
        value={reason}
        hint={t('reasonHint', { n: reason.length, limit: REASON_LIMIT })}
        onChange={(event) => setReason(event.target.value)}
      />
    </Dialog>
  );
};
