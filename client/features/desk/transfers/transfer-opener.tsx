import { ArrowRightLeft, Share2 } from 'lucide-react';
import { useNarrow } from '#client/drill/model/desk-widths.ts';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { setDialog } from '#client/features/desk/model/desk-ui.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { transferOpener } from './transfer-to.ts';

/** The button of a head; `seat`: one's own, where the customer goes to a classmate. */
export const TransferOpener = ({ conversation, seat }: { conversation: ConversationView; seat: string | null }) => {
  const { t } = useTranslation('desk');
  const isNarrow = useNarrow();
  const { nextRole } = conversation;
  const label =
    seat !== null
      ? t('transfer.pass')
      : nextRole === null
        ? t('transfer.button')
        : t('transfer.to', { role: nextRole });
  const Icon = seat === null ? ArrowRightLeft : Share2;
  return (
    <Button
      ref={transferOpener}
      kind={isNarrow ? 'bare' : 'plain'}
      size={isNarrow ? 'm' : 's'}
      square={isNarrow}
      aria-label={isNarrow ? label : undefined}
      title={isNarrow ? label : 'Alt T'}
      onClick={() => setDialog('transfer')}
    >
      <Icon size={isNarrow ? 16 : 14} aria-hidden="true" />
      {isNarrow ? null : label}
    </Button>
  );
};
