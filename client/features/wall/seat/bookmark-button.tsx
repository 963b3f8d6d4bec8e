import { Bookmark, BookmarkCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { bookmarkMessage } from '#client/lib/run/run-commands.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import { Popover } from '#client/ui/controls/popover.tsx';
import { toastFailure } from '#client/ui/layout/toast-store.ts';

type Props = { seat: string; drill: string; conversation: string; message: string };

/** 记下这句: for the debrief, with a note if one likes. */
export const BookmarkButton = ({ seat, drill, conversation, message }: Props) => {
  const { t } = useTranslation('wall');
  const [isOpen, setIsOpen] = useState(false);
  const [note, setNote] = useState('');
  const [isBookmarked, setIsBookmarked] = useState(false);
  const bookmark = async () => {
    setIsOpen(false);
    if (await toastFailure(bookmarkMessage({ seat, drill, conversation, message, note: note.trim() })))
      setIsBookmarked(true);
  };
  const Icon = isBookmarked ? BookmarkCheck : Bookmark;
  return (
    <Popover
      label={t('marking.title')}
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={
        <Button size="s" square kind="bare" aria-label={t(isBookmarked ? 'marking.done' : 'marking.do')}>
          <Icon size={14} aria-hidden="true" className={isBookmarked ? 'text-accent' : ''} />
        </Button>
      }
    >
      <form
        className="flex w-260 flex-col gap-8"
        onSubmit={(event) => {
          event.preventDefault();
          void bookmark();
        }}
      >
        <TextField
          label={t('marking.note')}
          hint={t('marking.hint')}
          maxLength={200}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <Button type="submit" kind="primary" className="self-end">
          {t('marking.save')}
        </Button>
      </form>
    </Popover>
  );
};
