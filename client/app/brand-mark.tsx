/** A bubble with three waits in it. */
export const BrandMark = () => (
  <svg viewBox="0 0 20 20" className="size-20 fill-none stroke-[1.8] stroke-current" aria-hidden="true">
    <path d="M2 3h16v11H9l-4 3.5V14H2z" />
    <path d="M6 10.5V8M10 10.5v-4M14 10.5V7" />
  </svg>
);
