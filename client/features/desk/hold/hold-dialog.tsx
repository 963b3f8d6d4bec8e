import '#client/drill/hold/strings.ts';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { isComposing } from '#client/drill/model/desk-keys.ts';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { setDialog, useDeskUi } from '#client/features/desk/model/desk-ui.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { heldBefore, isHoldable, sendHold } from '#client/features/desk/model/rush-commands.ts';
import { useSendBlock } from '#client/features/desk/model/use-send-block.ts';
import { clock } from '#client/lib/format.ts';
import { useFirstFocus } from '#client/lib/hooks/use-first-focus.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { LANGUAGE } from '#client/lib/language.ts';
import { listed } from '#client/lib/listed.ts';
import { MINUTE_MS } from '#client/lib/spans.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { AreaField, TextField } from '#client/ui/controls/field.tsx';
import { Segmented } from '#client/ui/controls/segmented.tsx';
import { lateFor, useDeskClosing } from './desk-closing.ts';
import {
  HOLD_ERRANDS,
  HOLD_MINUTES,
  type HoldErrand,
  holdSentence,
  namesTime,
  promisedMinutes,
  withMinutes,
} from './hold-words.ts';

/** 挂起: what is looked up, how long it takes, and the sentence that says so. */
export const HoldDialog = () => {
  const isOpen = useDeskUi((state) => state.dialog === 'hold');
  const selected = useDeskUi((state) => state.selected);
  const conversation = useDrill((state) => (selected === null ? undefined : state.view.conversations[selected]));
  const isPossible = useDrill((state) => isHoldable(state.view, selected));
  useEffect(() => {
    // The customer went while the sentence was written: a dialog that is gone must not keep the desk's keys.
    if (isOpen && !isPossible) setDialog(null);
  }, [isOpen, isPossible]);
  return isOpen && isPossible && conversation !== undefined ? (
    <OpenDialog key={conversation.key} conversation={conversation} />
  ) : null;
};

const useSentence = () => {
  const [errand, setErrand] = useState<HoldErrand>('stock');
  const [own, setOwn] = useState('');
  const [minutes, setMinutes] = useState<number>(2);
  const [edited, setEdited] = useState<string | null>(null);
  const made = errand === 'own' && own.trim() === '' ? '' : holdSentence(errand, own, minutes);
  return {
    ...{ errand, own, minutes, words: edited ?? made, isMade: edited === null && made !== '', edit: setEdited },
    choose: (next: HoldErrand) => {
      setErrand(next);
      setEdited(null);
    },
    writeOwn: (text: string) => {
      setOwn(text);
      setEdited(null);
    },
    // What was written by hand stays, with the new time.
    take: (next: number) => {
      setMinutes(next);
      setEdited(edited === null ? null : withMinutes(edited, next));
    },
  };
};

const OpenDialog = ({ conversation }: { conversation: ConversationView }) => {
  const { t } = useTranslation('hold');
  const { key, name } = conversation;
  const { errand, own, minutes, words, isMade, choose, writeOwn, take, edit } = useSentence();
  const before = useDrill((state) => listed(heldBefore(state.view, key)));
  const { reason } = useSendBlock(conversation, words.trim().length, false);
  const why = before === '' ? reason : t('full', { names: before });
  const send = () => sendHold(key, words.trim(), minutes);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.altKey || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    if (why === null) send();
  };
  return (
    <Dialog
      open
      onOpenChange={(willOpen) => (willOpen ? null : setDialog(null))}
      title={t('title', { name })}
      description={t('text')}
      actions={
        <>
          <Button onClick={() => setDialog(null)}>{t('stay')}</Button>
          <Button kind="primary" disabledReason={why === '' ? t('missing') : why} onClick={send}>
            {t('confirm')}
          </Button>
        </>
      }
    >
      <fieldset className="mt-10">
        <legend className="mb-3 text-12 text-ink-2">{t('what')}</legend>
        <div className="flex flex-wrap gap-6">
          {([...HOLD_ERRANDS, 'own'] as const).map((choice) => (
            <Button
              key={choice}
              size="s"
              className="max-pane:min-h-44 aria-pressed:border-accent aria-pressed:bg-tint aria-pressed:font-semibold aria-pressed:text-accent"
              aria-pressed={choice === errand}
              onClick={() => choose(choice)}
            >
              {t(`does.${choice}`)}
            </Button>
          ))}
        </div>
      </fieldset>
      {errand === 'own' ? (
        <TextField
          className="mt-8"
          label={t('own')}
          hint={t('ownHint')}
          lang="zh-CN"
          maxLength={40}
          value={own}
          onChange={(event) => writeOwn(event.target.value)}
        />
      ) : null}
      <div className="mt-10">
        <p className="mb-3 text-12 text-ink-2" aria-hidden="true">
          {t('long')}
        </p>
        <Segmented
          label={t('long')}
          value={String(minutes)}
          options={HOLD_MINUTES.map((n) => ({ value: String(n), label: t('minutes', { n }) }))}
          onChange={(next) => take(Number(next))}
        />
        <ClosesFirst minutes={promisedMinutes(words, minutes)} />
      </div>
      <WordsField
        words={words}
        // The sentence is Chinese in every language: a page in another one says what it means.
        meaning={isMade && LANGUAGE !== 'zh' ? t(`reply.${errand}`, { n: minutes, own }) : null}
        onEdit={edit}
        onKeyDown={onKeyDown}
      />
    </Dialog>
  );
};

/** The desk closes before the promise is due: whoever gives it knows what becomes of it (RULES X67). */
const ClosesFirst = ({ minutes }: { minutes: number }) => {
  const { t } = useTranslation('hold');
  const closing = useDeskClosing();
  const late = lateFor(closing, minutes * MINUTE_MS);
  return (
    <p role="status" className={late === null ? undefined : 'mt-6 text-12 text-warn'}>
      {late === null || closing === null ? null : t(`closes.${late}`, { left: clock(closing.leftMs), n: minutes })}
    </p>
  );
};

type WordsProps = {
  words: string;
  meaning: string | null;
  onEdit: (words: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
};

/** The sentence has the focus: where it stands right, Enter sends it. */
const WordsField = ({ words, meaning, onEdit, onKeyDown }: WordsProps) => {
  const { t } = useTranslation('hold');
  const area = useFirstFocus<HTMLTextAreaElement>();
  return (
    <AreaField
      ref={area}
      className="mt-10"
      label={t('words')}
      lang="zh-CN"
      rows={2}
      value={words}
      hint={words.trim() === '' || namesTime(words) ? (meaning ?? undefined) : t('noTime')}
      onChange={(event) => onEdit(event.target.value)}
      onKeyDown={onKeyDown}
    />
  );
};
