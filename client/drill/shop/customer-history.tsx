import { type PastConversation, pastConversations } from '#client/drill/model/customer-history.ts';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Disclosure } from '#client/ui/layout/disclosure.tsx';

/** 历史: what the customer bought and said before, each earlier conversation folded under its day. Says so where there is nothing. */
export const CustomerHistory = ({ conversation }: { conversation: ConversationView }) => {
  const { t } = useTranslation('desk');
  const past = pastConversations(conversation);
  const bought = conversation.earlierContacts;
  return (
    <section aria-label={t('history.title')} className="py-10">
      <h3 className="mb-4 px-14 font-semibold">{t('history.title')}</h3>
      {bought.length + past.length === 0 ? (
        <p className="px-14 text-12 text-ink-3">
          {conversation.isRegular
            ? t('history.noneKnown')
            : t(conversation.orders.every(({ byOther }) => byOther) ? 'history.none' : 'history.noneOrdered')}
        </p>
      ) : null}
      {bought.length === 0 ? null : (
        <>
          <h4 className="px-14 text-12 text-ink-3">{t('order.past')}</h4>
          <ul className="grid gap-4 px-14 pb-6">
            {bought.map((contact) => (
              <li key={`${contact.on} ${contact.product}`} className="grid grid-cols-[80px_minmax(0,1fr)] gap-x-8">
                <span className="text-ink-3">{contact.on}</span>
                <span>
                  {contact.name}
                  {contact.note === null ? null : <span className="block text-12 text-ink-3">{contact.note}</span>}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {past.map((day) => (
        <PastRow key={day.key} day={day} />
      ))}
    </section>
  );
};

const PastRow = ({ day: { date, messages } }: { day: PastConversation }) => {
  const { t } = useTranslation('desk');
  return (
    <Disclosure className="border-line border-t" head={<span>{t('history.talk', { date, n: messages.length })}</span>}>
      <ul className="grid gap-3 px-14 py-6 text-12">
        {messages.map(({ by, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was said before never changes
          <li key={index} className="grid grid-cols-[44px_minmax(0,1fr)] gap-x-8">
            <span className="text-ink-3">{t(`before.by.${by}`)}</span>
            <span lang="zh-CN" className="wrap-anywhere">
              {text}
            </span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
};
