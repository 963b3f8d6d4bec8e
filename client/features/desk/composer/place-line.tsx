import { Eye } from 'lucide-react';
import { memo } from 'react';
import type { ConversationPlace } from '#client/drill/model/drill-view.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';

/** Who else reads what is written here; nothing in private. `id`: the field is described by it. */
export const PlaceLine = memo(({ id, place }: { id: string; place: ConversationPlace }) => {
  const { t } = useTranslation('desk');
  if (place === 'private') return null;
  return (
    <p id={id} className="flex items-center gap-4 px-16 pt-4 text-12 text-ink-2 max-pane:px-8">
      <Eye size={12} aria-hidden="true" className="shrink-0" />
      {t(`composer.seen.${place}`)}
    </p>
  );
});
PlaceLine.displayName = 'PlaceLine';
