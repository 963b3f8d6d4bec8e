import { useEffect, useState } from 'react';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { FormRow } from '#client/ui/controls/form-row.tsx';
import { OwnShopList } from '#client/ui/layout/own-shop-list.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import type { OwnShop } from '#contract/plans/own-shops.ts';
import type { RunDraft } from './run-draft.ts';

type Props = { classId: string; draft: RunDraft; onChange: (change: Pick<RunDraft, 'ownShops'>) => void };

/** Whether each team plays its own shop's cases; there where the class's term of today has a team that stands for one. */
export const OwnShopsRow = ({ classId, draft, onChange }: Props) => {
  const { t } = useTranslation('classroom');
  const scenarios = draft.scenarios.join(',');
  const { loaded } = useLoad(pathTo('GET /api/classes/:id/own-shops', { id: classId, scenarios }));
  // While other cases are asked about, the last answer stays: the form doesn't jump.
  const [last, setLast] = useState<readonly OwnShop[] | null>(null);
  useEffect(() => {
    if (loaded.state === 'ready') setLast(loaded.value);
  }, [loaded]);
  const teams = loaded.state === 'ready' ? loaded.value : last;
  if (loaded.state === 'failed') {
    return draft.ownShops === true ? (
      <FormRow name={t('ownShops.name')}>
        <Refused error={loaded.error} />
      </FormRow>
    ) : null;
  }
  if (teams === null || teams.every(({ shopName }) => shopName === null)) return null;
  return (
    <FormRow name={t('ownShops.name')}>
      <label className="flex items-center gap-8 max-pane:min-h-44">
        <input
          type="checkbox"
          className="size-16 accent-accent-solid"
          checked={draft.ownShops === true}
          onChange={({ target }) => onChange({ ownShops: target.checked })}
        />
        {t('ownShops.own')}
      </label>
      <p className="mt-4 text-12 text-ink-3">{t('ownShops.text')}</p>
      {draft.ownShops === true && draft.scenarios.length > 0 ? <OwnShopList teams={teams} className="mt-6" /> : null}
    </FormRow>
  );
};
