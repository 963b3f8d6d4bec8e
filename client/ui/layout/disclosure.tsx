import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { CLOSED } from '#client/lib/reveal.ts';
import { cx } from '#client/ui/cx.ts';

type Props = { head: ReactNode; className?: string; children: ReactNode };

/**
 * A row that opens what is rarely read, and leaves others as they are. The body stays in the page: an address may lead
 * into it (`reveal`), and paper has it whole.
 */
export const Disclosure = ({ head, className, children }: Props) => {
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className={className}>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
        className="flex min-h-40 w-full items-center gap-8 px-14 py-8 text-left hover:bg-soft focus-visible:-outline-offset-2 max-pane:min-h-44 print:min-h-0 print:font-semibold"
      >
        <ChevronRight
          size={14}
          aria-hidden="true"
          className={cx('shrink-0 text-ink-3 print:hidden', isOpen && 'rotate-90')}
        />
        {head}
      </button>
      <div
        id={id}
        {...(isOpen ? {} : { [CLOSED]: '' })}
        className={cx('border-line border-t', !isOpen && 'hidden print:block')}
      >
        {children}
      </div>
    </div>
  );
};
