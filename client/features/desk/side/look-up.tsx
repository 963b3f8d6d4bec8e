import { ChevronDown, ChevronRight } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { noteLookedUp } from '#client/features/desk/model/desk-anatomy.ts';
import { cardIsOpen, type SideTab, useDeskUi } from '#client/features/desk/model/desk-ui.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { search, unfoldCard, useQuery, useSideMemory } from './side-memory.ts';

/** The text a panel is searched by. A card that is to open ends the search, which might leave that card out. */
export const useCardSearch = (tab: SideTab) => {
  const query = useQuery(tab);
  const cardToOpen = useDeskUi((state) => state.cardToOpen);
  useEffect(() => {
    if (cardToOpen !== null) search(tab, '');
  }, [cardToOpen, tab]);
  return [query, (words: string) => search(tab, words)] as const;
};

/** A search field over a list of cards. */
export const SearchField = ({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) => (
  <div className="sticky top-0 z-3 border-line border-b bg-surface px-14 py-8">
    <input
      type="search"
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className="h-30 w-full rounded-5 border border-edge bg-surface px-8 focus-visible:border-accent focus-visible:-outline-offset-1 max-pane:h-44 max-pane:text-16"
    />
  </div>
);

type Props = { cardId: string; conversation: string | null; title: ReactNode; aside?: ReactNode; children: ReactNode };

/** A card to look something up in. Opening it is noted, so that the report can show the seconds spent looking up. */
export const LookUpCard = ({ cardId, conversation, title, aside, children }: Props) => {
  const isOpen = useSideMemory(({ openCards }) => openCards.includes(cardId));
  const id = useId();
  const head = useRef<HTMLButtonElement>(null);
  const isAskedFor = useDeskUi((state) => state.cardToOpen === cardId);
  useEffect(() => {
    if (!isAskedFor) return;
    if (!isOpen && conversation !== null) noteLookedUp(conversation, cardId);
    unfoldCard(cardId, true);
    cardIsOpen();
    head.current?.focus({ preventScroll: true });
    head.current?.scrollIntoView?.({ block: 'start' });
  }, [isAskedFor, isOpen, conversation, cardId]);
  const Icon = isOpen ? ChevronDown : ChevronRight;
  return (
    <section className="border-line border-b">
      <h3>
        <button
          ref={head}
          type="button"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => {
            if (!isOpen && conversation !== null) noteLookedUp(conversation, cardId);
            unfoldCard(cardId, !isOpen);
          }}
          // Below the search, which stays at the panel's top.
          className="flex min-h-36 w-full scroll-mt-47 items-center gap-6 px-14 py-6 text-left hover:bg-soft focus-visible:-outline-offset-2 max-pane:min-h-44 max-pane:scroll-mt-61"
        >
          <Icon size={14} className="shrink-0 text-ink-3" aria-hidden="true" />
          <span className="min-w-0 flex-1 font-semibold">{title}</span>
          {aside}
        </button>
      </h3>
      <div id={id} hidden={!isOpen} className="pr-14 pb-10 pl-34">
        {isOpen ? children : null}
      </div>
    </section>
  );
};

/** Says that the search found nothing, and for which words. */
export const NothingFound = ({ query }: { query: string }) => {
  const { t } = useTranslation('desk');
  return <p className="px-14 py-16 text-center text-ink-2">{t('search.none', { query })}</p>;
};
