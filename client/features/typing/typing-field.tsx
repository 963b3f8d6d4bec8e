import {
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { isComposing } from '#client/drill/model/desk-keys.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';

type Props = {
  label: string;
  /** What stands beside the field: when the clock starts, what Enter does. */
  hint: string | null;
  /** Ids of the text to be typed, and of more. */
  describedBy: string;
  /** The field is empty again when this changes. */
  fieldKey: string;
  /** What stands in the field then; left out: nothing. */
  initialValue?: string;
  /** Something was pasted or dropped, and refused. */
  onRefused?: () => void;
  /** The first key or composition. */
  onBegin?: () => void;
  /** Everything in the field, whenever nothing is being composed. */
  onValue: (value: string) => void;
  onEnter: () => void;
  onEscape?: () => void;
  /** Where a page that gives the focus back finds the field. */
  fieldRef?: RefObject<HTMLInputElement | null> | undefined;
};

/** A key that brings a character, or goes to an input method. */
const isTyping = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  !(ctrlKey || metaKey || altKey) && ([...key].length === 1 || key === 'Process' || key === 'Unidentified');

/** What a mac inserts by Ctrl Y, and what comes from a clipboard without an event of its own. */
const REFUSED = new Set(['insertFromPaste', 'insertFromPasteAsQuotation', 'insertFromYank', 'insertFromDrop']);

/**
 * Where is typed. While an input method composes, nothing is told: its letters are no characters yet (RULES Y2). What is
 * pasted or dropped is refused with a sentence (RULES Y4); a phrase that a keyboard inserts whole is typed.
 */
export const TypingField = ({ label, hint, describedBy, fieldKey, initialValue = '', fieldRef, ...on }: Props) => {
  const { onBegin, onValue, onEnter, onEscape, onRefused } = on;
  const { t } = useTranslation('typing');
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useImperativeHandle<HTMLInputElement | null, HTMLInputElement | null>(fieldRef, () => field.current);
  const isInComposition = useRef(false);
  const [refusal, setRefusal] = useState<'noPaste' | 'noDrop' | null>(null);
  const tell = () => {
    if (isInComposition.current || field.current === null) return;
    setRefusal(null);
    onValue(field.current.value);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says when the field is empty again
  useLayoutEffect(() => {
    if (field.current !== null) field.current.value = initialValue;
  }, [fieldKey]);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    const refuse = (event: InputEvent) => {
      if (!REFUSED.has(event.inputType)) return;
      event.preventDefault();
      setRefusal('noPaste');
    };
    const element = field.current;
    element?.addEventListener('beforeinput', refuse);
    return () => element?.removeEventListener('beforeinput', refuse);
  }, []);

  return (
    <div>
      <div className="flex items-center gap-16 rounded-5 border border-edge bg-surface px-18 has-focus-visible:border-accent has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:-outline-offset-1 max-pane:px-12">
        <label htmlFor={id} className="sr-only">
          {label}
        </label>
        <input
          ref={field}
          id={id}
          lang="zh-CN"
          type="text"
          aria-describedby={`${describedBy} ${id}-hint`}
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="next"
          className="h-54 min-w-0 flex-1 bg-transparent text-20 focus-visible:outline-none max-pane:h-48"
          onKeyDown={(event) => {
            if (isTyping(event)) onBegin?.();
            if (isComposing(event.nativeEvent)) return;
            if (event.key === 'Enter') {
              event.preventDefault();
              onEnter();
            }
            if (event.key === 'Escape' && onEscape !== undefined) {
              event.preventDefault();
              onEscape();
            }
          }}
          onCompositionStart={() => {
            isInComposition.current = true;
            onBegin?.();
          }}
          onCompositionEnd={() => {
            isInComposition.current = false;
            tell();
          }}
          onInput={tell}
          onPaste={(event) => {
            event.preventDefault();
            onRefused?.();
            setRefusal('noPaste');
          }}
          onDrop={(event) => {
            event.preventDefault();
            onRefused?.();
            setRefusal('noDrop');
          }}
        />
        <span id={`${id}-hint`} className="text-12 text-ink-3 max-pane:hidden">
          {hint}
        </span>
      </div>
      <p role="status" className={cx('min-h-22 pt-4 text-12', refusal === null ? 'text-ink-3' : 'text-bad')}>
        {refusal === null ? <span className="hidden max-pane:inline">{hint}</span> : t(`field.${refusal}`)}
      </p>
    </div>
  );
};
