import { customersOf, type RushLevel, type RushProfile } from '#client/drill/model/rush-choices.ts';

const BAR_WIDTH_PX = 6;
const STEP_PX = 8;
const HEIGHT_PX = 30;

type Props = {
  profile: RushProfile;
  level: RushLevel;
  /** Minutes in which customers come; left out: all the profile's. */
  minutes?: number;
  /** Times its usual size. */
  times?: number;
};

/** Customers a minute as small bars, those who come together on top in a stronger tone. The line beside it says the same. */
export const ArrivalsChart = ({ profile, level, minutes = profile.rate.length, times = 1 }: Props) => {
  const together = profile.rate.map((_, minute) =>
    profile.batches.reduce((sum, { at, count }) => (Math.floor(at / 60) === minute ? sum + count : sum), 0),
  );
  const fullest = Math.max(0.1, ...profile.rate.map((rate, minute) => rate + (together[minute] ?? 0)));
  // The busiest minute of level 3 fills the height.
  const scale = (HEIGHT_PX / fullest) * (customersOf(profile, level) / Math.max(1, customersOf(profile, 3)));
  return (
    <svg
      aria-hidden="true"
      width={profile.rate.length * STEP_PX * times}
      height={HEIGHT_PX * times}
      viewBox={`0 0 ${profile.rate.length * STEP_PX} ${HEIGHT_PX}`}
      className="block shrink-0"
    >
      {profile.rate.map((rate, minute) => {
        const base = Math.max(2, rate * scale);
        const top = Math.min(HEIGHT_PX - base, (together[minute] ?? 0) * scale);
        const x = minute * STEP_PX;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its minute
          <g key={minute} opacity={minute < minutes ? 1 : 0.25}>
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
