import { CircleAlert, X } from 'lucide-react';
import { Toast as Radix } from 'radix-ui';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { cx } from '#client/ui/cx.ts';
import { dropToast, useToasts } from './toast-store.ts';

/** Mounted once, by the app. */
export const Toasts = () => {
  const { t } = useTranslation('ui');
  const toasts = useToasts((state) => state.toasts);
  return (
    <Radix.Provider duration={6000} label={t('toasts')}>
      {toasts.map((toast) => (
        <Radix.Root
          key={toast.id}
          type={toast.tone === 'bad' ? 'foreground' : 'background'}
          onOpenChange={(willOpen) => {
            if (!willOpen) dropToast(toast.id);
          }}
          className="flex animate-rise items-center gap-8 rounded-8 border border-line-2 bg-raised py-4 pr-4 pl-12 shadow-float"
        >
          {toast.tone === 'bad' ? <CircleAlert size={16} className="shrink-0 text-bad" aria-hidden="true" /> : null}
          <Radix.Description className={cx('min-w-0 flex-1 py-4', toast.tone === 'bad' && 'text-bad')}>
            {toast.text}
          </Radix.Description>
          {toast.action === undefined ? null : (
            <Radix.Action asChild altText={toast.action.label}>
              <Button size="s" onClick={toast.action.run}>
                {toast.action.label}
              </Button>
            </Radix.Action>
          )}
          <Radix.Close
            aria-label={t('close')}
            className="grid size-30 place-items-center rounded-5 text-ink-2 hover:bg-sunken max-pane:size-44"
          >
            <X size={16} aria-hidden="true" />
          </Radix.Close>
        </Radix.Root>
      ))}
      <Radix.Viewport
        label={t('toasts')}
        className="fixed right-12 bottom-12 z-30 flex w-[min(360px,calc(100vw-24px))] flex-col gap-8 focus-visible:outline-none print:hidden"
      />
    </Radix.Provider>
  );
};
