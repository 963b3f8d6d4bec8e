import { Trash2 } from 'lucide-react';
import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { QuickRepliesBody } from '#contract/quick-replies.ts';
import { ReplyList } from './reply-list.tsx';

type Props = { body: QuickRepliesBody; onChanged: () => void };

/** What drills get from now on; all of it can go, and come back. */
export const CurrentList = ({ body, onChanged }: Props) => {
  const { t } = useTranslation('quick-replies');
  const { isBusy, error, send } = useSubmit();
  const { shop, version, replies } = body;
  const undo = async (base: number) => {
    const reply = await send(() =>
      call('POST /api/quick-replies/:id/versions/:version/restore', { id: shop.id, version }, { base }),
    );
    if (reply !== null) onChanged();
  };
  const remove = async () => {
    const reply = await send(() => call('POST /api/quick-replies/:id/remove', { id: shop.id }, { base: version }));
    if (reply === null) return;
    onChanged();
    showToast(t('list.removed', { count: replies.length }), 'plain', {
      label: t('list.undo'),
      run: () => void undo(reply.value.version),
    });
  };
  return (
    <section aria-labelledby="list">
      <SectionHeader
        id="list"
        title={t('list.title')}
        note={t('list.note', { own: replies.length, shipped: shop.shipped })}
        {...(replies.length === 0
          ? {}
          : {
              aside: (
                <Button kind="danger" size="s" disabled={isBusy} onClick={() => void remove()}>
                  <Trash2 size={14} aria-hidden="true" />
                  {t('list.remove')}
                </Button>
              ),
            })}
      />
      <Refused error={error} className="mb-8" />
      <Panel>
        {replies.length === 0 ? (
          <EmptyState title={t('list.empty', { name: shop.name })} text={t('list.emptyText')} />
        ) : (
          <ReplyList label={t('list.title')} replies={replies} />
        )}
      </Panel>
    </section>
  );
};
