import { Lock, Radio, Users } from 'lucide-react';
import type { ConversationPlace } from '#client/drill/model/drill-view.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Tag } from '#client/ui/layout/tag.tsx';

const ICONS = { public: Radio, group: Users, private: Lock } as const;

const PlaceIcon = ({ place }: { place: ConversationPlace }) => {
  const Icon = ICONS[place];
  return <Icon size={12} aria-hidden="true" className="shrink-0" />;
};

/** A tag beside the customer's name while others read along (公屏, 群里); nothing in a private chat. `isSmall`: its picture alone, its word for screen readers. */
export const PlaceTag = ({ place, isSmall = false }: { place: ConversationPlace; isSmall?: boolean }) => {
  const { t } = useTranslation('ui');
  if (place === 'private') return null;
  return (
    <Tag tone="line">
      <PlaceIcon place={place} />
      <span className={isSmall ? 'sr-only' : undefined}>{t(`place.tag.${place}`)}</span>
    </Tag>
  );
};

/** Where the conversation continues, and who reads along there. Screen readers read the same text that is on screen. */
export const PlaceWords = ({ place }: { place: ConversationPlace }) => {
  const { t } = useTranslation('ui');
  return (
    <span className="inline-flex items-center gap-4">
      <PlaceIcon place={place} />
      {t(`place.goes.${place}`)}
    </span>
  );
};
