import { cx } from '#client/ui/cx.ts';
import type { TeamShop } from '#contract/terms/term.ts';

/**
 * A team's shop beside its name: the first character in a frame, and the name where the team is called otherwise. `mark`:
 * without the name, which a pointer and a screen reader find all the same.
 */
export const ShopMark = ({ shop, team, mark }: { shop: TeamShop; team: string; mark?: true }) => {
  const isShort = mark === true || shop.name === team;
  return (
    <span
      className="ml-8 inline-flex min-w-0 items-center gap-4 align-baseline font-normal"
      title={mark === true && team !== shop.name ? `${team} · ${shop.name}` : shop.name}
    >
      <span
        aria-hidden="true"
        lang="zh-CN"
        className="inline-flex shrink-0 items-center justify-center rounded-3 text-accent ring-1 ring-line-2 ring-inset"
        style={{ width: '1.5em', height: '1.5em', fontSize: '0.8em' }}
      >
        {Array.from(shop.name)[0]}
      </span>
      <span className={cx('wrap-anywhere text-ink-3', isShort && 'sr-only')} style={{ fontSize: '0.8em' }}>
        {shop.name}
      </span>
    </span>
  );
};
