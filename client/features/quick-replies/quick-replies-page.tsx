import './strings.ts';
import { Link, useParams } from 'react-router';
import { pathTo } from '#client/lib/endpoints.ts';
import type { Person } from '#client/lib/hooks/me.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { LoadingPanel } from './loading-panel.tsx';
import { ShopReplies } from './shop-replies.tsx';

/** A school's own quick replies: which shop, then its table, its list and its versions. */
export const QuickRepliesPage = () => {
  const { t } = useTranslation('quick-replies');
  useTitle(t('title'));
  return <OnlyFor who="teacher">{(person) => <SchoolQuickReplies me={person} />}</OnlyFor>;
};

const SchoolQuickReplies = ({ me }: { me: Person }) => {
  const { t } = useTranslation('quick-replies');
  const { shop: requestedShop } = useParams();
  const { loaded, reload, refresh } = useLoad(pathTo('GET /api/quick-replies'));
  const shops = loaded.state === 'ready' ? loaded.value : [];
  const chosenShop = requestedShop ?? shops[0]?.id ?? null;
  return (
    <>
      <h1 className="font-semibold text-18">{t('title')}</h1>
      <p className="mb-12 text-ink-2">{t('text', { school: me.school.name })}</p>
      {loaded.state === 'failed' ? (
        <Panel>
          <LoadFailed title={t('failed')} error={loaded.error} onRetry={reload} />
        </Panel>
      ) : loaded.state === 'loading' ? (
        <LoadingPanel />
      ) : (
        <>
          <nav aria-label={t('shops')} className="mb-16 flex flex-wrap gap-8">
            {shops.map(({ id, name, own }) => (
              <Link
                key={id}
                to={`/quick-replies/${encodeURIComponent(id)}`}
                {...(id === chosenShop ? { 'aria-current': 'page' as const } : {})}
                className={cx(
                  'inline-flex h-30 items-center rounded-5 border px-12 no-underline max-pane:h-44',
                  id === chosenShop
                    ? 'border-accent bg-tint font-semibold text-accent'
                    : 'border-line-2 bg-surface text-ink',
                )}
              >
                {t('shop', { name, own })}
              </Link>
            ))}
          </nav>
          {chosenShop === null ? null : <ShopReplies key={chosenShop} shop={chosenShop} onChanged={refresh} />}
        </>
      )}
    </>
  );
};
