import type { Mode } from '#client/drill/model/drill-view.ts';
import { HoldDialog } from '#client/features/desk/hold/hold-dialog.tsx';
import { CommandPalette } from '#client/features/desk/palette/command-palette.tsx';
import { PersonalDialog } from '#client/features/desk/personal-replies/personal-dialog.tsx';
import { TourDialog } from '#client/features/desk/tour/tour-dialog.tsx';
import { TransferDialog } from '#client/features/desk/transfers/transfer-dialog.tsx';
import type { ShopBody } from '#contract/bodies.ts';
import { EndDialog } from './end-dialog.tsx';
import { HelpDialog } from './help-dialog.tsx';

/** All that opens over the desk. */
export const DeskDialogs = ({ mode, shop }: { mode: Mode | null; shop: ShopBody | null }) => (
  <>
    <CommandPalette mode={mode} shop={shop} />
    <HelpDialog mode={mode} />
    <TourDialog />
    <EndDialog />
    <HoldDialog />
    <TransferDialog />
    <PersonalDialog shop={shop} />
  </>
);
