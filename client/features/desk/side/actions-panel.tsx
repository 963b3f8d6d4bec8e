import { Send } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { usePhone } from '#client/drill/model/desk-widths.ts';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { actionName, answerLines } from '#client/drill/model/event-words.ts';
import { PIN_NOTICE } from '#client/drill/thread/action-card.tsx';
import { closeForm, openForm, useDeskUi } from '#client/features/desk/model/desk-ui.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { useOverWords } from '#client/features/desk/model/use-action-block.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { cx } from '#client/ui/cx.ts';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import type { ShopBody } from '#contract/bodies.ts';
import { ActionForm, isHalfFilled } from './action-form.tsx';
import { DoneNotice } from './done-notice.tsx';
import { NothingFound, SearchField } from './look-up.tsx';
import { recentActions } from './recent-actions.ts';
import { search, useQuery } from './side-memory.ts';

type Props = { conversation: ConversationView | null; shop: ShopBody | null };

type Action = ShopBody['actions'][number];
/** `recent`: what was done last on this device; an operation stands there and under its group. */
type Group = { id: string; title: string; actions: readonly Action[] };

/** What was done last while the panel stood: its notice stays until the next form. */
type Done = { action: string; conversation: string };

/** Everything the shop's desk can do: by kind, what was done last before it, and found by a word; the chosen one unfolds its form. */
export const ActionsPanel = ({ conversation, shop }: Props) => {
  const { t } = useTranslation('desk');
  const form = useDeskUi((state) => state.form);
  const query = useQuery('actions');
  // As it was when the panel was opened: a button that moves under the hand is pressed wrongly.
  const [recent] = useState(recentActions);
  const [done, setDone] = useState<Done | null>(null);
  const over = useOverWords(conversation);
  const isPhone = usePhone();
  if (conversation === null || shop === null)
    return <EmptyState title={t('side.noCustomer')} text={t('side.noCustomerText')} />;
  const words = query.trim().toLowerCase();
  const found = shop.actions.filter(({ title, group }) => `${title}\n${group}`.toLowerCase().includes(words));
  // What is being filled in stays where it is, with what was typed.
  const shown = shop.actions.filter((action) => found.includes(action) || action.id === form?.action);
  const urgent = isPhone ? shown.find(({ id }) => id === URGENT)?.group : undefined;
  const groupOf = (group: string): Group => ({
    id: `group ${group}`,
    title: group,
    actions: shown.filter((action) => action.group === group),
  });
  const groups: readonly Group[] = [
    ...(urgent === undefined ? [] : [groupOf(urgent)]),
    { id: 'recent', title: t('action.recent'), actions: words === '' ? actionsIn(shop, recent) : [] },
    ...[...new Set(shown.map(({ group }) => group))].filter((group) => group !== urgent).map(groupOf),
  ].filter(({ actions }) => actions.length > 0);
  const asked = shop.actions.find((action) => action.id === form?.action);
  // What was half filled in can still be read; nothing else opens (RULES X100).
  const isShut = over !== null && asked !== undefined && !isHalfFilled(conversation.key, asked, form?.preset ?? {});
  const spec = isShut ? undefined : asked;
  const openFirst = (event: FormEvent) => {
    event.preventDefault();
    const [first] = found;
    if (over === null && words !== '' && first !== undefined) openForm(first.id);
  };
  // The preset is part of the key: the form holds what was typed, and one opened with other values starts anew.
  const shownForm =
    spec === undefined ? null : (
      <ActionForm
        key={`${conversation.key} ${spec.id} ${JSON.stringify(form?.preset ?? {})}`}
        spec={spec}
        shop={shop}
        conversation={conversation}
        preset={form?.preset ?? {}}
        onDone={() => {
          setDone({ action: spec.id, conversation: conversation.key });
          // Another form may have been opened while the answer was on its way.
          if (useDeskUi.getState().form === form) closeForm();
        }}
      />
    );
  const doneSpec =
    spec === undefined && done?.conversation === conversation.key
      ? shop.actions.find(({ id }) => id === done.action)
      : undefined;
  return (
    <>
      <form onSubmit={openFirst}>
        <SearchField label={t('search.actions')} value={query} onChange={(words) => search('actions', words)} />
      </form>
      {over === null ? null : (
        <p role="status" className="border-line border-b px-14 py-6 text-12 text-ink-2">
          {over}
        </p>
      )}
      {found.length === 0 ? <NothingFound query={query} /> : null}
      {groups.map((group) => (
        <section key={group.id} aria-label={group.title} className="border-line border-b">
          <div className="grid grid-cols-[44px_minmax(0,1fr)] gap-x-6 [&:lang(en)]:grid-cols-[68px_minmax(0,1fr)] px-14 py-8">
            <h3 className="pt-4 text-12 text-ink-3">{group.title}</h3>
            <div className="flex flex-wrap gap-4">
              {group.actions.map((action) => (
                <ActionButton key={action.id} action={action} isOpen={action.id === spec?.id} over={over} />
              ))}
            </div>
          </div>
          {group.id === `group ${spec?.group}` ? shownForm : null}
          {doneSpec !== undefined && group.id === `group ${doneSpec.group}` ? (
            <DoneNotice spec={doneSpec} shop={shop} conversation={conversation} />
          ) : null}
        </section>
      ))}
      <DoneActions conversation={conversation} shop={shop} />
    </>
  );
};

/** Its group can't wait for a scroll: on a phone it stood last and off screen (RULES X108). */
const URGENT = 'safety-report';

const actionsIn = (shop: ShopBody, ids: readonly string[]): Action[] =>
  ids.flatMap((id) => shop.actions.find((action) => action.id === id) ?? []);

/** `over`: why none opens any more. */
type ActionButtonProps = { action: Action; isOpen: boolean; over: string | null };

/** What the customer gets a card of has a mark: it can't be taken back. */
const ActionButton = ({ action: { id, title, sends }, isOpen, over }: ActionButtonProps) => {
  const { t } = useTranslation('desk');
  const hint = over ?? (sends ? t(id === PIN_NOTICE ? 'action.pins' : 'action.sends') : undefined);
  return (
    <Button
      size="s"
      aria-expanded={isOpen}
      className={cx(isOpen && 'border-accent! bg-tint! text-accent!')}
      disabled={over !== null && !isOpen}
      title={hint}
      onClick={() => (isOpen ? closeForm() : openForm(id))}
    >
      {title}
      {sends ? <Send size={12} className="shrink-0 text-ink-3" aria-hidden="true" /> : null}
    </Button>
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
