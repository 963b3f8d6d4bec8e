import { reopenSocket, useClosedSocket } from '#client/lib/closed-socket.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';

/** Says why the server closed this page's connection. What is on the page can still be read and written. */
export const ClosedNotice = () => {
  const { t } = useTranslation('app');
  const closed = useClosedSocket((state) => state.closed);
  if (closed === null) return null;
  return (
    <Notice
      tone="bad"
      className="fixed inset-x-0 top-0 z-30 shadow-float"
      action={
        <Button size="s" onClick={reopenSocket}>
          {t('closed.again')}
        </Button>
      }
    >
      {closed.reason.message}
    </Notice>
  );
};
