import '#client/drill/transfers/strings.ts';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { FootBox } from '#client/features/desk/conversations/foot-box.tsx';
import { recallPass, useMateName } from '#client/features/desk/model/transfers.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';

type Props = { conversation: string; passing: NonNullable<ConversationView['passing']> };

/** In the composer's place while the customer is on the way to a classmate. */
export const PassingPanel = ({ conversation, passing: { seat, isRecalled } }: Props) => {
  const { t } = useTranslation('transfers');
  const name = useMateName(seat) ?? t('classmate');
  return (
    <FootBox title={t('passing', { name })} text={t('passingText')}>
      <Button disabledReason={isRecalled ? t('recalling') : null} onClick={() => void recallPass(conversation)}>
        {t('recall')}
      </Button>
    </FootBox>
  );
};
