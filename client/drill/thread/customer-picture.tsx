import { Image } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ModalFrame } from '#client/ui/controls/dialog.tsx';
import type { WirePicture } from '#contract/customer-picture.ts';

type Props = { picture: WirePicture };

/** How wide the large picture is, by its shape. */
const WIDE_PICTURE = 'w-[min(752px,calc(100vw-16px))]';
const TALL_PICTURE = 'w-[min(512px,calc(100vw-16px))]';

/**
 * A picture a customer sent: small in the thread, large when pressed, in words on paper. The trainee has to look at
 * what it shows, so its alt text goes to screen readers and appears on screen only where the picture is missing.
 */
export const CustomerPicture = ({ picture: { picture, alt, width, height } }: Props) => {
  const { t } = useTranslation('ui');
  const [isBroken, setIsBroken] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  const thumbnail = useRef<HTMLButtonElement>(null);
  // Only paths on our own server are pictures; anything else is the author's name for one that was not drawn.
  if (!picture.startsWith('/') || isBroken) return <InWords alt={alt} />;
  return (
    <>
      <button
        ref={thumbnail}
        type="button"
        aria-haspopup="dialog"
        onClick={() => setIsOpen(true)}
        className="w-180 max-w-full shrink-0 cursor-zoom-in overflow-hidden rounded-5 border border-line bg-sunken hover:border-edge print:hidden"
      >
        <img
          loading="lazy"
          decoding="async"
          src={picture}
          alt={alt}
          // With both sizes the browser keeps the place before the picture has loaded, so the thread doesn't jump.
          width={width}
          height={height}
          onError={() => setIsBroken(true)}
          className="block h-auto w-full"
        />
      </button>
      <span className="hidden print:inline">{t('picture.words', { alt })}</span>
      <ModalFrame
        open={isOpen}
        onOpenChange={setIsOpen}
        title={t('picture.title')}
        returnFocusTo={thumbnail}
        placementClass={`top-1/2 left-1/2 max-h-[calc(100dvh-24px)] -translate-x-1/2 -translate-y-1/2 rounded-8 ${width > height ? WIDE_PICTURE : TALL_PICTURE}`}
      >
        <img
          src={picture}
          alt={alt}
          width={width}
          height={height}
          className="mx-auto block h-auto max-h-[calc(100dvh-92px)] w-full rounded-5 border border-line object-contain"
        />
      </ModalFrame>
    </>
  );
};

const InWords = ({ alt }: { alt: string }) => (
  <span className="flex max-w-[68%] items-start gap-8 rounded-5 border border-line bg-sunken px-10 py-8 text-ink-2 max-pane:max-w-[82%]">
    <Image size={16} className="mt-2 shrink-0" aria-hidden="true" />
    <span lang="zh-CN">{alt}</span>
  </span>
);
