import { setSheet, useDeskUi } from '#client/features/desk/model/desk-ui.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Sheet } from '#client/ui/controls/sheet.tsx';
import type { ShopBody } from '#contract/bodies.ts';
import { SideTabs } from './side-pane.tsx';

/** The side panel where there is no room beside the thread. */
export const SideSheet = ({ shop, from }: { shop: ShopBody | null; from: 'side' | 'bottom' }) => {
  const { t } = useTranslation('desk');
  const isOpen = useDeskUi((state) => state.isSheetOpen);
  return (
    <Sheet open={isOpen} onOpenChange={setSheet} title={t('side.label')} from={from} isTall>
      <SideTabs shop={shop} />
    </Sheet>
  );
};
