/**
 * The words of an area: one `t` for all components. The page's language stands when it loads and a new one loads it
 * anew, so no component has to hear of a change.
 */
import { sayOf, type TFunction } from '#client/lib/messages.ts';

type Words<Area extends string> = { t: TFunction<Area> };

const areas = new Map<string, Words<string>>();

export const useTranslation = <const Area extends string>(area: Area): Words<Area> => {
  const words = areas.get(area) ?? { t: sayOf<string>(area) };
  areas.set(area, words);
  return words as Words<Area>;
};
