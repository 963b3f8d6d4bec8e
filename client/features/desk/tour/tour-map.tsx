import { usePhone } from '#client/drill/model/desk-widths.ts';
import type { TourPlace } from '#client/features/desk/model/desk-tour.ts';
import { cx } from '#client/ui/cx.ts';

type Zone = { place: TourPlace; className: string };

/** Where each place lies, in a grid of 12 by 8. */
const WIDE: readonly Zone[] = [
  { place: 'end', className: 'col-span-12 row-span-1' },
  { place: 'list', className: 'col-span-3 row-span-7' },
  { place: 'quickReplies', className: 'col-span-6 col-start-4 row-start-6 row-span-1' },
  { place: 'composer', className: 'col-span-6 col-start-4 row-start-7 row-span-2' },
  { place: 'side', className: 'col-span-3 col-start-10 row-start-2 row-span-7' },
];
const PHONE: readonly Zone[] = [
  { place: 'end', className: 'col-span-6 col-start-1 row-start-1 row-span-1' },
  { place: 'side', className: 'col-span-6 col-start-7 row-start-1 row-span-1' },
  { place: 'list', className: 'col-span-12 row-start-6 row-span-1' },
  { place: 'quickReplies', className: 'col-span-3 col-start-1 row-start-7 row-span-2' },
  { place: 'composer', className: 'col-span-9 col-start-4 row-start-7 row-span-2' },
];

/** The desk in outline with one place filled: before 开始 most of it has nobody in it yet to point at. */
export const TourMap = ({ place }: { place: TourPlace }) => {
  const isPhone = usePhone();
  return (
    <div
      aria-hidden="true"
      className={cx(
        'grid shrink-0 grid-cols-12 grid-rows-8 border border-line-2 bg-canvas',
        isPhone ? 'h-116 w-64' : 'h-96 w-148',
      )}
    >
      {(isPhone ? PHONE : WIDE).map((zone) => (
        <span
          key={zone.place}
          className={cx(
            zone.className,
            'border',
            zone.place === place ? 'border-accent-solid bg-accent-solid' : 'border-line bg-surface',
          )}
        />
      ))}
    </div>
  );
};
