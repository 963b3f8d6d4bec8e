import { customersOf, type RushLevel, type RushProfile } from './rush-choices.ts';

const BAR_WIDTH_PX = 6;
const STEP_PX = 8;
const HEIGHT_PX = 30;

/** Customers a minute as small bars, those who come together on top in a stronger tone. The line beside it says the same. */
export const ArrivalsChart = ({ profile, level }: { profile: RushProfile; level: RushLevel }) => {
  const together = profile.rate.map((_, minute) =>
    profile.batches.reduce((sum, { at, count }) => (Math.floor(at / 60) === minute ? sum + count : sum), 0),
  );
  const fullest = Math.max(0.1, ...profile.rate.map((rate, minute) => rate + (together[minute] ?? 0)));
  // The busiest minute of level 3 fills the height.
  const scale = (HEIGHT_PX / fullest) * (customersOf(profile, level) / Math.max(1, customersOf(profile, 3)));
  return (
    <svg
      aria-hidden="true"
      width={profile.rate.length * STEP_PX}
      height={HEIGHT_PX}
      viewBox={`0 0 ${profile.rate.length * STEP_PX} ${HEIGHT_PX}`}
      className="block shrink-0"
    >
      {profile.rate.map((rate, minute) => {
        const base = Math.max(2, rate * scale);
        const top = Math.min(HEIGHT_PX - base, (together[minute] ?? 0) * scale);
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
