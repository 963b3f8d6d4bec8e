/** The latest scores as a line, oldest first. Screen readers skip it, since the number stands beside it. */
export const Sparkline = ({ values }: { values: readonly number[] }) => {
  const shown = values.slice(-8);
  const points = shown
    .map((value, index) => `${2 + (52 * index) / Math.max(1, shown.length - 1)},${18 - (value / 100) * 16}`)
    .join(' ');
  return (
    <svg viewBox="0 0 56 20" className="ml-auto block h-20 w-56 fill-none stroke-[1.5] stroke-ink-3" aria-hidden="true">
      <polyline points={points} />
    </svg>
  );
};
