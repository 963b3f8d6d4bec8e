import { useState } from 'react';
import {
  type ActionSpec,
  checkForm,
  type FieldValues,
  initialValues,
  isOneOf,
} from '#client/drill/model/desk-fields.ts';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { ActionFieldView } from '#client/drill/shop/action-field.tsx';
import { type Draft, setDraft } from '#client/features/puzzles/model/device.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { listed } from '#client/lib/listed.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { cx } from '#client/ui/cx.ts';
import type { PuzzleBody } from '#contract/practice/puzzles.ts';

type Props = { puzzle: PuzzleBody; draft: Draft; conversation: ConversationView; isHandedIn: boolean };

/** Most operations of one answer, as the server takes them. */
const MAX_ACTS = 8;

/** The shop's operations; one that is filled in goes with the answer and is done just before its words. */
export const PuzzleOperations = ({ puzzle, draft, conversation, isHandedIn }: Props) => {
  const { t } = useTranslation('puzzles');
  const [openId, setOpenId] = useState<string | null>(null);
  const { shop, card } = puzzle;
  const spec = shop.actions.find(({ id }) => id === openId);
  const groups = [...new Set(shop.actions.map(({ group }) => group))];
  const isBlocked = isHandedIn || draft.startedAt === null || draft.acts.length >= MAX_ACTS;
  return (
    <>
      <p className="border-line border-b px-14 py-10 text-12 text-ink-2">
        {t(draft.startedAt === null ? 'actsAfterBegin' : 'actsAbout')}
      </p>
      {groups.map((group) => (
        <section key={group} aria-label={group} className="border-line border-b">
          <div className="grid grid-cols-[44px_minmax(0,1fr)] gap-x-6 px-14 py-8 [&:lang(en)]:grid-cols-[68px_minmax(0,1fr)]">
            <h3 className="pt-4 text-12 text-ink-3">{group}</h3>
            <div className="flex flex-wrap gap-4">
              {shop.actions
                .filter((action) => action.group === group)
                .map((action) => (
                  <Button
                    key={action.id}
                    size="s"
                    disabled={isBlocked}
                    aria-expanded={action.id === openId}
                    className={cx(action.id === openId && 'border-accent! bg-tint! text-accent!')}
                    onClick={() => setOpenId(action.id === openId ? null : action.id)}
                  >
                    {action.title}
                  </Button>
                ))}
            </div>
          </div>
          {spec?.group === group && !isBlocked ? (
            <OperationForm
              key={spec.id}
              spec={spec}
              shop={shop}
              conversation={conversation}
              onTake={(taken) => {
                setDraft(card.id, { acts: [...draft.acts, { action: spec.id, with: taken, title: spec.title }] });
                setOpenId(null);
              }}
            />
          ) : null}
        </section>
      ))}
    </>
  );
};

type FormProps = {
  spec: ActionSpec;
  shop: PuzzleBody['shop'];
  conversation: ConversationView;
  onTake: (taken: Draft['acts'][number]['with']) => void;
};

const OperationForm = ({ spec, shop, conversation, onTake }: FormProps) => {
  const { t } = useTranslation('puzzles');
  const [values, setValues] = useState<FieldValues>(() => initialValues(spec, conversation.orders, {}));
  const checked = checkForm(spec, values);
  return (
    <form
      aria-label={spec.title}
      className="grid gap-8 border-line border-t bg-soft px-14 py-10"
      onSubmit={(event) => {
        event.preventDefault();
        if (checked.ok) onTake(checked.payload);
      }}
    >
      {spec.fields.map((field) => (
        <ActionFieldView
          key={field.name}
          field={field}
          isEither={isOneOf(spec, field)}
          values={values}
          shop={shop}
          conversation={conversation}
          isInvalid={!checked.ok && checked.invalid.includes(field.name)}
          onChange={(value) => setValues((previous) => ({ ...previous, [field.name]: value }))}
        />
      ))}
      <span>
        <Button
          type="submit"
          kind="primary"
          disabledReason={
            checked.ok || checked.missing.length === 0 ? null : t('missing', { names: listed(checked.missing) })
          }
          disabled={!checked.ok}
        >
          {t('takeAct', { title: spec.title })}
        </Button>
      </span>
    </form>
  );
};
