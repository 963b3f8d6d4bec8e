import { useDrillClock } from '#client/drill/model/drill-clock.ts';
import type { ReplyToolsProps } from '#client/drill/thread/reply-tools.ts';
import { useDeskUi } from '#client/features/desk/model/desk-ui.ts';
import { withdrawMessage } from '#client/features/desk/model/drill-commands.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { toastFailure } from '#client/features/desk/model/failure-toast.ts';
import { isWithdrawable, WITHDRAW_MS } from '#client/features/desk/model/withdrawable.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';

/** 撤回, beside a message for as long as it can be taken back. */
export const WithdrawButton = ({ message }: ReplyToolsProps) => {
  const { t } = useTranslation('desk');
  const selected = useDeskUi((state) => state.selected);
  const isOffered = useDrill(({ view }) => selected !== null && isWithdrawable(view, selected));
  const isInTime = useDrillClock(({ now }) => now - message.at <= WITHDRAW_MS);
  if (selected === null || !isOffered || !isInTime) return null;
  return (
    <Button
      kind="bare"
      size="s"
      // Its row is as high without it: nothing moves when the time is over (RULES X59).
      className="-my-4 max-pane:-my-9"
      aria-label={t('reply.withdrawText', { text: message.text })}
      onClick={() => void toastFailure(withdrawMessage(selected, message.id))}
    >
      {t('reply.withdraw')}
    </Button>
  );
};
