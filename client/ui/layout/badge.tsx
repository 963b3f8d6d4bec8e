/** A count that asks for attention: unread lines. `label` says what is counted. */
export const Badge = ({ count, label }: { count: number; label: string }) => (
  <span className="inline-flex h-16 min-w-16 items-center justify-center rounded-full bg-accent-solid px-5 font-semibold text-11 text-on-accent">
    <span aria-hidden="true">{count}</span>
    <span className="sr-only">{label}</span>
  </span>
);
