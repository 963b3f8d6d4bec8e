import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { ScenarioCard } from '#contract/bodies.ts';
import { Tag } from './tag.tsx';

/** 本校 beside a case that one's own school wrote; nothing beside one that comes with the product. */
export const SchoolTag = ({ card, className }: { card: Pick<ScenarioCard, 'authored'>; className?: string }) => {
  const { t } = useTranslation('ui');
  if (!card.authored) return null;
  return (
    <Tag tone="accent" {...(className === undefined ? {} : { className })}>
      {t('ofSchool')}
    </Tag>
  );
};
