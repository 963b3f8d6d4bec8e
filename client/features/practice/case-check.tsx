import { useTranslation } from 'react-i18next';
import type { ScenarioCard } from '#contract/bodies.ts';
import { cx } from '../../ui/cx.ts';
import { Best } from './best.tsx';

type Props = { card: ScenarioCard; checked: boolean; why: string | null; onToggle: () => void };

/** A case as a choice; when it can't be chosen it says why in place of its level. */
export const CaseCheck = ({ card, checked, why, onToggle }: Props) => {
  const { t } = useTranslation('practice');
  return (
    <label
      className={cx(
        'grid min-h-48 grid-cols-[16px_minmax(0,1fr)_auto] items-center gap-x-10 px-16 py-6 max-pane:px-14',
        checked ? 'bg-tint' : 'hover:bg-soft',
      )}
    >
      <input
        type="checkbox"
        checked={checked}
        disabled={why !== null}
        onChange={onToggle}
        className="size-16 accent-accent-solid"
      />
      <span className="min-w-0">
        <span className={cx('block font-semibold', why !== null && 'text-ink-3')}>{card.title}</span>
        <span className="block text-12 text-ink-2">
          {why ?? t('library.case', { level: card.level, minutes: card.minutes, shop: card.shopName })}
        </span>
      </span>
      <Best best={card.best} />
    </label>
  );
};
