import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { SchoolTag } from '#client/ui/layout/school-tag.tsx';
import type { ScenarioCard } from '#contract/bodies.ts';

type Props = { chosenCards: readonly ScenarioCard[]; onChange: (scenarios: string[]) => void };

/** The customers in the order they come, each with what its case teaches, which only the teacher sees before the drill. Buttons move them, since dragging doesn't work with a keyboard. */
export const ChosenCases = ({ chosenCards, onChange }: Props) => {
  const { t } = useTranslation('classroom');
  if (chosenCards.length === 0) return null;
  const ids = chosenCards.map(({ id }) => id);
  const swap = (index: number, otherIndex: number) => {
    const swapped = [...ids];
    const [a, b] = [ids[index], ids[otherIndex]];
    if (a === undefined || b === undefined) return;
    swapped[index] = b;
    swapped[otherIndex] = a;
    onChange(swapped);
  };
  return (
    <ol aria-label={t('cases.order')} className="mb-10">
      {chosenCards.map((card, index) => (
        <li key={card.id} className="flex items-start gap-4 py-2">
          <span className="w-20 text-ink-3">{index + 1}</span>
          <span className="min-w-0 flex-1">
            <b className="mr-8">{card.title}</b>
            <SchoolTag card={card} className="mr-8" />
            <span className="text-12 text-ink-2">{card.typeName}</span>
            {card.teaches === undefined ? null : (
              <span className="block text-pretty text-12 text-ink-3">
                {t('cases.teaches', { teaches: card.teaches })}
              </span>
            )}
          </span>
          <Button
            kind="bare"
            size="s"
            square
            disabled={index === 0}
            aria-label={t('cases.earlier', { title: card.title })}
            onClick={() => swap(index, index - 1)}
          >
            <ArrowUp size={14} aria-hidden="true" />
          </Button>
          <Button
            kind="bare"
            size="s"
            square
            disabled={index === chosenCards.length - 1}
            aria-label={t('cases.later', { title: card.title })}
            onClick={() => swap(index, index + 1)}
          >
            <ArrowDown size={14} aria-hidden="true" />
          </Button>
          <Button
            kind="bare"
            size="s"
            square
            aria-label={t('cases.remove', { title: card.title })}
            onClick={() => onChange(ids.filter((id) => id !== card.id))}
          >
            <X size={14} aria-hidden="true" />
          </Button>
        </li>
      ))}
    </ol>
  );
};
