import { Tag } from '#client/ui/layout/tag.tsx';

type Props = { appealed: string | null; waits: string; ruled: string | null };

/** An appeal in its own words, and how it was ruled or that it waits. */
export const DisputeBox = ({ appealed, waits, ruled }: Props) => (
  <div className="mt-8 rounded-6 bg-sunken px-12 py-8 wrap-anywhere">
    {appealed === null ? null : <p className="whitespace-pre-line">{appealed}</p>}
    {ruled === null ? <Tag tone="accent">{waits}</Tag> : <p className="whitespace-pre-line">{ruled}</p>}
  </div>
);
