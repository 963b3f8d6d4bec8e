import '#client/drill/status/practice-strings.ts';
import { useState } from 'react';
import { useOpenPractice } from '#client/features/practice/model/use-open-practice.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Segmented } from '#client/ui/controls/segmented.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import type { ShortRound } from '#contract/bodies.ts';

/** How many customers a round may have; a shop with fewer offers all it has. */
const SIZES = [3, 5, 8, 12];
const USUAL_SIZE = 5;

/** A round of short customers: one question each, one after the other. Nothing shows until the rounds are known. */
export const ShortRoundPanel = () => {
  const { loaded } = useLoad(pathTo('GET /api/short-rounds'));
  return loaded.state !== 'ready' || loaded.value.length === 0 ? null : <Rounds rounds={loaded.value} />;
};

const Rounds = ({ rounds }: { rounds: readonly ShortRound[] }) => {
  const { t } = useTranslation('practice');
  const [shop, setShop] = useState<string | null>(null);
  const [size, setSize] = useState(USUAL_SIZE);
  const { open, isOpening, error } = useOpenPractice();
  const round = rounds.find((one) => one.shop === shop) ?? rounds[0];
  if (round === undefined) return null;
  const customerCount = round.scenarios.length;
  const sizes = [...SIZES.filter((one) => one < customerCount), Math.min(customerCount, Math.max(...SIZES))];
  const chosenSize = sizes.includes(size) ? size : (sizes.at(-1) ?? customerCount);
  return (
    <Panel className="mt-16">
      <section className="flex flex-wrap items-center gap-x-24 gap-y-10 px-24 py-14 max-pane:px-14">
        <div className="min-w-240 flex-1">
          <h2 className="font-semibold text-15">{t('short.title')}</h2>
          <p className="text-ink-2">{t('short.text')}</p>
        </div>
        {rounds.length > 1 ? (
          <Segmented
            label={t('short.shop')}
            value={round.shop}
            options={rounds.map((one) => ({ value: one.shop, label: one.shopName }))}
            onChange={setShop}
          />
        ) : null}
        <Segmented
          label={t('short.size')}
          value={String(chosenSize)}
          options={sizes.map((one) => ({ value: String(one), label: t('short.customers', { count: one }) }))}
          onChange={(next) => setSize(Number(next))}
        />
        <Button
          size="l"
          disabled={isOpening}
          onClick={() => void open(round.scenarios.slice(0, chosenSize).map((id) => ({ id })))}
        >
          {t(isOpening ? 'startCard.opening' : 'short.start')}
        </Button>
        <Refused error={error} className="basis-full" />
      </section>
    </Panel>
  );
};
