import { useState } from 'react';
import type { Answer, Trouble } from '#client/lib/api.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import type { PersonalReply } from '#contract/practice/personal-replies.ts';
import type { PersonalDraft } from './personal-draft.ts';
import { PersonalRow } from './personal-row.tsx';
import { movePersonalReply, removePersonalReply, storePersonalReply, usePersonalReplies } from './personal-store.ts';

type Props = {
  unstored: PersonalDraft | null;
  onWrite: (draft: PersonalDraft) => void;
  onDrop: () => void;
};
type Removed = { reply: PersonalReply; place: number };

/** The list in its order, with what was deleted since it was opened, which can be had back. */
export const PersonalRows = ({ unstored, onWrite, onDrop }: Props) => {
  const { t } = useTranslation('personal-replies');
  const { body, error: notLoaded } = usePersonalReplies();
  const [error, setError] = useState<Trouble | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [isDropped, setIsDropped] = useState(false);
  const [removed, setRemoved] = useState<readonly Removed[]>([]);
  /** One change at a time, in the order of pressing; true when the server has it. */
  const change = async (request: () => Promise<Answer<unknown>>): Promise<boolean> => {
    if (isBusy) return false;
    setIsBusy(true);
    setError(null);
    const answer = await request();
    setIsBusy(false);
    if (!answer.ok) setError(answer.error);
    return answer.ok;
  };
  if (body === null)
    return notLoaded === null ? <p className="py-16">{t('line.loading')}</p> : <Refused error={notLoaded} />;
  const { replies } = body;
  const remove = async (reply: PersonalReply, place: number) => {
    if (await change(() => removePersonalReply(reply.id))) setRemoved([...removed, { reply, place }]);
  };
  const restore = async ({ reply, place }: Removed) => {
    if (await change(() => storePersonalReply(reply.id, reply, place)))
      setRemoved(removed.filter((one) => one.reply.id !== reply.id));
  };
  const move = async (id: string, place: number, button: string) => {
    // The row that moves is put into the page anew, and its button would lose the focus.
    if (await change(() => movePersonalReply(id, place)))
      requestAnimationFrame(() => document.getElementById(button)?.focus());
  };
  const [example = ''] = body.variables.filled;
  return (
    <>
      <p className="text-12 text-ink-3">{t('about')}</p>
      {unstored === null || isDropped ? null : (
        <Notice
          tone="warn"
          className="mt-8"
          action={
            <span className="flex gap-6">
              <Button
                size="s"
                onClick={() => {
                  onDrop();
                  setIsDropped(true);
                }}
              >
                {t('unsaved.drop')}
              </Button>
              <Button size="s" kind="primary" onClick={() => onWrite(unstored)}>
                {t('unsaved.goOn')}
              </Button>
            </span>
          }
        >
          {t('unsaved.text', { text: unstored.title || unstored.text })}
        </Notice>
      )}
      <Refused error={error} className="mt-8" />
      {removed.map((one) => (
        <Notice
          key={one.reply.id}
          className="mt-8"
          action={
            <Button size="s" onClick={() => void restore(one)}>
              {t('ui:withdraw')}
            </Button>
          }
        >
          {t('list.removed', { title: one.reply.title })}
        </Notice>
      ))}
      {replies.length === 0 ? (
        <EmptyState title={t('none.title')} text={t('none.text', { name: `{${example}}` })} />
      ) : (
        <ol className="mt-8 divide-y divide-line border-line border-y">
          {replies.map((reply, place) => (
            <PersonalRow
              key={reply.id}
              reply={reply}
              isFirst={place === 0}
              isLast={place === replies.length - 1}
              onEdit={() => onWrite(reply)}
              onRemove={() => void remove(reply, place)}
              onMove={(step, button) => void move(reply.id, place + step, button)}
            />
          ))}
        </ol>
      )}
    </>
  );
};
