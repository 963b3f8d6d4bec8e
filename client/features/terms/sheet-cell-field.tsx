import { useRef } from 'react';
import { markIn } from '#client/features/terms/model/sheet-cells.ts';
import { useFirstFocus } from '#client/lib/hooks/use-first-focus.ts';
import { useLeaving } from '#client/lib/hooks/use-leaving.ts';
import { cx } from '#client/ui/cx.ts';

type Props = {
  label: string;
  most: number;
  draft: string;
  onDraft: (text: string) => void;
  /** `value` undefined: left as it was. `key`: the arrow that says where to go; null: stay. */
  onLeave: (value: number | null | undefined, key: string | null) => void;
};

/** The field of a cell that is being typed in. Enter goes down, Tab to the side, Esc leaves the cell as it was. */
export const SheetCellField = ({ label, most, draft, onDraft, onLeave }: Props) => {
  const field = useFirstFocus<HTMLInputElement>();
  const isLeft = useRef(false);
  const isEmpty = draft.trim() === '';
  const mark = markIn(draft, most);
  const isWrong = !isEmpty && mark === null;
  /** A mark that can't be stays in the field. */
  const leave = (key: string | null): void => {
    if (isWrong) return;
    isLeft.current = true;
    onLeave(isEmpty ? null : mark, key);
  };
  const leaveHere = () => {
    if (isLeft.current) return;
    isLeft.current = true;
    onLeave(isWrong ? undefined : isEmpty ? null : mark, null);
  };
  useLeaving(leaveHere);
  return (
    <input
      ref={field}
      aria-label={label}
      aria-invalid={isWrong ? true : undefined}
      inputMode="decimal"
      autoComplete="off"
      maxLength={5}
      value={draft}
      onChange={(event) => onDraft(event.target.value)}
      onBlur={leaveHere}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') {
          isLeft.current = true;
          onLeave(undefined, null);
        } else if (event.key === 'Enter') leave(event.shiftKey ? 'ArrowUp' : 'ArrowDown');
        else if (event.key === 'Tab') leave(event.shiftKey ? 'ArrowLeft' : 'ArrowRight');
        else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') leave(event.key);
        else return;
        event.preventDefault();
      }}
      style={{ outlineOffset: -2, ...(isWrong ? { outlineColor: 'currentColor' } : {}) }}
      className={cx(
        'h-30 w-full min-w-72 bg-surface px-8 text-right outline-2',
        isWrong ? 'text-bad' : 'outline-accent',
      )}
    />
  );
};
