import { CircleCheck, CircleDashed, Keyboard, Moon, Pause, Play, Search, Sun, WifiOff } from 'lucide-react';
import { useState } from 'react';
import type { Mode } from '#client/drill/model/drill-view.ts';
import { setDialog } from '#client/features/desk/model/desk-ui.ts';
import { togglePause } from '#client/features/desk/model/drill-commands.ts';
import { useIsTurnAttempt } from '#client/features/desk/model/drill-run.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { toastFailure } from '#client/features/desk/model/failure-toast.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { chooseTheme, storedTheme } from '#client/lib/theme.ts';
import { Button } from '#client/ui/controls/button.tsx';

/** Connection, pause (practice only), search, help, light, end. */
export const DeskControls = ({ mode }: { mode: Mode | null }) => {
  const { t } = useTranslation('desk');
  const isOver = useDrill((state) => state.view.endReason !== null || state.view.stopReason === 'not-started');
  // A window that only watches ends nothing (RULES X117).
  const mayEnd = useDrill(({ view, isElsewhere }) => view.endReason === null && !isElsewhere);
  const isTurnAttempt = useIsTurnAttempt();
  return (
    <div className="flex items-center gap-4 px-12">
      <LinkStatus />
      {mode === 'practice' && !isOver ? <PauseButton /> : null}
      <PaletteButton />
      <Button kind="bare" square aria-label={t('help.title')} title={t('help.open')} onClick={() => setDialog('help')}>
        <Keyboard size={16} aria-hidden="true" />
      </Button>
      <DeskThemeButton />
      {!mayEnd || isTurnAttempt ? null : (
        <Button kind="danger" size="s" className="ml-4" onClick={() => setDialog('end')}>
          {t('end.button')}
        </Button>
      )}
    </div>
  );
};

/** The command palette without a keyboard. */
export const PaletteButton = () => {
  const { t } = useTranslation('desk');
  return (
    <Button kind="bare" square aria-label={t('palette.open')} title="Ctrl K" onClick={() => setDialog('palette')}>
      <Search size={16} aria-hidden="true" />
    </Button>
  );
};

const LINK_ICONS = {
  connecting: CircleDashed,
  live: CircleCheck,
  reconnecting: CircleDashed,
  offline: WifiOff,
  refused: WifiOff,
} as const;

const LinkStatus = () => {
  const { t } = useTranslation('desk');
  const link = useDrill((state) => state.link.kind);
  // The page itself says why there is no drill.
  if (link === 'refused') return null;
  const Icon = LINK_ICONS[link];
  const tone = link === 'offline' ? 'text-bad' : link === 'reconnecting' ? 'text-warn' : 'text-ink-3';
  return (
    <span className={`mr-4 inline-flex items-center gap-4 whitespace-nowrap text-12 ${tone}`}>
      <Icon size={14} aria-hidden="true" />
      <span className="max-[940px]:sr-only">{t(`link.${link}`)}</span>
    </span>
  );
};

/** `isListed`: one of a list of buttons with words, under 更多 on a phone. */
type ControlProps = { isListed?: boolean };

export const PauseButton = ({ isListed = false }: ControlProps) => {
  const { t } = useTranslation('desk');
  const isPaused = useDrill((state) => state.view.stopReason === 'pause');
  const isElsewhere = useDrill((state) => state.isElsewhere);
  const Icon = isPaused ? Play : Pause;
  return (
    <Button
      {...(isListed ? {} : { kind: 'bare', size: 's', title: 'Alt P' })}
      disabled={isElsewhere}
      onClick={() => void toastFailure(togglePause())}
    >
      <Icon size={14} aria-hidden="true" />
      {t(isPaused ? 'pause.resume' : 'pause.pause')}
    </Button>
  );
};

/** Light or dark for this desk; what the system says is the beginning. */
export const DeskThemeButton = ({ isListed = false }: ControlProps) => {
  const { t } = useTranslation('desk');
  const [isDark, setIsDark] = useState(() => {
    const theme = storedTheme();
    return theme === 'dark' || (theme === 'system' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  });
  const Icon = isDark ? Sun : Moon;
  const label = t(isDark ? 'theme.light' : 'theme.dark');
  return (
    <Button
      {...(isListed ? {} : { kind: 'bare', square: true, 'aria-label': label, title: label })}
      onClick={() => {
        chooseTheme(isDark ? 'light' : 'dark');
        setIsDark(!isDark);
      }}
    >
      <Icon size={isListed ? 14 : 16} aria-hidden="true" />
      {isListed ? label : null}
    </Button>
  );
};
