import './strings.ts';
import { Pause } from 'lucide-react';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { blockWords, deskBlock, dropHold } from '#client/features/desk/model/rush-commands.ts';
import { clock } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { useHoldLeft } from './hold-mark.tsx';

/** Under the head of a conversation on hold: how long is left, in which words it was promised, and what to do at the time. */
export const HoldStrip = ({ conversation, backBy }: { conversation: ConversationView; backBy: number }) => {
  const { t } = useTranslation('hold');
  const left = useHoldLeft(backBy);
  const isBlocked = useDrill((state) => blockWords(deskBlock(state)) !== null);
  const promised = conversation.items.find(
    (item) => item.kind === 'trainee' && item.id === conversation.holdPromise?.message,
  );
  const time = clock(Math.abs(left) * 1000);
  const isDue = left <= 0;
  return (
    <Notice
      tone={isDue ? 'warn' : 'info'}
      icon={<Pause size={14} className="shrink-0" aria-hidden="true" />}
      className="shrink-0 border-line border-b py-4!"
      action={
        <Button
          kind="bare"
          size="s"
          className="shrink-0 max-pane:min-h-44"
          disabled={isBlocked}
          onClick={() => void dropHold(conversation.key)}
        >
          {t('drop')}
        </Button>
      }
    >
      <p className="cut">
        {/* A reader is told when it begins and when it is due, not every second. */}
        <b aria-hidden="true">{t(isDue ? 'strip.due' : 'strip.left', { time })}</b>
        <span className="sr-only">{t(isDue ? 'strip.dueNow' : 'strip.held')}</span>{' '}
        {isDue ? t('strip.back') : promised?.kind === 'trainee' ? <span lang="zh-CN">{promised.text}</span> : null}
      </p>
    </Notice>
  );
};
