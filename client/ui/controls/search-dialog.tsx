import { Search } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { cx } from '#client/ui/cx.ts';

export type SearchOption = { id: string; text: ReactNode; aside: ReactNode; choose: () => void };
export type SearchGroup = { title: string; options: readonly SearchOption[] };

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Name of the dialog and of its field. */
  title: string;
  query: string;
  onQueryChange: (query: string) => void;
  groups: readonly SearchGroup[];
  /** How many were found, or that none was; read out when it changes. */
  status: string;
  /** True where the key belongs to an IME, which has its letters in the field. */
  isComposing: (event: globalThis.KeyboardEvent) => boolean;
  /** True where the key closes the dialog, as the one that opened it. */
  isCloseKey: (event: globalThis.KeyboardEvent) => boolean;
};

/**
 * One field over groups of things to choose. What is chosen happens after the dialog is gone and whoever had the focus
 * has it back, so that the choice itself decides where the focus goes.
 */
export const SearchDialog = ({ open, onOpenChange, ...rest }: Props) => {
  const chosen = useRef<(() => void) | null>(null);
  const opener = useRef<Element | null>(null);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <div data-scrim className="fixed inset-0 z-20 bg-scrim" />
        <Radix.Content
          aria-describedby={undefined}
          onOpenAutoFocus={() => {
            opener.current = document.activeElement;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (opener.current instanceof HTMLElement) opener.current.focus();
            chosen.current?.();
            chosen.current = null;
          }}
          onEscapeKeyDown={(event) => {
            if (rest.isComposing(event)) event.preventDefault();
          }}
          className="fixed top-[12dvh] left-1/2 z-20 flex max-h-[70dvh] w-[min(600px,calc(100vw-16px))] -translate-x-1/2 flex-col rounded-8 bg-raised shadow-float focus-visible:outline-none max-pane:top-8 max-pane:max-h-[56dvh]"
        >
          <Radix.Title className="sr-only">{rest.title}</Radix.Title>
          <SearchBox
            {...rest}
            onChoose={(option) => {
              chosen.current = option?.choose ?? null;
              onOpenChange(false);
            }}
          />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
};

type SearchBoxProps = Omit<Props, 'open' | 'onOpenChange'> & {
  /** Null: closes without a choice. */
  onChoose: (option: SearchOption | null) => void;
};

const SearchBox = ({
  title,
  query,
  onQueryChange,
  groups,
  status,
  isComposing,
  isCloseKey,
  onChoose,
}: SearchBoxProps) => {
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const options = groups.flatMap((group) => group.options);
  const [selection, setSelection] = useState({ query, id: '' });
  // A new search selects its first match, and so does a list from which the selected one has gone.
  const selectedIndex = selection.query === query ? options.findIndex((option) => option.id === selection.id) : -1;
  const activeIndex = Math.max(0, selectedIndex);
  const active = options[activeIndex];
  const idOf = (option: SearchOption) => `${listId}-${option.id}`;
  useEffect(() => {
    if (active !== undefined)
      list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' });
  }, [active]);

  const move = (step: number) => {
    const next = options[(activeIndex + step + options.length) % Math.max(1, options.length)];
    if (next !== undefined) setSelection({ query, id: next.id });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event.nativeEvent)) return;
    const action = ((): (() => void) | null => {
      if (isCloseKey(event.nativeEvent)) return () => onChoose(null);
      if (event.altKey || event.ctrlKey || event.metaKey) return null;
      if (event.key === 'ArrowDown') return () => move(1);
      if (event.key === 'ArrowUp') return () => move(-1);
      return event.key === 'Enter' && active !== undefined ? () => onChoose(active) : null;
    })();
    if (action === null) return;
    event.preventDefault();
    action();
  };

  return (
    <>
      <div className="flex h-44 shrink-0 items-center gap-8 border-line border-b px-14">
        <Search size={16} className="shrink-0 text-ink-3" aria-hidden="true" />
        <input
          type="text"
          role="combobox"
          aria-label={title}
          placeholder={title}
          aria-expanded={options.length > 0}
          aria-controls={listId}
          aria-activedescendant={active === undefined ? undefined : idOf(active)}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => onQueryChange(event.target.value)}
          onKeyDown={onKeyDown}
          className="h-30 min-w-0 flex-1 bg-transparent focus-visible:outline-none max-pane:h-44 max-pane:text-16"
        />
      </div>
      <div
        ref={list}
        id={listId}
        role="listbox"
        aria-label={title}
        tabIndex={-1}
        className="min-h-0 flex-1 overflow-y-auto py-4"
      >
        {groups.map((group) => (
          <Group key={group.title} group={group} active={active} idOf={idOf} onChoose={onChoose} />
        ))}
      </div>
      <p role="status" className="shrink-0 border-line border-t px-14 py-6 text-12 text-ink-3">
        {status}
      </p>
    </>
  );
};

type GroupProps = Pick<SearchBoxProps, 'onChoose'> & {
  group: SearchGroup;
  active: SearchOption | undefined;
  idOf: (option: SearchOption) => string;
};

const Group = ({ group, active, idOf, onChoose }: GroupProps) => (
  // biome-ignore lint/a11y/useSemanticElements: a group of options inside a listbox has no element of its own
  <div role="group" aria-label={group.title}>
    <p aria-hidden="true" className="px-14 pt-6 pb-2 text-12 text-ink-3">
      {group.title}
    </p>
    {group.options.map((option) => (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys and names this option as the active one
      <div
        key={option.id}
        id={idOf(option)}
        role="option"
        aria-selected={option === active}
        tabIndex={-1}
        // The field keeps the focus: what is typed next goes on being searched.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onChoose(option)}
        className={cx(
          'flex min-h-30 cursor-pointer items-center gap-10 px-14 py-3 max-pane:min-h-44',
          option === active ? 'bg-tint' : 'hover:bg-soft',
        )}
      >
        <span className="cut min-w-0 flex-1">{option.text}</span>
        <span className={cx('cut max-w-[45%] shrink-0 text-12', option === active ? 'text-ink-2' : 'text-ink-3')}>
          {option.aside}
        </span>
      </div>
    ))}
  </div>
);
