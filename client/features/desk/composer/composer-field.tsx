import { type KeyboardEvent, useRef, useState } from 'react';
import { splitVariables } from '#client/drill/model/quick-replies.ts';
import { type ComposerState, useWords } from '#client/features/desk/model/use-composer.ts';
import { cx } from '#client/ui/cx.ts';

type Props = {
  composer: ComposerState;
  label: string;
  /** Id of the text that screen readers read with the label. */
  describedBy: string | undefined;
  onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  /** The open quick-reply list that this field's keys control; null: none. */
  quickReplyList: { id: string; activeId: string | undefined } | null;
};

const TEXT_CLASS = 'block w-full resize-none px-8 py-5 max-pane:p-10 max-pane:text-16';

/** The text field, with unfilled `{变量}` tinted by a copy of the text that lies behind it. */
export const ComposerField = ({ composer, label, describedBy, onKeyDown, quickReplyList }: Props) => {
  const backdrop = useRef<HTMLDivElement>(null);
  const [firstText] = useState(() => composer.words.text());
  const parts = splitVariables(useWords(composer.words, (text) => (text.includes('{') ? text : '')));
  return (
    <div className="relative min-w-0 flex-1 rounded-5 bg-surface">
      {parts.some((part) => part.isVariable) ? (
        <div
          ref={backdrop}
          lang="zh-CN"
          aria-hidden="true"
          className={cx(
            TEXT_CLASS,
            'absolute inset-0 overflow-hidden whitespace-pre-wrap border border-transparent text-transparent wrap-anywhere',
          )}
        >
          {parts.map((part) =>
            part.isVariable ? (
              <span key={part.start} className="rounded-3 bg-warn-tint ring-1 ring-warn-solid">
                {part.text}
              </span>
            ) : (
              <span key={part.start}>{part.text}</span>
            ),
          )}
        </div>
      ) : null}
      <textarea
        ref={composer.field}
        lang="zh-CN"
        aria-label={label}
        aria-describedby={describedBy}
        rows={1}
        defaultValue={firstText}
        onChange={composer.onChange}
        onCompositionEnd={composer.onCompositionEnd}
        onKeyDown={onKeyDown}
        onScroll={(event) => {
          if (backdrop.current !== null) backdrop.current.scrollTop = event.currentTarget.scrollTop;
        }}
        {...(quickReplyList === null
          ? {}
          : {
              'aria-controls': quickReplyList.id,
              'aria-activedescendant': quickReplyList.activeId,
              'aria-autocomplete': 'list' as const,
            })}
        // At most seven lines, on a phone five, and the padding below: scrolled to its end it cuts no line in half.
        className={cx(
          TEXT_CLASS,
          'relative field-sizing-content h-auto max-h-147 min-h-60 rounded-5 border border-edge bg-transparent wrap-anywhere',
          'focus-visible:border-accent focus-visible:-outline-offset-1 max-pane:max-h-122 max-pane:min-h-44',
        )}
      />
    </div>
  );
};
