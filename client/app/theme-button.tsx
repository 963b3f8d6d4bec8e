import { Moon, Sun, SunMoon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { chooseTheme, storedTheme, type Theme } from '#client/lib/theme.ts';
import { Button } from '#client/ui/controls/button.tsx';

const NEXT_THEME: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };
const ICONS = { system: SunMoon, light: Sun, dark: Moon } as const;

/** Changes the theme: system → light → dark → … The button's name says which one is on. */
export const ThemeButton = () => {
  const { t } = useTranslation('app');
  const [theme, setTheme] = useState<Theme>(storedTheme);
  const Icon = ICONS[theme];
  return (
    <Button
      kind="bare"
      square
      aria-label={t(`theme.${theme}`)}
      title={t(`theme.${theme}`)}
      onClick={() => {
        chooseTheme(NEXT_THEME[theme]);
        setTheme(NEXT_THEME[theme]);
      }}
    >
      <Icon size={16} aria-hidden="true" />
    </Button>
  );
};
