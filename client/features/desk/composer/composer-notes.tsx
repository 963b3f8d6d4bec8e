import { unfilledVariables } from '#client/drill/model/quick-replies.ts';
import { dismissNote } from '#client/features/desk/model/drill-send.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { type ComposerState, useWords } from '#client/features/desk/model/use-composer.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { later } from '#client/lib/later.tsx';
import { listed } from '#client/lib/listed.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';

const MovedNote = later(() => import('./moved-note.tsx').then((module) => module.MovedNote));

/** Notices above the composer: a reply that came back, gaps not yet filled in, and one begun in another place. */
export const ComposerNotes = ({ conversation, composer }: { conversation: string; composer: ComposerState }) => {
  const { t } = useTranslation('desk');
  const note = useDrill((state) => state.notes[conversation]);
  const gaps = unfilledVariables(useWords(composer.words, (text) => (composer.asking === 'gaps' ? text : '')));
  return (
    <>
      {note === undefined ? null : (
        <Notice
          tone="warn"
          action={
            <Button size="s" onClick={() => dismissNote(conversation)}>
              {t('note.seen')}
            </Button>
          }
        >
          {note.kind === 'spoke-since' ? t('note.spokeSince') : note.message}
        </Notice>
      )}
      {composer.asking === 'place' ? <MovedNote conversation={conversation} composer={composer} /> : null}
      {composer.asking === 'gaps' && gaps.length > 0 ? (
        <Notice
          tone="warn"
          action={
            <span className="flex gap-6">
              <Button size="s" onClick={() => composer.send(true)}>
                {t('gap.anyway')}
              </Button>
              <Button size="s" kind="primary" onClick={composer.selectGap}>
                {t('gap.fill')}
              </Button>
            </span>
          }
        >
          {t('gap.text', { names: listed([...new Set(gaps.map((gap) => gap.text))]) })}
        </Notice>
      ) : null}
    </>
  );
};
