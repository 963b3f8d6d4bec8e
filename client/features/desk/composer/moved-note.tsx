import { leftPlace } from '#client/features/desk/model/drill-drafts.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import type { ComposerState } from '#client/features/desk/model/use-composer.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';

/** The customer went to another place while the reply was written: others would read it there, or nobody who was meant. */
export const MovedNote = ({ conversation, composer }: { conversation: string; composer: ComposerState }) => {
  const { t } = useTranslation('desk');
  const place = useDrill((state) => state.view.conversations[conversation]?.place);
  const from = place === undefined ? null : leftPlace(conversation, place);
  if (from === null) return null;
  return (
    <Notice
      tone="warn"
      action={
        <span className="flex gap-6">
          <Button size="s" onClick={() => composer.send(true)}>
            {t(`composer.moved.send.${place}`)}
          </Button>
          <Button size="s" kind="primary" onClick={composer.readAgain}>
            {t('composer.moved.change')}
          </Button>
        </span>
      }
    >
      {t(`composer.moved.from.${from}`)}
    </Notice>
  );
};
