import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';
import { SchoolTag } from '#client/ui/layout/school-tag.tsx';
import type { ScenarioCard } from '#contract/bodies.ts';

type Props = { card: ScenarioCard; isChosen: boolean; blockReason: string | null; onToggle: () => void };

export const CaseChoice = ({ card, isChosen, blockReason, onToggle }: Props) => {
  const { t } = useTranslation('classroom');
  return (
    <li className="border-line border-b last:border-b-0">
      <label
        className={cx(
          'grid min-h-32 grid-cols-[16px_minmax(0,1fr)_auto] items-center gap-x-10 px-12 py-4 max-pane:min-h-44',
          isChosen ? 'bg-tint' : 'hover:bg-soft',
        )}
      >
        <input
          type="checkbox"
          checked={isChosen}
          disabled={blockReason !== null}
          onChange={onToggle}
          className="size-16 accent-accent-solid"
        />
        <span className="min-w-0">
          <span className={cx('mr-8', isChosen && 'font-semibold', blockReason !== null && 'text-ink-3')}>
            {card.title}
          </span>
          <SchoolTag card={card} className="mr-8" />
          <span className="text-12 text-ink-2">
            {blockReason ?? t('cases.of', { type: card.typeName, shop: card.shopName })}
          </span>
        </span>
        <span className="whitespace-nowrap text-12 text-ink-3">
          {t('cases.size', { level: card.level, minutes: card.minutes })}
        </span>
      </label>
    </li>
  );
};
