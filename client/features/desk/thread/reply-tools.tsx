import type { ReplyToolsProps } from '#client/drill/thread/reply-tools.ts';
import { setDialog } from '#client/features/desk/model/desk-ui.ts';
import { usePersonalList } from '#client/features/desk/personal-replies/personal-list.ts';
import { usePersonalReplies } from '#client/features/desk/personal-replies/personal-store.ts';
import '#client/features/desk/personal-replies/strings.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { WithdrawButton } from './withdraw-button.tsx';

/** What can be done with a message that was sent. */
export const ReplyTools = ({ message }: ReplyToolsProps) => (
  <>
    <KeepButton message={message} />
    <WithdrawButton message={message} />
  </>
);

/** Seen where the pointer or the focus is: every line has one. On a phone 更多 keeps the last line. */
const KeepButton = ({ message: { text } }: ReplyToolsProps) => {
  const { t } = useTranslation('personal-replies');
  const isOffered = usePersonalReplies(({ body }) => body !== null);
  if (!isOffered) return null;
  return (
    <Button
      kind="bare"
      size="s"
      className="-my-4 opacity-0 focus-visible:opacity-100 group-hover:opacity-100 max-pane:hidden"
      aria-label={t('keepText', { text })}
      onClick={() => {
        usePersonalList.setState({ line: text });
        setDialog('keep');
      }}
    >
      {t('keepLine')}
    </Button>
  );
};
