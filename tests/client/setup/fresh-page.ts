/** Test files that share a worker share loaded modules, so each file begins by resetting every store of the page. */
import { cleanup } from '@testing-library/react';
import { useDrillClock } from '#client/drill/model/drill-clock.ts';
import { useShops } from '#client/drill/model/drill-shops.ts';
import { useDeskHints } from '#client/features/desk/model/desk-hints.ts';
import { useDeskUi } from '#client/features/desk/model/desk-ui.ts';
import { useDrillRun } from '#client/features/desk/model/drill-run.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { useReplay } from '#client/features/replay/replay-store.ts';
import { useRuledReport } from '#client/features/report/model/report-rulings.ts';
import { useWallClock } from '#client/features/wall/model/wall-clock.ts';
import { useWallUi } from '#client/features/wall/model/wall-ui.ts';
import { useWatched } from '#client/features/wall/model/watch-store.ts';
import { useClosedSocket } from '#client/lib/closed-socket.ts';
import { forgetMe } from '#client/lib/hooks/me.ts';
import { forgetLoaded } from '#client/lib/hooks/use-load.ts';
import { useOutdated } from '#client/lib/outdated.ts';
import { useRun } from '#client/lib/run/run-store.ts';
import { useSeat } from '#client/lib/seat/seat-store.ts';
import { useStorageStatus } from '#client/lib/storage-status.ts';
import { useToasts } from '#client/ui/layout/toast-store.ts';

type Store = { getInitialState: () => object; setState: (state: never, replace: true) => void };

const fresh = ({ getInitialState, setState }: Store): void => setState(getInitialState() as never, true);

cleanup();
localStorage.clear();
sessionStorage.clear();
forgetMe();
forgetLoaded();
fresh(useDeskHints);
fresh(useDeskUi);
fresh(useDrill);
fresh(useDrillClock);
fresh(useDrillRun);
fresh(useReplay);
fresh(useRuledReport);
fresh(useOutdated);
fresh(useClosedSocket);
fresh(useRun);
fresh(useSeat);
fresh(useShops);
fresh(useStorageStatus);
fresh(useToasts);
fresh(useWallClock);
fresh(useWallUi);
fresh(useWatched);
