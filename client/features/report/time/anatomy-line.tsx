import '#client/features/report/model/anatomy-strings.ts';
import { barParts, kindsOf, SEGMENT_LOOKS, shownSeconds } from '#client/features/report/model/anatomy-parts.ts';
import { seconds } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { StackedBar, StackKey } from '#client/ui/charts/stacked-bar.tsx';
import type { AnatomyRound } from '#contract/anatomy.ts';

/** One round's seconds under its words: a thin bar and its figures. */
export const AnatomyLine = ({ round }: { round: AnatomyRound }) => {
  const { t } = useTranslation('anatomy');
  return (
    <div className="mt-10 text-12 text-ink-2">
      <StackedBar parts={barParts(round, round.seconds)} isThin />
      <ul aria-label={t('title')} className="mt-4 flex flex-wrap gap-x-14 gap-y-2">
        {kindsOf(round).map((kind) =>
          shownSeconds(round, kind) === 0 ? null : (
            <li key={kind}>
              <StackKey look={SEGMENT_LOOKS[kind]} />
              {t(`kind.${kind}`)} {seconds(shownSeconds(round, kind))}
            </li>
          ),
        )}
      </ul>
    </div>
  );
};
