import { LANGUAGE } from './language.ts';
import { addArea, type Strings } from './messages.ts';

/**
 * Strings of a feature that loads when it is opened, so that a trainee's phone never fetches the teacher's. English
 * ones are fetched only if the page is English, and the feature waits for them.
 */
export const addStrings = async (
  area: string,
  zh: Strings,
  english: () => Promise<{ default: Strings }>,
): Promise<void> => {
  const en = LANGUAGE === 'en' ? (await english()).default : null;
  addArea('zh', area, zh);
  if (en !== null) addArea('en', area, en);
};
