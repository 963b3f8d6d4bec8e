import { useTranslation } from 'react-i18next';
import type { ShopBody } from '#contract/bodies.ts';
import { setSheet, useDeskUi } from '../../lib/desk-ui.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { SideTabs } from './side-pane.tsx';

/** The side panel where there is no room beside the thread. */
export const SideSheet = ({ shop, from }: { shop: ShopBody | null; from: 'side' | 'bottom' }) => {
  const { t } = useTranslation('desk');
  const open = useDeskUi((state) => state.sheet);
  return (
    <Sheet open={open} onOpenChange={setSheet} title={t('side.label')} from={from}>
      <div className="-mx-16">
        <SideTabs shop={shop} />
      </div>
    </Sheet>
  );
};
