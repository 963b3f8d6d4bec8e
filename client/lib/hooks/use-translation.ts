/**
 * The words of an area: `t` as `react-i18next`'s hook gives it, one for all components. The page's language stands when
 * it loads and a new one loads it anew, so no component has to hear of a change: that hook subscribed each to it twice
 * and copied i18next for each.
 */
import i18next, { type TFunction } from 'i18next';

type Words<Area extends string> = { t: TFunction<Area> };

const areas = new Map<string, Words<string>>();
/** Sentences without values, by area and key: most are asked for at each render. */
const plain = new Map<string, Map<string, string>>();
let isWatched = false;

/** Strings that come with a page, or another language in a test, make what was said before no longer true. */
const watch = (): void => {
  if (isWatched || !i18next.isInitialized) return;
  isWatched = true;
  const forget = (): void => {
    for (const said of plain.values()) said.clear();
  };
  i18next.on('languageChanged', forget);
  i18next.store.on('added', forget);
};

const wordsOf = (area: string): Words<string> => {
  const say = i18next.getFixedT(null, area) as (key: string, values?: object) => string;
  const said = new Map<string, string>();
  plain.set(area, said);
  const t = (key: string, values?: object): string => {
    if (values !== undefined) return say(key, values);
    const known = said.get(key);
    if (known !== undefined) return known;
    const text = say(key);
    if (isWatched) said.set(key, text);
    return text;
  };
  return { t: t as TFunction<string> };
};

export const useTranslation = <const Area extends string>(area: Area): Words<Area> => {
  watch();
  const known = areas.get(area) ?? wordsOf(area);
  areas.set(area, known);
  return known as Words<Area>;
};
