import { useEffect, useMemo, useState } from 'react';
import { isComposing, isPaletteKey } from '#client/drill/model/desk-keys.ts';
import type { Mode } from '#client/drill/model/drill-view.ts';
import { setDialog, useDeskUi } from '#client/features/desk/model/desk-ui.ts';
import { useIsFrozen, useIsTurnAttempt } from '#client/features/desk/model/drill-run.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { offeredCommands, runEntry } from '#client/features/desk/palette/palette-commands.ts';
import {
  type PaletteCommand,
  type PaletteGroup,
  paletteGroups,
} from '#client/features/desk/palette/palette-entries.ts';
import { usePersonalReplies } from '#client/features/desk/personal-replies/personal-store.ts';
import '#client/features/desk/personal-replies/strings.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { SearchDialog } from '#client/ui/controls/search-dialog.tsx';
import type { ShopBody } from '#contract/bodies.ts';
import { EntryAside, EntryText, entryId } from './palette-row.tsx';

/** A command has the words of its button or key, where it has one. */
const COMMAND_TITLES = {
  longest: 'palette.longest',
  queue: 'help.keys.queue',
  withdraw: 'help.keys.withdraw',
  close: 'close.button',
  hold: 'hold.button',
  transfer: 'transfer.button',
  keep: 'help.keys.keep',
  personal: 'personal-replies:title',
  pause: 'pause.pause',
  resume: 'pause.resume',
  help: 'help.title',
  end: 'palette.end',
} as const satisfies Record<PaletteCommand, string>;

type Props = { mode: Mode | null; shop: ShopBody | null };

/** Ctrl K: one field that finds whatever this desk has and does. */
export const CommandPalette = ({ mode, shop }: Props) => {
  const { t } = useTranslation('desk');
  const [query, setQuery] = useState('');
  const isFrozen = useIsFrozen();
  const isOpen = useDeskUi((state) => state.dialog === 'palette');
  const groups = usePaletteGroups(isOpen ? query : null, mode, shop);
  useEffect(() => {
    // The teacher speaks to the class: the desk behind takes nothing either.
    if (isOpen && isFrozen) setDialog(null);
  }, [isOpen, isFrozen]);
  const count = groups.reduce((sum, group) => sum + group.entries.length, 0);
  return (
    <SearchDialog
      open={isOpen}
      onOpenChange={(willOpen) => {
        setDialog(willOpen ? 'palette' : null);
        setQuery('');
      }}
      title={t('palette.title')}
      query={query}
      onQueryChange={setQuery}
      groups={groups.map(({ kind, entries }) => ({
        title: t(`palette.group.${kind}`),
        options: entries.map((entry) => ({
          id: entryId(entry),
          text: <EntryText entry={entry} query={query} />,
          aside: <EntryAside entry={entry} />,
          choose: () => runEntry(entry),
        })),
      }))}
      status={count === 0 ? t('search.none', { query }) : t('palette.count', { n: count })}
      isComposing={isComposing}
      isCloseKey={isPaletteKey}
    />
  );
};

/** What is found for the query; null: the palette is closed, and nothing is looked for. */
const usePaletteGroups = (query: string | null, mode: Mode | null, shop: ShopBody | null): readonly PaletteGroup[] => {
  const { t } = useTranslation('desk');
  const view = useDrill((state) => (query === null ? null : state.view));
  const selected = useDeskUi((state) => state.selected);
  const isTurnAttempt = useIsTurnAttempt();
  const isElsewhere = useDrill((state) => state.isElsewhere);
  const hasPersonal = usePersonalReplies(({ body }) => body !== null);
  return useMemo(() => {
    if (query === null || view === null) return [];
    const conversation = selected === null ? undefined : view.conversations[selected];
    const hasEnded = view.endReason !== null;
    const isReady = isTurnAttempt && view.stopReason === 'not-started';
    return paletteGroups(query, {
      view,
      shop,
      hasComposer: conversation !== undefined && !hasEnded && !isReady,
      hasOperations: conversation !== undefined && !hasEnded,
      commands: offeredCommands(view, selected, mode, !isTurnAttempt && !isElsewhere, hasPersonal).map((command) => ({
        command,
        title: t(COMMAND_TITLES[command]),
      })),
    });
  }, [query, view, selected, mode, isTurnAttempt, isElsewhere, hasPersonal, shop, t]);
};
