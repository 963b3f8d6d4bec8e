import { useTranslation } from 'react-i18next';
import { usePhone } from '#client/drill/model/desk-widths.ts';
import { type DeskHint, useShowsHint } from '#client/features/desk/model/desk-hints.ts';
import type { ComposerState } from '#client/features/desk/model/use-composer.ts';
import { MAX_MESSAGE_CHARACTERS, type SendBlock } from '#client/features/desk/model/use-send-block.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Kbd } from '#client/ui/controls/kbd.tsx';
import { cx } from '#client/ui/cx.ts';

/** Key hints, the character count and 发送. A phone shows only what is needed. */
export const ComposerFoot = ({ composer, block }: { composer: ComposerState; block: SendBlock }) => {
  const { t } = useTranslation('desk');
  const isPhone = usePhone();
  const length = composer.text.trim().length;
  const reason = block.reason === null || block.reason === '' ? null : block.reason;
  const sendButton = (
    <Button kind="primary" disabled={block.reason !== null} onClick={() => composer.send()}>
      {t('composer.send')}
    </Button>
  );
  // In a narrower window a reason why the reply can't be sent takes the place of a key hint: the reason matters more.
  const hiddenWhenNarrow = { className: 'max-wide:hidden' };
  if (isPhone)
    return (
      <>
        {reason === null && length <= MAX_MESSAGE_CHARACTERS - 100 ? null : (
          // The reason gets a row of its own above the field, so that the field keeps its width.
          <p className="-order-1 flex basis-full justify-end gap-8 px-4 text-12 text-ink-3">
            {reason}
            {length > MAX_MESSAGE_CHARACTERS - 100 ? <CharacterCount length={length} /> : null}
          </p>
        )}
        <div className="shrink-0">{sendButton}</div>
      </>
    );
  return (
    <div className="flex items-center gap-12 overflow-hidden whitespace-nowrap pr-12 pb-8 pl-16 text-12 text-ink-3">
      <KeyHint hint="send" keys={['Enter']} text={t('composer.keys.send')} />
      <KeyHint
        hint="line"
        keys={['Shift', 'Enter']}
        text={t('composer.keys.line')}
        {...(reason === null ? {} : hiddenWhenNarrow)}
      />
      <KeyHint hint="phrases" keys={['/']} text={t('composer.keys.phrases')} />
      <KeyHint hint="longest" keys={['Alt', '↓']} text={t('composer.keys.longest')} className="max-wide:hidden" />
      <span className="flex-1" />
      {reason === null ? null : (
        <span className="cut" title={reason}>
          {reason}
        </span>
      )}
      <CharacterCount length={length} />
      {sendButton}
    </div>
  );
};

const CharacterCount = ({ length }: { length: number }) => (
  <span className={cx('text-12', length > MAX_MESSAGE_CHARACTERS ? 'font-semibold text-bad' : 'text-ink-3')}>
    {length} / {MAX_MESSAGE_CHARACTERS}
  </span>
);

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
