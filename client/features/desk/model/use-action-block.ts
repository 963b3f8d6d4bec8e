import type { ActionSpec, CheckedForm } from '#client/drill/model/desk-fields.ts';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { listed } from '#client/lib/listed.ts';
import { useDrill } from './drill-store.ts';

/** That nothing is done for the customer any more, in words; null: something may be (RULES X100). */
export const useOverWords = (conversation: ConversationView | null): string | null => {
  const { t } = useTranslation('desk');
  const hasEnded = useDrill((state) => state.view.endReason !== null);
  if (hasEnded) return t('block.ended');
  return conversation?.status === 'closed' ? t('block.closed') : null;
};

/** Why an action can't be done now, for the words beside its button. */
export const useActionBlock = (
  conversation: ConversationView,
  spec: ActionSpec,
  checked: CheckedForm,
): string | null => {
  const { t } = useTranslation('desk');
  const stopReason = useDrill((state) => state.view.stopReason);
  const hasEnded = useDrill((state) => state.view.endReason !== null);
  const isElsewhere = useDrill((state) => state.isElsewhere);
  const isLive = useDrill((state) => state.link.kind === 'live');
  if (hasEnded) return t('block.ended');
  if (isElsewhere) return t('block.elsewhere');
  if (!isLive) return t('block.noLine');
  if (stopReason !== null) return t('block.stopped');
  if (conversation.status === 'closed') return t('block.closed');
  const needsOrder = spec.fields.some((field) => field.kind === 'order' && field.required);
  if (needsOrder && conversation.orders.length === 0) return t('block.noOrder');
  if (checked.ok) return null;
  if (checked.missing.length > 0) return t('block.missing', { names: listed(checked.missing) });
  return t('block.invalid');
};
