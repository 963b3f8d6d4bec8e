import { marks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { RankedPerson } from '#contract/terms/teams.ts';
import { MIDDLE, SIDES, SMALL } from './board-sizes.ts';
import { personRankText } from './team-words.ts';

/** On the projector, who joined the individual ranks; nothing where nobody has. */
export const BoardPeople = ({ people }: { people: readonly RankedPerson[] }) => {
  const { t } = useTranslation('teams');
  if (people.length === 0) return null;
  return (
    <section aria-labelledby="board-people" className="border-line border-t py-14" style={SIDES}>
      <h2 id="board-people" className="font-semibold" style={MIDDLE}>
        {t('individual.title')}
        <span className="ml-12 font-normal text-ink-3" style={SMALL}>
          {t('individual.note', { n: people.length })}
        </span>
      </h2>
      <ol className="mt-8 flex flex-wrap gap-y-8" style={{ columnGap: '3vw' }}>
        {people.map((row) => (
          <li key={row.person} className="flex items-baseline gap-8" style={MIDDLE}>
            <span className="text-accent">{personRankText(t, row)}</span>
            <span className="wrap-anywhere">{row.name}</span>
            <b className="font-semibold">{row.score === null ? t('noFigure') : marks(row.score)}</b>
          </li>
        ))}
      </ol>
    </section>
  );
};
