/** Words of content in the reader's language: content is Chinese, and the catalogues hold what ships in others too. */
import { inLanguage, language } from '#i18n/language.ts';
import { type MessageKey, say } from '#i18n/say.ts';

export type ContentKey = Extract<MessageKey, `rubric:${string}` | `trade:${string}`>;

/** The catalogue's words where `storedText` is what was shipped, else `storedText`: a school may have changed them. */
export const shippedText = (storedText: string, key: ContentKey): string => {
  if (language() === 'zh') return storedText;
  return isShipped(storedText, key) ? say(key) : storedText;
};

/** Whether content has the very words it was shipped with. */
export const isShipped = (storedText: string, key: ContentKey): boolean =>
  inLanguage('zh', () => say(key)) === storedText;
