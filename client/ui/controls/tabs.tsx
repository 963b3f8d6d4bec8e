import { type ComponentPropsWithoutRef, createContext, type KeyboardEvent, type ReactNode, use, useId } from 'react';
import { cx } from '#client/ui/cx.ts';

type TabsProps = { value: string; onChange: (value: string) => void; className?: string; children: ReactNode };

type Chosen = { value: string; onChange: (value: string) => void; id: string };
const ChosenContext = createContext<Chosen>({ value: '', onChange: () => {}, id: '' });

/** Where a key leads among `count` tabs, null for keys that move nothing. */
const placeAfter = (key: string, place: number, count: number): number | null => {
  if (key === 'ArrowRight') return (place + 1) % count;
  if (key === 'ArrowLeft') return (place + count - 1) % count;
  if (key === 'Home' || key === 'PageUp') return 0;
  return key === 'End' || key === 'PageDown' ? count - 1 : null;
};

/** Moves the focus as the pattern for tabs asks; the tab that has it is the chosen one. */
const moveFocus = (event: KeyboardEvent<HTMLElement>): void => {
  if (event.metaKey || event.ctrlKey || event.altKey || event.shiftKey) return;
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')];
  const place = event.target instanceof HTMLElement ? tabs.indexOf(event.target) : -1;
  const next = place < 0 ? null : placeAfter(event.key, place, tabs.length);
  if (next === null) return;
  event.preventDefault();
  tabs[next]?.focus();
};

/** `TabList` with its `Tab`s, and one `TabPanel` per value. */
export const Tabs = ({ value, onChange, className, children }: TabsProps) => {
  const id = useId();
  return (
    <ChosenContext value={{ value, onChange, id }}>
      <div className={className}>{children}</div>
    </ChosenContext>
  );
};

export const TabList = ({ label, className, children }: { label: string; className?: string; children: ReactNode }) => (
  <div
    role="tablist"
    aria-label={label}
    aria-orientation="horizontal"
    onKeyDown={moveFocus}
    className={cx('flex h-40 shrink-0 gap-2 border-line border-b px-12 max-pane:h-44', className)}
  >
    {children}
  </div>
);

type TabProps = { value: string; description?: string; className?: string; children: ReactNode };

/** `description`: what is told beside the name, which stays the same whatever stands in the panel. */
export const Tab = ({ value, description, className, children }: TabProps) => {
  const chosen = use(ChosenContext);
  const isChosen = chosen.value === value;
  const choose = () => {
    if (!isChosen) chosen.onChange(value);
  };
  return (
    <button
      type="button"
      role="tab"
      id={`${chosen.id}-tab-${value}`}
      aria-selected={isChosen}
      aria-description={description}
      aria-controls={`${chosen.id}-panel-${value}`}
      data-state={isChosen ? 'active' : 'inactive'}
      tabIndex={isChosen ? 0 : -1}
      // Not with the click that comes after it: a panel is there as soon as the tab is pressed.
      onMouseDown={(event) => {
        if (event.button !== 0 || event.ctrlKey) return event.preventDefault();
        event.currentTarget.focus();
        choose();
      }}
      onFocus={choose}
      onClick={choose}
      className={cx(
        'relative px-10 text-ink-2 hover:text-ink focus-visible:-outline-offset-2',
        'data-[state=active]:font-semibold data-[state=active]:text-ink',
        'after:absolute after:inset-x-10 after:-bottom-1 after:h-2 data-[state=active]:after:bg-accent',
        className,
      )}
    >
      {children}
    </button>
  );
};

type PanelProps = Pick<ComponentPropsWithoutRef<'div'>, 'className' | 'onScroll' | 'children'> & { value: string };

export const TabPanel = ({ value, className, onScroll, children }: PanelProps) => {
  const { value: chosen, id } = use(ChosenContext);
  const isChosen = chosen === value;
  return (
    <div
      role="tabpanel"
      id={`${id}-panel-${value}`}
      aria-labelledby={`${id}-tab-${value}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel that scrolls is reached by the keyboard
      tabIndex={0}
      hidden={!isChosen}
      className={className}
      onScroll={onScroll}
    >
      {isChosen ? children : null}
    </div>
  );
};
