import { Check } from 'lucide-react';
import { Fragment } from 'react';
import type { ActionSpec } from '#client/drill/model/desk-fields.ts';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { answerLines } from '#client/drill/model/event-words.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { ShopBody } from '#contract/bodies.ts';

type Props = { spec: ActionSpec; shop: ShopBody; conversation: ConversationView };

/** In the place of a form that was sent: what the desk answered, or that it was done where it answered nothing. */
export const DoneNotice = ({ spec, shop, conversation }: Props) => {
  const { t } = useTranslation('desk');
  const done = conversation.items.findLast((item) => item.kind === 'action' && item.action === spec.id);
  if (done?.kind !== 'action') return null;
  const lines = answerLines(done, shop);
  return (
    <p role="status" className="flex items-start gap-4 border-line border-t bg-soft px-14 py-8 text-12 text-good">
      <Check size={14} className="mt-2 shrink-0" aria-hidden="true" />
      <span>
        {lines.length === 0 ? t('action.done', { title: spec.title }) : null}
        {lines.map(({ text, lang }, index) => (
          <Fragment key={text}>
            {index > 0 ? ' ' : null}
            <span lang={lang}>{text}</span>
          </Fragment>
        ))}
      </span>
    </p>
  );
};
