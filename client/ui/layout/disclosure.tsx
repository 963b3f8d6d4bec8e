import { ChevronRight } from 'lucide-react';
import { createContext, type ReactNode, useContext, useId, useState } from 'react';
import { CLOSED } from '#client/lib/reveal.ts';
import { cx } from '#client/ui/cx.ts';

type Group = { openId: string | null; setOpenId: (id: string | null) => void };
const GroupContext = createContext<Group | null>(null);

/** Of the rows in it at most one is open: opening another closes it. Rows inside a row are no part of it. */
export const DisclosureGroup = ({ children }: { children: ReactNode }) => {
  const [openId, setOpenId] = useState<string | null>(null);
  return <GroupContext value={{ openId, setOpenId }}>{children}</GroupContext>;
};

type Props = { head: ReactNode; className?: string; children: ReactNode };

/**
 * A row that opens what is rarely read. The body stays in the page: an address may lead into it (`reveal`), and paper has
 * it whole.
 */
export const Disclosure = ({ head, className, children }: Props) => {
  const id = useId();
  const group = useContext(GroupContext);
  const [isOpenAlone, setIsOpenAlone] = useState(false);
  const isOpen = group === null ? isOpenAlone : group.openId === id;
  const setIsOpen = (opens: boolean) => (group === null ? setIsOpenAlone(opens) : group.setOpenId(opens ? id : null));
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
        <GroupContext value={null}>{children}</GroupContext>
      </div>
    </div>
  );
};
