import { Languages } from 'lucide-react';
import { chooseLanguage, LANGUAGE, type Language } from '#client/lib/language.ts';
import { Button } from '#client/ui/controls/button.tsx';

const OTHER: Language = LANGUAGE === 'zh' ? 'en' : 'zh';

/** English or 中文: the other language's name in itself, for readers who don't understand the page they are on. */
const name = new Intl.DisplayNames([OTHER], { type: 'language' }).of(OTHER);

const buttonProps = { lang: OTHER === 'zh' ? 'zh-CN' : OTHER, onClick: () => chooseLanguage(OTHER) };

/** The way to the other language in a menu; `className` is the look of the menu's entries. */
export const LanguageItem = ({ className }: { className: string }) => (
  <button type="button" {...buttonProps} className={className}>
    {name}
  </button>
);

/** The switch in the top bar, for visitors without an account: they have no menu. */
export const LanguageButton = () => (
  <Button kind="bare" {...buttonProps} className="max-pane:hidden">
    <Languages size={16} aria-hidden="true" />
    {name}
  </Button>
);
