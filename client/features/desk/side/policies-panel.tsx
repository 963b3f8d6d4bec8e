import { NoticeLines } from '#client/drill/shop/shop-notice-list.tsx';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { ShopBody } from '#contract/bodies.ts';
import { LookUpCard, NothingFound, SearchField, useCardSearch } from './look-up.tsx';

type Policy = ShopBody['policies'][number];

const matches = (policy: Policy, query: string): boolean =>
  [policy.id, policy.title, policy.text, policy.source].join('\n').toLowerCase().includes(query.trim().toLowerCase());

/** What may be promised, and what it rests on. */
export const PoliciesPanel = ({ conversation, shop }: { conversation: string | null; shop: ShopBody | null }) => {
  const { t } = useTranslation('desk');
  const [query, setQuery] = useCardSearch('policies');
  const matchingPolicies = shop?.policies.filter((policy) => matches(policy, query)) ?? [];
  const notices = useDrill((state) => state.view.notices);
  const words = query.trim().toLowerCase();
  const matchingNotices =
    words === ''
      ? []
      : notices.filter(({ text }) => `${t('shopNotice.title')} ${text}`.toLowerCase().includes(words)).toReversed();
  return (
    <>
      <SearchField label={t('search.policies')} value={query} onChange={setQuery} />
      {query === '' && shop !== null && shop.authority.length > 0 ? (
        <LookUpCard cardId="authority" conversation={conversation} title={t('policy.authority')}>
          <dl className="grid grid-cols-[18px_minmax(0,1fr)] gap-x-8 gap-y-2">
            {shop.authority.map((line) => (
              <div key={`${line.level} ${line.text}`} className="contents">
                <dt className="font-semibold">{line.level}</dt>
                <dd lang="zh-CN">{line.text}</dd>
              </div>
            ))}
          </dl>
        </LookUpCard>
      ) : null}
      {matchingNotices.length > 0 ? (
        <section aria-label={t('shopNotice.title')} className="border-line border-b px-14 py-8">
          <h3 className="font-semibold">{t('shopNotice.title')}</h3>
          <NoticeLines notices={matchingNotices} all={notices} />
        </section>
      ) : null}
      {matchingPolicies.length + matchingNotices.length === 0 && query !== '' ? <NothingFound query={query} /> : null}
      {matchingPolicies.map((policy) => (
        <LookUpCard
          key={policy.id}
          cardId={policy.id}
          conversation={conversation}
          title={policy.title}
          aside={<Tag tone="line">{t(`policy.basis.${policy.basis}`)}</Tag>}
        >
          <p lang="zh-CN">{policy.text}</p>
          <p className="mt-4 text-12 text-ink-3">
            {policy.source.includes(policy.date)
              ? policy.source
              : t('policy.source', { source: policy.source, date: policy.date })}
          </p>
        </LookUpCard>
      ))}
    </>
  );
};
