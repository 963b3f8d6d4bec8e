import { X } from 'lucide-react';
import { type FormEvent, useEffect, useRef } from 'react';
import { type Draft, setDraft } from '#client/features/puzzles/model/device.ts';
import type { Trouble } from '#client/lib/api.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Kbd } from '#client/ui/controls/kbd.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import type { PuzzleBody } from '#contract/practice/puzzles.ts';

/** Most characters of a reply, as the server takes them. */
const MESSAGE_MAX = 500;

type Props = {
  puzzle: PuzzleBody;
  draft: Draft;
  seconds: number | null;
  /** Why the answer couldn't be judged. */
  error: Trouble | null;
  /** There is a conversation to read before 开始. */
  isRead: boolean;
  onRetry: () => void;
};

/** 开始, then one reply; it is sent once. */
export const PuzzleAnswer = ({ puzzle, draft, seconds, error, isRead, onRetry }: Props) => {
  const { t } = useTranslation('puzzles');
  const field = useRef<HTMLTextAreaElement>(null);
  const { id } = puzzle.card;
  const hasStarted = draft.startedAt !== null;
  const isSent = draft.answer !== null;
  useEffect(() => {
    if (hasStarted) field.current?.focus();
  }, [hasStarted]);
  const isEmpty = draft.text.trim() === '' && draft.acts.length === 0;
  const send = (): void => {
    if (isEmpty || isSent || seconds === null) return;
    const acts = draft.acts.map((act) => ({ action: act.action, with: act.with }));
    const exact = draft.startedAt === null ? seconds : Math.max(seconds, (Date.now() - draft.startedAt) / 1000);
    setDraft(id, { answer: { text: draft.text, acts, seconds: exact } });
  };
  const giveBack = (): void => setDraft(id, { answer: null });
  if (!hasStarted)
    return (
      <div className="flex flex-wrap items-center gap-x-16 gap-y-8 border-line border-t bg-surface px-16 py-12 max-pane:px-12">
        <p className="min-w-200 flex-1 text-ink-2">{t(isRead ? 'readFirst' : 'comesFirst', { n: puzzle.seconds })}</p>
        <Button kind="primary" size="l" autoFocus onClick={() => setDraft(id, { startedAt: Date.now() })}>
          {t('ui:start')}
        </Button>
      </div>
    );
  return (
    <form
      className="border-line border-t bg-surface px-12 py-10"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        send();
      }}
    >
      {error === null ? null : (
        <Notice tone="bad" className="mb-8 rounded-5">
          <span className="flex flex-wrap items-center gap-8">
            {error.message}
            <Button size="s" onClick={onRetry}>
              {t('judgeAgain')}
            </Button>
            <Button size="s" kind="bare" onClick={giveBack}>
              {t('giveBack')}
            </Button>
          </span>
        </Notice>
      )}
      <Acts id={id} acts={draft.acts} isSent={isSent} />
      <textarea
        ref={field}
        lang="zh-CN"
        aria-label={t('answer')}
        rows={3}
        maxLength={MESSAGE_MAX}
        readOnly={isSent}
        value={draft.text}
        onChange={(event) => setDraft(id, { text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          send();
        }}
        className="block w-full resize-none rounded-5 border border-edge bg-surface px-8 py-5 focus-visible:border-accent focus-visible:-outline-offset-1 max-pane:text-16"
      />
      <div className="mt-8 flex flex-wrap items-center gap-10 text-12 text-ink-3">
        <span className="max-pane:hidden">
          <Kbd>Enter</Kbd> {t('keys.send')} <Kbd>Shift Enter</Kbd> {t('keys.line')}
        </span>
        <span>{t('once')}</span>
        <span className="flex-1" />
        <span>
          {draft.text.length} / {MESSAGE_MAX}
        </span>
        <Button kind="primary" type="submit" disabled={isSent || isEmpty}>
          {t(isSent && error === null ? 'judging' : 'send')}
        </Button>
      </div>
    </form>
  );
};

/** Operations that go with the answer; each can be taken out again. */
const Acts = ({ id, acts, isSent }: { id: string; acts: Draft['acts']; isSent: boolean }) => {
  const { t } = useTranslation('puzzles');
  if (acts.length === 0) return null;
  return (
    <ul aria-label={t('acts')} className="mb-8 flex flex-wrap gap-6">
      {acts.map((act, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: the same operation may stand twice
          key={index}
          className="flex items-center gap-4 rounded-5 border border-line bg-soft py-2 pr-2 pl-8 text-12"
        >
          {act.title}
          <Button
            kind="bare"
            size="s"
            square
            disabled={isSent}
            aria-label={t('takeOut', { title: act.title })}
            onClick={() => setDraft(id, { acts: acts.filter((_, place) => place !== index) })}
          >
            <X size={12} aria-hidden="true" />
          </Button>
        </li>
      ))}
    </ul>
  );
};
