import './strings.ts';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useReadingDevice } from '#client/features/policy-reading/model/device.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { SelectField } from '#client/ui/controls/field.tsx';
import { LoadedPanel } from '#client/ui/layout/loaded-panel.tsx';
import type { ReadingMenu } from '#contract/practice/policy-readings.ts';
import { ReadingForm } from './reading-form.tsx';

const ANY = 'any';

/** 政策解读: one card, one customer, two plain sentences. */
export const ReadingPage = () => {
  const { t } = useTranslation('policy-reading');
  useTitle(t('title'));
  const { loaded, reload } = useLoad(pathTo('GET /api/policy-readings'));
  return (
    <LoadedPanel
      title={t('title')}
      about={t('about')}
      loaded={loaded}
      onRetry={reload}
      failed={t('failed')}
      none={{ is: ({ readings }) => readings.length === 0, title: t('none'), text: t('noneText') }}
    >
      {(menu) => <Chosen menu={menu} />}
    </LoadedPanel>
  );
};

/** The address says which shop and which reading: a reload keeps the place. */
const Chosen = ({ menu: { readings } }: { menu: ReadingMenu }) => {
  const { t } = useTranslation('policy-reading');
  const [params, setParams] = useSearchParams();
  const best = useReadingDevice((device) => device.best);
  const shops = [...new Map(readings.map((one) => [one.shop, one.shopName]))];
  const asked = params.get('shop') ?? ANY;
  const shop = shops.some(([id]) => id === asked) ? asked : ANY;
  const offered = readings.filter((one) => shop === ANY || one.shop === shop);
  const inShop = shop === ANY ? {} : { shop };
  return (
    <>
      <div className="flex flex-wrap items-end gap-x-16 gap-y-8 border-line border-b px-24 py-12 max-pane:px-14">
        <SelectField
          label={t('shop')}
          value={shop}
          className="w-full max-w-240"
          choices={[{ value: ANY, label: t('anyShop') }, ...shops.map(([value, label]) => ({ value, label }))]}
          onChange={({ target }) => setParams(target.value === ANY ? {} : { shop: target.value })}
        />
        <p className="text-12 text-ink-3">
          {t('passed', { n: offered.filter(({ id }) => best[id] === 1).length, of: offered.length })}
        </p>
      </div>
      <Current key={shop} offered={offered} id={params.get('id')} onChoose={(id) => setParams({ ...inShop, id })} />
    </>
  );
};

type CurrentProps = { offered: ReadingMenu['readings']; id: string | null; onChoose: (id: string) => void };

/** The one in the address, else the first that hadn't passed when the page came: passing it doesn't take it away. */
const Current = ({ offered, id, onChoose }: CurrentProps) => {
  const [first] = useState(() => firstOpen(offered) ?? offered[0]);
  const current = offered.find((one) => one.id === id) ?? first;
  if (current === undefined) return null;
  const at = offered.indexOf(current);
  const others = [...offered.slice(at + 1), ...offered.slice(0, at)];
  const next = () => onChoose((firstOpen(others) ?? others[0] ?? current).id);
  return <ReadingForm key={current.id} reading={current} onNext={next} />;
};

const firstOpen = (readings: ReadingMenu['readings']) => {
  const { best } = useReadingDevice.getState();
  return readings.find(({ id }) => best[id] !== 1);
};
