import { Check } from 'lucide-react';
import { type FormEvent, Fragment, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { answerLines } from '#client/drill/model/event-words.ts';
import { type ActionSpec, checkForm, startValues, type Values } from '#client/features/desk/model/desk-fields.ts';
import { closeForm } from '#client/features/desk/model/desk-ui.ts';
import { doAction } from '#client/features/desk/model/drill-commands.ts';
import { newCommandId } from '#client/features/desk/model/drill-ids.ts';
import { useActionBlock } from '#client/features/desk/model/use-action-block.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import type { ShopBody } from '#contract/bodies.ts';
import { ActionFieldView } from './action-field.tsx';

type Props = { spec: ActionSpec; shop: ShopBody; conversation: ConversationView; preset: Values };

/** One action's form, made from the shop's data. The action is done only when its own button is pressed. */
export const ActionForm = ({ spec, shop, conversation, preset }: Props) => {
  const { t } = useTranslation('desk');
  const [values, setValues] = useState(() => startValues(spec, conversation.orders, preset));
  const { busy, trouble, doneId, submit } = useSubmit(conversation.key, spec);
  const checked = checkForm(spec, values);
  const block = useActionBlock(conversation, spec, checked);
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView?.({ block: 'nearest' });
    box.current
      ?.querySelector<HTMLElement>('input, textarea, select, button[type="submit"]')
      ?.focus({ preventScroll: true });
  }, []);
  const lastDone = conversation.items.findLast((item) => item.kind === 'action' && item.action === spec.id);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (checked.ok && block === null && !busy) void submit(checked.with);
  };
  return (
    <form ref={box} onSubmit={onSubmit} aria-label={spec.title} className="border-line border-t bg-soft px-14 py-10">
      <p className="mb-4 flex items-center gap-8">
        <b className="shrink-0">{spec.title}</b>
        <span className="min-w-0 flex-1 text-right text-12 text-ink-3">
          {t(spec.sends ? 'action.sends' : 'action.silent')}
        </span>
        <Button kind="bare" size="s" className="-mr-8" onClick={closeForm}>
          {t('action.fold')}
        </Button>
      </p>
      <div className="grid gap-8">
        {spec.fields.map((field) => (
          <ActionFieldView
            key={field.name}
            field={field}
            values={values}
            shop={shop}
            conversation={conversation}
            invalid={!checked.ok && checked.invalid.includes(field.name)}
            onChange={(value) => setValues((old) => ({ ...old, [field.name]: value }))}
          />
        ))}
      </div>
      {trouble === null ? null : (
        <Notice tone="bad" className="mt-8 rounded-5">
          {trouble}
        </Notice>
      )}
      <div className="mt-10 flex flex-wrap items-center gap-8">
        <Button type="submit" kind="primary" why={block} disabled={busy}>
          {t('action.submit', { title: spec.title })}
        </Button>
      </div>
      {doneId !== null && lastDone?.kind === 'action' ? (
        <p role="status" className="mt-8 flex items-start gap-4 text-12 text-good">
          <Check size={14} className="mt-2 shrink-0" aria-hidden="true" />
          <Answer lines={answerLines(lastDone, shop)} title={spec.title} />
        </p>
      ) : null}
    </form>
  );
};

/** What the desk answered; that it was done where it answered nothing. */
const Answer = ({ lines, title }: { lines: ReturnType<typeof answerLines>; title: string }) => {
  const { t } = useTranslation('desk');
  if (lines.length === 0) return <span>{t('action.done', { title })}</span>;
  return (
    <span>
      {lines.map(({ text, lang }, n) => (
        <Fragment key={text}>
          {n > 0 ? ' ' : null}
          <span lang={lang}>{text}</span>
        </Fragment>
      ))}
    </span>
  );
};

/** If no answer comes, the next press sends the same id, so that the action is done once (RULES N2). */
const useSubmit = (conversation: string, spec: ActionSpec) => {
  const { t } = useTranslation('desk');
  const id = useRef(newCommandId());
  const [isBusy, setIsBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [doneId, setDoneId] = useState<string | null>(null);
  const submit = async (filled: Parameters<typeof doAction>[2]) => {
    setIsBusy(true);
    setTrouble(null);
    const reply = await doAction(conversation, spec.id, filled, id.current);
    setIsBusy(false);
    if (reply === null) return setTrouble(t('noLine'));
    const used = id.current;
    id.current = newCommandId();
    if (reply.ok) setDoneId(used);
    else setTrouble(reply.error.message);
  };
  return { busy: isBusy, trouble, doneId, submit };
};
