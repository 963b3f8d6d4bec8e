import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { CaseChecked, CardsChecked as Checked } from '#contract/authored.ts';

/** How far the check of a case that varies went. A plain case has nothing to tell. */
export const CardsChecked = ({ checked: { cards, errors } }: { checked: CaseChecked }) => {
  const { t } = useTranslation('authored');
  if (cards === null) return null;
  const { allWritten, ...figures } = cards;
  return (
    <p className="mt-6 text-12 text-ink-2">
      {t(`found.cards.${errors > 0 ? 'broken' : howFar(cards)}`, figures)}
      {allWritten ? null : ` ${t('found.cards.unwritten')}`}
    </p>
  );
};

const howFar = ({ covering, judged, played }: Checked): 'whole' | 'judged' | 'some' => {
  if (judged < covering) return 'some';
  return played < covering ? 'judged' : 'whole';
};
