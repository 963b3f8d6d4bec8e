import { Star } from 'lucide-react';
import { useState } from 'react';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { doAction } from '#client/features/desk/model/drill-commands.ts';
import { newCommandId } from '#client/features/desk/model/drill-ids.ts';
import { toastFailure } from '#client/features/desk/model/failure-toast.ts';
import { useActionBlock } from '#client/features/desk/model/use-action-block.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import type { ShopBody } from '#contract/bodies.ts';

/** The operation that sends the platform's rating card. */
export const INVITE_REVIEW = 'invite-review';

/** `onSent`: it stands in a menu, which closes then. */
type Props = { conversation: ConversationView; shop: ShopBody | null; onSent?: () => void };

/** 邀评: sends the platform's rating card with one press, where the shop's desk has one. Says how often it was sent. */
export const InviteButton = ({ conversation, shop, ...menu }: Props) => {
  const spec = shop?.actions.find(({ id }) => id === INVITE_REVIEW);
  return spec === undefined ? null : <Invite conversation={conversation} spec={spec} {...menu} />;
};

type InviteProps = Pick<Props, 'conversation' | 'onSent'> & { spec: ShopBody['actions'][number] };

const Invite = ({ conversation, spec, onSent }: InviteProps) => {
  const { t } = useTranslation('desk');
  const [isBusy, setIsBusy] = useState(false);
  const block = useActionBlock(conversation, spec, { ok: true, payload: {} });
  const sentCount = conversation.items.filter((item) => item.kind === 'action' && item.action === spec.id).length;
  const invite = async () => {
    setIsBusy(true);
    await toastFailure(doAction(conversation.key, spec.id, {}, newCommandId()));
    setIsBusy(false);
    onSent?.();
  };
  return (
    <Button
      kind={onSent === undefined ? 'bare' : 'plain'}
      size={onSent === undefined ? 's' : 'm'}
      disabled={isBusy || block !== null}
      // A phone shows no titles.
      disabledReason={onSent === undefined ? null : block}
      title={block ?? t('invite.title')}
      onClick={() => void invite()}
    >
      <Star size={14} aria-hidden="true" />
      {sentCount === 0 ? spec.title : t('invite.sent', { title: spec.title, n: sentCount })}
    </Button>
  );
};
