import { useNarrow } from '#client/drill/model/desk-widths.ts';
import { showTab } from '#client/features/desk/model/desk-ui.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';

/** Goods and rules, where they don't stand beside the list: no customer is open whose head has their button (RULES X43). */
export const LookButton = () => {
  const { t } = useTranslation('desk');
  const isNarrow = useNarrow();
  return isNarrow ? (
    <Button size="l" onClick={() => showTab('products')}>
      {t('ready.look')}
    </Button>
  ) : null;
};
