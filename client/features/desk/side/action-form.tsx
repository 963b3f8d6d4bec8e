import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import {
  type ActionSpec,
  type CheckedForm,
  checkForm,
  type FieldValues,
  initialValues,
  isOneOf,
  withOrderSum,
} from '#client/drill/model/desk-fields.ts';
import { isComposing } from '#client/drill/model/desk-keys.ts';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { ActionFieldView } from '#client/drill/shop/action-field.tsx';
import { PIN_NOTICE } from '#client/drill/thread/action-card.tsx';
import { closeForm } from '#client/features/desk/model/desk-ui.ts';
import { doAction } from '#client/features/desk/model/drill-commands.ts';
import { notesKept, saveNote } from '#client/features/desk/model/drill-drafts.ts';
import { newCommandId } from '#client/features/desk/model/drill-ids.ts';
import { useActionBlock, useOverWords } from '#client/features/desk/model/use-action-block.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import type { ShopBody } from '#contract/bodies.ts';
import { noteActionDone } from './recent-actions.ts';

type Props = {
  spec: ActionSpec;
  shop: ShopBody;
  conversation: ConversationView;
  preset: FieldValues;
  /** The operation was done; the form is to be folded. */
  onDone: () => void;
};

/** What was filled in is there again when the form comes back, from another tab or after a reload (RULES X46). */
const keptForm = (conversation: string, { id, fields }: ActionSpec, preset: FieldValues) => {
  const keyOf = (name: string) => `form ${conversation} ${id} ${JSON.stringify(preset)} ${name}`;
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

/** Whether something was filled in and neither sent nor emptied. */
export const isHalfFilled = (conversation: string, spec: ActionSpec, preset: FieldValues): boolean =>
  Object.values(keptForm(conversation, spec, preset).read()).some((text) => text !== '');

const NO_FAULT: CheckedForm = { ok: true, payload: {} };

/** The first field that is marked as wrong, else the first that is empty. */
const focusFault = (form: HTMLFormElement | null): void => {
  const fields = [...(form?.querySelectorAll<HTMLInputElement>('input, textarea, select') ?? [])];
  const wrong = fields.find((field) => field.getAttribute('aria-invalid') === 'true');
  (wrong ?? fields.find(({ value }) => value === ''))?.focus();
};

/** One action's form, made from the shop's data. The action is done only when its own button is pressed. */
export const ActionForm = ({ spec, shop, conversation, preset, onDone }: Props) => {
  const { t } = useTranslation('desk');
  const kept = keptForm(conversation.key, spec, preset);
  const [values, setValues] = useState(() => ({
    ...initialValues(spec, conversation.orders, preset),
    ...kept.read(),
  }));
  const formRef = useRef<HTMLFormElement>(null);
  const faultId = useId();
  // The focus goes with the form otherwise, and the next key is lost.
  const finish = () => {
    kept.forget();
    const form = formRef.current;
    if (form?.contains(document.activeElement))
      form.closest('section')?.querySelector<HTMLElement>('button[aria-expanded="true"]')?.focus();
    onDone();
  };
  const { isBusy, errorText, submit } = useActionSubmit(conversation.key, spec, finish);
  const checked = checkForm(spec, values);
  const barred = useActionBlock(conversation, spec, NO_FAULT);
  const block = useActionBlock(conversation, spec, checked);
  // What the fields lack disables nothing: a press that did nothing was run past (RULES X115).
  const fault = barred === null ? block : null;
  const [isRefused, setIsRefused] = useState(false);
  const isOver = useOverWords(conversation) !== null;
  useEffect(() => {
    formRef.current?.scrollIntoView?.({ block: 'nearest' });
    formRef.current
      ?.querySelector<HTMLElement>('input, textarea, select, button[type="submit"]')
      ?.focus({ preventScroll: true });
  }, []);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (barred !== null || isBusy) return;
    setIsRefused(fault !== null);
    if (checked.ok && block === null) void submit(checked.payload);
    else focusFault(formRef.current);
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
          {t(spec.id === PIN_NOTICE ? 'action.pins' : spec.sends ? 'action.sends' : 'action.silent')}
        </span>
        <Button kind="bare" size="s" className="-mr-8" onClick={closeForm}>
          {t('ui:fold')}
        </Button>
      </p>
      <fieldset disabled={isOver} className="min-w-0">
        <div className="grid gap-8">
          {spec.fields.map((field) => (
            <ActionFieldView
              key={field.name}
              field={field}
              isEither={isOneOf(spec, field)}
              values={values}
              shop={shop}
              conversation={conversation}
              isInvalid={!checked.ok && checked.invalid.includes(field.name)}
              onChange={(value) => {
                setValues((previous) => {
                  const next = { ...previous, [field.name]: value };
                  return field.kind === 'order' ? withOrderSum(spec, conversation.orders, next, previous) : next;
                });
                kept.write(field.name, value);
              }}
            />
          ))}
        </div>
      </fieldset>
      {errorText === null ? null : (
        <Notice tone="bad" className="mt-8 rounded-5">
          {errorText}
        </Notice>
      )}
      <div className="mt-10 flex flex-wrap items-center gap-8">
        <Button
          type="submit"
          kind="primary"
          disabledReason={barred}
          disabled={isBusy}
          aria-describedby={fault === null ? undefined : faultId}
        >
          {t('action.submit', { title: spec.title })}
        </Button>
        {fault === null ? null : (
          <span
            key={String(isRefused)}
            id={faultId}
            role={isRefused ? 'alert' : undefined}
            className={isRefused ? 'font-semibold text-bad' : 'text-12 text-ink-3'}
          >
            {fault}
          </span>
        )}
      </div>
    </form>
  );
};

/** If no answer comes, the next press sends the same id, so that the action is done once (RULES N2). */
const useActionSubmit = (conversation: string, spec: ActionSpec, onDone: () => void) => {
  const { t } = useTranslation('desk');
  const commandId = useRef(newCommandId());
  const [isBusy, setIsBusy] = useState(false);
  const [errorText, setErrorText] = useState<string | null>(null);
  const submit = async (payload: Parameters<typeof doAction>[2]) => {
    setIsBusy(true);
    setErrorText(null);
    const reply = await doAction(conversation, spec.id, payload, commandId.current);
    setIsBusy(false);
    if (reply === null) return setErrorText(t('noLine'));
    commandId.current = newCommandId();
    if (reply.ok) {
      noteActionDone(spec.id);
      onDone();
    } else setErrorText(reply.error.message);
  };
  return { isBusy, errorText, submit };
};
