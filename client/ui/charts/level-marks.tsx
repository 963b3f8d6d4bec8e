import { cx } from '#client/ui/cx.ts';

const LEVELS = [1, 2, 3, 4, 5];

/** How hard a case is, 1 to 5, as quiet strokes beside the number. `text` is read out and shown: 3 级. */
export const LevelMarks = ({ level, text }: { level: number; text: string }) => (
  <span className="inline-flex items-center gap-6 whitespace-nowrap">
    <span aria-hidden="true" className="inline-flex gap-2">
      {LEVELS.map((step) => (
        <span
          key={step}
          className={cx('h-10 w-3 rounded-[1px] forced-colors:border', step <= level ? 'bg-ink-2' : 'bg-line-2')}
        />
      ))}
    </span>
    {text}
  </span>
);
