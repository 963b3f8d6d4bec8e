import type { RushProfile } from './rush-choices.ts';

const BAR_WIDTH_PX = 6;
const STEP_PX = 8;
const HEIGHT_PX = 28;
/** Customers a minute that fill the height; a fixed scale, so that two days can be compared. */
const FULL_RATE = 4;

/** Customers a minute as small bars, those who come together on top in a stronger tone. The line beside it says the same. */
export const ArrivalsChart = ({ profile, share }: { profile: RushProfile; share: number }) => {
  const scale = (HEIGHT_PX / FULL_RATE) * share;
  return (
    <svg
      aria-hidden="true"
      width={profile.rate.length * STEP_PX}
      height={HEIGHT_PX}
      viewBox={`0 0 ${profile.rate.length * STEP_PX} ${HEIGHT_PX}`}
      className="block shrink-0"
    >
      {profile.rate.map((rate, minute) => {
        const together = profile.batches
          .filter(({ at }) => Math.floor(at / 60) === minute)
          .reduce((sum, { count }) => sum + count, 0);
        const base = Math.max(1.5, rate * scale);
        const top = Math.min(HEIGHT_PX - base, together * scale);
        const x = minute * STEP_PX;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its minute
          <g key={minute}>
            <rect x={x} y={HEIGHT_PX - base} width={BAR_WIDTH_PX} height={base} className="fill-a2" />
            {top > 0 ? (
              <rect x={x} y={HEIGHT_PX - base - top} width={BAR_WIDTH_PX} height={top} className="fill-warn-solid" />
            ) : null}
          </g>
        );
      })}
    </svg>
  );
};
