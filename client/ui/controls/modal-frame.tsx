import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { type RefObject, useRef } from 'react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';
import { Button } from './button.tsx';
import type { DialogProps, ModalFrameProps } from './dialog-props.ts';
import { ScrollArea } from './scroll-area.tsx';

/** What had the focus as the dialog opened. Read while it is drawn: a field of the dialog may take the focus before any effect. */
const useOpener = (isOpen: boolean): RefObject<Element | null> => {
  const opener = useRef<Element | null>(null);
  const wasOpen = useRef(false);
  if (isOpen && !wasOpen.current) opener.current = document.activeElement;
  wasOpen.current = isOpen;
  return opener;
};

/** Not where closing gave the focus to something else, such as the composer. */
const giveFocusBack = (opener: Element | null): void => {
  const isLost = document.activeElement === null || document.activeElement === document.body;
  if (isLost && opener instanceof HTMLElement && opener.isConnected) opener.focus();
};

/** The head, body and scrim that `Dialog` and `Sheet` share; only their shapes differ. */
export const ModalFrame = ({
  open,
  onOpenChange,
  title,
  description,
  actions,
  children,
  placementClass,
  returnFocusTo,
  isFilled = false,
}: DialogProps & ModalFrameProps) => {
  const { t } = useTranslation('ui');
  const opener = useOpener(open);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        {/* Not Radix.Overlay: that one injects a <style> to lock the scroll (app.css does it by data-scrim). */}
        <div data-scrim className="fixed inset-0 z-20 bg-scrim" />
        <Radix.Content
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
          {...(returnFocusTo === undefined
            ? {
                // Radix gives it back to a trigger of its own alone, and there is none.
                onCloseAutoFocus: (event) => {
                  event.preventDefault();
                  giveFocusBack(opener.current);
                },
              }
            : {
                onKeyDown: (event) => event.stopPropagation(),
                onCloseAutoFocus: (event) => {
                  event.preventDefault();
                  returnFocusTo.current?.focus();
                },
              })}
          className={cx('fixed z-20 flex flex-col bg-raised shadow-float focus-visible:outline-none', placementClass)}
        >
          <div className="flex items-center gap-8 py-8 pr-8 pl-16">
            <Radix.Title className="min-w-0 flex-1 font-semibold text-15">{title}</Radix.Title>
            <Radix.Close asChild>
              <Button kind="bare" square aria-label={t('close')}>
                <X size={16} aria-hidden="true" />
              </Button>
            </Radix.Close>
          </div>
          {isFilled ? (
            <div className="flex min-h-0 flex-1 flex-col">{children}</div>
          ) : (
            <ScrollArea label={title} className="min-h-0 flex-1 px-16 pb-12">
              {description === undefined ? null : (
                <Radix.Description className="text-ink-2" asChild={typeof description !== 'string'}>
                  {typeof description === 'string' ? description : <div>{description}</div>}
                </Radix.Description>
              )}
              {children}
            </ScrollArea>
          )}
          {actions === undefined ? null : (
            <div className="flex flex-wrap items-center justify-end gap-8 border-line border-t px-16 py-10">
              {actions}
            </div>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
};
