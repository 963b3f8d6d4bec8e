import { useState } from 'react';
import { Link } from 'react-router';
import { FindingLink } from '#client/features/report/links/finding-link.tsx';
import { clock, marks, minusMarks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { SPACE } from '#client/lib/spaces.ts';
import { cx } from '#client/ui/cx.ts';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { Report } from '#contract/report.ts';
import { lostKinds } from './lost-kinds.ts';

type Dimension = Report['dimensions'][number];
type LostPart = Dimension['lost'][number];
/** Up to so many parts are read at a glance and need no verdict before them. */
const PARTS_AT_A_GLANCE = 2;

/** Beside more places than these no room is left for the words: they stand below. */
const PLACES_BESIDE = 4;
const hasManyPlaces = ({ findings }: LostPart): boolean => (findings?.length ?? 1) > PLACES_BESIDE;

type Props = { row: Dimension; report: Report; numbers: ReadonlyMap<string, number> };

/** What a part lost: in a few words by kind, and on request (and on paper) one line for each. */
export const LostMarks = ({ row, report, numbers }: Props) => {
  const { t } = useTranslation('report');
  const [showsAll, setShowsAll] = useState(false);
  // Rounded alike, a range says nothing.
  const [low, high] = [marks(row.range[0]), marks(row.range[1])];
  const isRange = row.unsure && low !== high;
  const isShort = row.lost.length <= PARTS_AT_A_GLANCE;
  return (
    <>
      {isRange ? (
        <Tag tone="warn" className="mr-8">
          {t('dimensions.unsure', { low, high })}
        </Tag>
      ) : null}
      {row.lost.length === 0 && !isRange ? t('dimensions.nothingLost') : null}
      {row.note === undefined ? null : (
        <span className={`${row.lost.length === 0 ? 'ml-8 ' : 'block '}text-12 text-ink-3`}>{row.note}</span>
      )}
      {isShort ? null : <Kinds row={row} report={report} />}
      {isShort ? null : (
        <button
          type="button"
          aria-expanded={showsAll}
          onClick={() => setShowsAll(!showsAll)}
          className="link -my-10 min-w-44 whitespace-nowrap py-10 max-pane:py-14 pointer-coarse:py-12 print:hidden"
        >
          {showsAll ? t('ui:fold') : t('dimensions.each', { n: row.lost.length })}
        </button>
      )}
      <ul className={cx('text-12', isShort || showsAll ? undefined : 'hidden print:block', !isShort && 'mt-4')}>
        {row.lost.map((part) => (
          <li
            key={`${part.finding} ${part.place?.at} ${part.text}`}
            className={cx('py-1 wrap-anywhere', !hasManyPlaces(part) && 'flex items-baseline justify-between gap-12')}
          >
            <Part part={part} report={report} numbers={numbers} />
          </li>
        ))}
      </ul>
    </>
  );
};

const Kinds = ({ row, report }: { row: Dimension; report: Report }) => {
  const { t } = useTranslation('report');
  return lostKinds(row.lost, report.findings).map(({ title, count, marks: cost }) => (
    <span key={title ?? ''} className="mr-12 inline-block">
      <span className="font-semibold text-ink">{title ?? t('dimensions.other')}</span>{' '}
      {t('dimensions.times', { n: count })}
      {cost > 0 ? <span className="ml-4 text-bad">{minusMarks(cost)}</span> : null}
    </span>
  ));
};

type Place = NonNullable<LostPart['place']>;

const LINK =
  'link whitespace-nowrap text-right max-pane:inline-block max-pane:min-w-44 max-pane:py-12 pointer-coarse:inline-block pointer-coarse:min-w-44 pointer-coarse:py-12';
const addressOf = ({ conversation, at }: Place): string => `?at=${conversation}:${at}`;

/** Every other place of a row that sums up several: a mark is lost in each (RULES M183). */
const OtherPlaces = ({ places, report }: { places: readonly Place[]; report: Report }) => {
  const { t } = useTranslation('report');
  const nameOf = (id: string | null): string =>
    report.conversations.find(({ conversation }) => conversation === id)?.name ?? '';
  return (
    <details className="text-right print:hidden">
      <summary className="link cursor-pointer py-4 max-pane:py-12 pointer-coarse:py-12">
        {t('dimensions.otherPlaces', { n: places.length })}
      </summary>
      <ul>
        {places.map((place) => (
          <li key={addressOf(place)}>
            <Link to={addressOf(place)} className={LINK}>
              {t('dimensions.placeNamed', { name: nameOf(place.conversation), at: clock(place.at) })}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
};

const Part = ({ part, report, numbers }: { part: LostPart } & Omit<Props, 'row'>) => {
  const { t } = useTranslation('report');
  const firstAddress = part.place === null ? null : addressOf(part.place);
  const otherPlaces = (part.places ?? []).filter((place) => addressOf(place) !== firstAddress);
  return (
    <>
      <span className="min-w-0">
        {part.text}
        {part.marks > 0 ? t('dimensions.cost', { marks: minusMarks(part.marks) }) : null}
      </span>
      {/* All places stand under one another at the right edge, however long the words before them are. */}
      <span className={hasManyPlaces(part) ? 'block' : 'shrink-0'}>
        {SPACE}
        {(part.findings ?? [part.finding]).map((id) =>
          id === null ? null : (
            <span key={id} className={hasManyPlaces(part) ? 'mr-8 inline-block' : 'ml-4'}>
              <FindingLink id={id} number={numbers.get(id)} />
            </span>
          ),
        )}
        {part.place === null ? null : (
          <Link
            to={addressOf(part.place)}
            aria-label={t('dimensions.placeOf', { at: clock(part.place.at), text: part.text })}
            className={LINK}
          >
            {t('dimensions.place', { at: clock(part.place.at) })}
          </Link>
        )}
        {otherPlaces.length === 0 ? null : <OtherPlaces places={otherPlaces} report={report} />}
      </span>
    </>
  );
};
