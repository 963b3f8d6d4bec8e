import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { useNarrow } from '#client/drill/model/desk-widths.ts';
import { ShopNoticeList } from '#client/drill/shop/shop-notice-list.tsx';
import { notePanel } from '#client/features/desk/model/desk-anatomy.ts';
import { SIDE_TABS, type SideTab, useDeskUi } from '#client/features/desk/model/desk-ui.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { later } from '#client/lib/later.tsx';
import { Tab, TabList, TabPanel, Tabs } from '#client/ui/controls/tabs.tsx';
import type { ShopBody } from '#contract/bodies.ts';
import { OrdersPanel } from './orders-panel.tsx';
import { keepPlace, placeOf } from './side-memory.ts';

const OtherPanels = later(() => import('./other-panels.tsx').then((module) => module.OtherPanels));

/** What somebody does who reads a panel: touches it, types in its search, scrolls it. */
const LOOKING = ['pointerdown', 'keydown', 'wheel'] as const;

const setTab = (tab: string): void => {
  const known = SIDE_TABS.find((choice) => choice === tab);
  if (known !== undefined) useDeskUi.setState({ tab: known });
};

/** What is known about the customer and the shop, and what can be done. */
export const SidePane = ({ shop, inert }: { shop: ShopBody | null; inert: boolean }) => {
  const { t } = useTranslation('desk');
  return (
    <aside
      aria-label={t('side.label')}
      inert={inert}
      className="flex min-h-0 min-w-0 flex-1 flex-col border-line border-l bg-surface"
    >
      <SideTabs shop={shop} />
    </aside>
  );
};

/** Told twice on one screen, the second is read for a second one: only where the strip over the panes doesn't hold them. */
const SheetNotices = () => {
  const isNarrow = useNarrow();
  const notices = useDrill((state) => state.view.notices);
  return isNarrow ? <ShopNoticeList notices={notices} /> : null;
};

/** A tab comes back where it was scrolled to, a new one at its top (RULES X40). */
const useOwnPlace = (box: RefObject<HTMLElement | null>, tab: SideTab, customer: string | null): void => {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another customer's tabs begin at their top
  useLayoutEffect(() => {
    const panel = box.current?.querySelector<HTMLElement>('[role="tabpanel"]:not([hidden])');
    if (panel != null) panel.scrollTop = placeOf(tab);
  }, [box, tab, customer]);
};

/** As wide as the tab's number, so that the tabs beside it stay where they are when the first order comes. */
const COUNT_ROOM = 'pr-21 after:right-21';
const hasRoomForCount = (tab: SideTab, orderCount: number): boolean => tab === 'orders' && orderCount === 0;

export const SideTabs = ({ shop }: { shop: ShopBody | null }) => {
  const { t } = useTranslation('desk');
  const tab = useDeskUi((state) => state.tab);
  const selected = useDeskUi((state) => state.selected);
  const conversation = useDrill((state) => (selected === null ? undefined : state.view.conversations[selected]));
  const focus = useDeskUi((state) => state.focus);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus.pane === 'side') box.current?.querySelector<HTMLElement>('[role="tab"][data-state="active"]')?.focus();
  }, [focus]);
  useEffect(() => {
    const element = box.current;
    const note = (event: Event) => {
      if (!(event instanceof KeyboardEvent && event.key === 'Tab')) notePanel(selected, tab);
    };
    for (const kind of LOOKING) element?.addEventListener(kind, note);
    return () => {
      for (const kind of LOOKING) element?.removeEventListener(kind, note);
    };
  }, [selected, tab]);
  useOwnPlace(box, tab, selected);
  const orderCount = conversation?.orders.length ?? 0;
  return (
    <div ref={box} className="flex min-h-0 flex-1 flex-col">
      <SheetNotices />
      <Tabs value={tab} onChange={setTab} className="flex min-h-0 flex-1 flex-col">
        <TabList label={t('side.label')} className="max-pane:h-45!">
          {SIDE_TABS.map((choice) => (
            <Tab
              key={choice}
              value={choice}
              {...(hasRoomForCount(choice, orderCount) && { className: COUNT_ROOM })}
              {...(choice === 'orders' && orderCount > 0 && { description: t('side.ordersN', { n: orderCount }) })}
            >
              {t(`side.${choice}`)}
              {choice === 'orders' && orderCount > 0 ? <span aria-hidden="true"> {orderCount}</span> : null}
            </Tab>
          ))}
        </TabList>
        {SIDE_TABS.map((choice) => (
          <TabPanel
            key={choice}
            value={choice}
            className="min-h-0 flex-1 overflow-y-auto overscroll-contain focus-visible:-outline-offset-2"
            onScroll={(event) => {
              if (choice === tab) keepPlace(choice, event.currentTarget.scrollTop);
            }}
          >
            {choice !== tab ? null : tab === 'orders' ? (
              <OrdersPanel conversation={conversation ?? null} shop={shop} />
            ) : (
              <OtherPanels tab={tab} conversation={conversation ?? null} shop={shop} />
            )}
          </TabPanel>
        ))}
      </Tabs>
    </div>
  );
};
