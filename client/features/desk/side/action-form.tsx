import { Check } from 'lucide-react';
import { type FormEvent, Fragment, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import {
  type ActionSpec,
  checkForm,
  type FieldValues,
  initialValues,
  isOneOf,
} from '#client/drill/model/desk-fields.ts';
import { isComposing } from '#client/drill/model/desk-keys.ts';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { answerLines } from '#client/drill/model/event-words.ts';
import { ActionFieldView } from '#client/drill/shop/action-field.tsx';
import { closeForm } from '#client/features/desk/model/desk-ui.ts';
import { doAction } from '#client/features/desk/model/drill-commands.ts';
import { notesKept, saveNote } from '#client/features/desk/model/drill-drafts.ts';
import { newCommandId } from '#client/features/desk/model/drill-ids.ts';
import { useActionBlock } from '#client/features/desk/model/use-action-block.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import type { ShopBody } from '#contract/bodies.ts';
import { noteActionDone } from './recent-actions.ts';

type Props = { spec: ActionSpec; shop: ShopBody; conversation: ConversationView; preset: FieldValues };

/** What was filled in is there again when the form comes back, from another tab or after a reload (RULES X46). */
const keptForm = (form: string, { fields }: ActionSpec) => {
  const keyOf = (name: string) => `form ${form} ${name}`;
  return {
    read: (): FieldValues => {
      const notes = notesKept();
      return Object.fromEntries(
        fields.flatMap(({ name }) => {
          const text = notes[keyOf(name)];
          return text === undefined ? [] : [[name, text]];
        }),
      );
    },
    write: (name: string, text: string) => saveNote(keyOf(name), text),
    forget: () => {
      for (const { name } of fields) saveNote(keyOf(name), '');
    },
  };
};

/** One action's form, made from the shop's data. The action is done only when its own button is pressed. */
export const ActionForm = ({ spec, shop, conversation, preset }: Props) => {
  const { t } = useTranslation('desk');
  const kept = keptForm(`${conversation.key} ${spec.id} ${JSON.stringify(preset)}`, spec);
  const [values, setValues] = useState(() => ({
    ...initialValues(spec, conversation.orders, preset),
    ...kept.read(),
  }));
  // What was done stands in no field any more: the same press again would do it twice.
  const [isEmptied, setIsEmptied] = useState(false);
  const empty = () => {
    setValues(initialValues(spec, conversation.orders, {}));
    kept.forget();
    setIsEmptied(true);
  };
  const { isBusy, errorText, doneId, submit } = useActionSubmit(conversation.key, spec, empty);
  const checked = checkForm(spec, values);
  const block = useActionBlock(conversation, spec, checked);
  // Right after it was done nothing is missing yet.
  const shownBlock = isEmptied && !checked.ok ? null : block;
  const formRef = useRef<HTMLFormElement>(null);
  useEffect(() => {
    formRef.current?.scrollIntoView?.({ block: 'nearest' });
    formRef.current
      ?.querySelector<HTMLElement>('input, textarea, select, button[type="submit"]')
      ?.focus({ preventScroll: true });
  }, []);
  const lastDone = conversation.items.findLast((item) => item.kind === 'action' && item.action === spec.id);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (checked.ok && block === null && !isBusy) void submit(checked.payload);
  };
  // In a field of several lines Enter is a new line.
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    event.currentTarget.requestSubmit();
  };
  return (
    <form
      ref={formRef}
      onSubmit={onSubmit}
      onKeyDown={onKeyDown}
      aria-label={spec.title}
      className="border-line border-t bg-soft px-14 py-10"
    >
      <p className="mb-4 flex items-center gap-8">
        <b className="shrink-0">{spec.title}</b>
        <span className="min-w-0 flex-1 text-right text-12 text-ink-3">
          {t(spec.sends ? 'action.sends' : 'action.silent')}
        </span>
        <Button kind="bare" size="s" className="-mr-8" onClick={closeForm}>
          {t('ui:fold')}
        </Button>
      </p>
      <div className="grid gap-8">
        {spec.fields.map((field) => (
          <ActionFieldView
            key={field.name}
            field={field}
            isEither={isOneOf(spec, field)}
            values={values}
            shop={shop}
            conversation={conversation}
            isInvalid={!isEmptied && !checked.ok && checked.invalid.includes(field.name)}
            onChange={(value) => {
              setIsEmptied(false);
              setValues((previous) => ({ ...previous, [field.name]: value }));
              kept.write(field.name, value);
            }}
          />
        ))}
      </div>
      {errorText === null ? null : (
        <Notice tone="bad" className="mt-8 rounded-5">
          {errorText}
        </Notice>
      )}
      <div className="mt-10 flex flex-wrap items-center gap-8">
        <Button
          type="submit"
          kind="primary"
          disabledReason={shownBlock}
          disabled={isBusy || (shownBlock === null && block !== null)}
        >
          {t('action.submit', { title: spec.title })}
        </Button>
      </div>
      {doneId !== null && lastDone?.kind === 'action' ? (
        <p role="status" className="mt-8 flex items-start gap-4 text-12 text-good">
          <Check size={14} className="mt-2 shrink-0" aria-hidden="true" />
          <DeskAnswer lines={answerLines(lastDone, shop)} title={spec.title} />
        </p>
      ) : null}
    </form>
  );
};

/** What the desk answered; that it was done where it answered nothing. */
const DeskAnswer = ({ lines, title }: { lines: ReturnType<typeof answerLines>; title: string }) => {
  const { t } = useTranslation('desk');
  if (lines.length === 0) return <span>{t('action.done', { title })}</span>;
  return (
    <span>
      {lines.map(({ text, lang }, index) => (
        <Fragment key={text}>
          {index > 0 ? ' ' : null}
          <span lang={lang}>{text}</span>
        </Fragment>
      ))}
    </span>
  );
};

/** If no answer comes, the next press sends the same id, so that the action is done once (RULES N2). */
const useActionSubmit = (conversation: string, spec: ActionSpec, onDone: () => void) => {
  const { t } = useTranslation('desk');
  const commandId = useRef(newCommandId());
  const [isBusy, setIsBusy] = useState(false);
  const [errorText, setErrorText] = useState<string | null>(null);
  const [doneId, setDoneId] = useState<string | null>(null);
  const submit = async (payload: Parameters<typeof doAction>[2]) => {
    setIsBusy(true);
    setErrorText(null);
    const reply = await doAction(conversation, spec.id, payload, commandId.current);
    setIsBusy(false);
    if (reply === null) return setErrorText(t('noLine'));
    const sentId = commandId.current;
    commandId.current = newCommandId();
    if (reply.ok) {
      setDoneId(sentId);
      noteActionDone(spec.id);
      onDone();
    } else setErrorText(reply.error.message);
  };
  return { isBusy, errorText, doneId, submit };
};
