import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { actionName, answerLines } from '#client/drill/model/event-words.ts';
import { closeForm, openForm, useDeskUi } from '#client/features/desk/model/desk-ui.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { cx } from '#client/ui/cx.ts';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import type { ShopBody } from '#contract/bodies.ts';
import { ActionForm } from './action-form.tsx';

type Props = { conversation: ConversationView | null; shop: ShopBody | null };

/** Everything the shop's desk can do, by group; the chosen one unfolds its form right under its group. */
export const ActionsPanel = ({ conversation, shop }: Props) => {
  const { t } = useTranslation('desk');
  const form = useDeskUi((state) => state.form);
  if (conversation === null || shop === null)
    return <EmptyState title={t('side.noCustomer')} text={t('side.noCustomerText')} />;
  const groups = [...new Set(shop.actions.map((action) => action.group))];
  const spec = shop.actions.find((action) => action.id === form?.action);
  return (
    <>
      {groups.map((group) => (
        <section key={group} aria-label={group} className="border-line border-b">
          <div className="grid grid-cols-[44px_minmax(0,1fr)] gap-x-6 [&:lang(en)]:grid-cols-[68px_minmax(0,1fr)] px-14 py-8">
            <h3 className="pt-4 text-12 text-ink-3">{group}</h3>
            <div className="flex flex-wrap gap-4">
              {shop.actions
                .filter((action) => action.group === group)
                .map((action) => {
                  const isOpen = action.id === form?.action;
                  return (
                    <Button
                      key={action.id}
                      size="s"
                      aria-expanded={isOpen}
                      className={cx(isOpen && 'border-accent! bg-tint! text-accent!')}
                      onClick={() => (isOpen ? closeForm() : openForm(action.id))}
                    >
                      {action.title}
                    </Button>
                  );
                })}
            </div>
          </div>
          {spec?.group === group ? (
            // The preset is part of the key: the form holds what was typed, and one opened with other values starts anew.
            <ActionForm
              key={`${conversation.key} ${spec.id} ${JSON.stringify(form?.preset ?? {})}`}
              spec={spec}
              shop={shop}
              conversation={conversation}
              preset={form?.preset ?? {}}
            />
          ) : null}
        </section>
      ))}
      <DoneActions conversation={conversation} shop={shop} />
    </>
  );
};

/** What was done for this customer, and what the desk answered. */
const DoneActions = ({ conversation, shop }: { conversation: ConversationView; shop: ShopBody }) => {
  const { t } = useTranslation('desk');
  const hasEnded = useDrill((state) => state.view.endReason !== null);
  const doneActions = conversation.items.filter((item) => item.kind === 'action').toReversed();
  if (doneActions.length === 0)
    return hasEnded ? null : <p className="px-14 py-10 text-12 text-ink-3">{t('action.noneYet')}</p>;
  return (
    <section className="px-14 py-10">
      <h3 className="mb-4 font-semibold">{t('action.doneTitle')}</h3>
      <ul className="grid gap-6">
        {doneActions.map((item) => (
          <li key={item.id}>
            {actionName(item, shop)}
            {answerLines(item, shop).map(({ text, lang }) => (
              <span key={text} lang={lang} className="block text-12 text-ink-2">
                {text}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
};
