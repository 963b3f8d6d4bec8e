import { memo } from 'react';
import { usePhone } from '#client/drill/model/desk-widths.ts';
import { type DeskHint, useShowsHint } from '#client/features/desk/model/desk-hints.ts';
import { useTrailingWords, useWords, type Words } from '#client/features/desk/model/use-composer.ts';
import { MAX_MESSAGE_CHARACTERS } from '#client/features/desk/model/use-send-block.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Kbd } from '#client/ui/controls/kbd.tsx';
import { cx } from '#client/ui/cx.ts';

type Props = {
  words: Words;
  /** Why it can't be sent; '' needs no words, null: it can. */
  reason: string | null;
  /** The same at every keystroke, or the button renders with each. */
  onSend: () => void;
};

/** Key hints, the character count and 发送. A phone shows only what is needed. */
export const ComposerFoot = ({ words, reason: blockReason, onSend }: Props) => {
  const isPhone = usePhone();
  const isNearlyFull = useWords(words, (text) => nearlyFull(lengthOf(text)));
  const reason = blockReason === '' ? null : blockReason;
  if (isPhone)
    return (
      <>
        {reason === null && !isNearlyFull ? null : (
          // The reason gets a row of its own above the field, so that the field keeps its width.
          <p className="-order-1 flex basis-full justify-end gap-8 px-4 text-12 text-ink-3">
            {reason}
            {isNearlyFull ? <CharacterCount words={words} /> : null}
          </p>
        )}
        <div className="shrink-0">
          <SendButton isDisabled={blockReason !== null} onSend={onSend} />
        </div>
      </>
    );
  return (
    // Contained in a box of its own height: the count changes as one types, and what stands above is not laid out for it.
    <div className="relative h-38">
      <div className="absolute inset-0 flex items-center gap-12 whitespace-nowrap pr-12 pb-8 pl-16 text-12 text-ink-3 contain-strict">
        <KeyHints makesRoom={reason !== null} />
        <span className="flex-1" />
        {reason === null ? null : (
          <span className="cut" title={reason}>
            {reason}
          </span>
        )}
        <CharacterCount words={words} />
        <SendButton isDisabled={blockReason !== null} onSend={onSend} />
      </div>
    </div>
  );
};

const SendButton = memo(({ isDisabled, onSend }: { isDisabled: boolean; onSend: () => void }) => {
  const { t } = useTranslation('desk');
  return (
    <Button kind="primary" disabled={isDisabled} onClick={onSend}>
      {t('ui:send')}
    </Button>
  );
});
SendButton.displayName = 'SendButton';

/** `makesRoom`: in a narrower window a reason why the reply can't be sent takes the place of a hint: it matters more. */
const KeyHints = memo(({ makesRoom }: { makesRoom: boolean }) => {
  const { t } = useTranslation('desk');
  return (
    <>
      <KeyHint hint="send" keys={['Enter']} text={t('composer.keys.send')} />
      <KeyHint
        hint="line"
        keys={['Shift', 'Enter']}
        text={t('composer.keys.line')}
        {...(makesRoom ? { className: 'max-wide:hidden' } : {})}
      />
      <KeyHint hint="phrases" keys={['/']} text={t('composer.keys.phrases')} />
      <KeyHint hint="longest" keys={['Alt', '↓']} text={t('composer.keys.longest')} className="max-wide:hidden" />
    </>
  );
});
KeyHints.displayName = 'KeyHints';

const lengthOf = (text: string): number => text.trim().length;
const nearlyFull = (length: number): boolean => length > MAX_MESSAGE_CHARACTERS - 100;
const countsAtOnce = (length: number): boolean => length === 0 || nearlyFull(length);

/** Drawn with each letter it is part of each letter's frame; it matters to the letter near the limit, and once the field is empty. */
const CharacterCount = ({ words }: { words: Words }) => {
  const length = useTrailingWords(words, lengthOf, countsAtOnce);
  return (
    <span className={cx('text-12', length > MAX_MESSAGE_CHARACTERS ? 'font-semibold text-bad' : 'text-ink-3')}>
      {length} / {MAX_MESSAGE_CHARACTERS}
    </span>
  );
};

type KeyHintProps = { hint: DeskHint; keys: readonly string[]; text: string; className?: string };

const KeyHint = ({ hint, keys, text, className }: KeyHintProps) =>
  useShowsHint(hint) ? (
    <span className={cx('inline-flex items-center gap-3', className)}>
      {keys.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
      {text}
    </span>
  ) : null;
