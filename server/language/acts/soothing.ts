/** Words that soothe whoever is shaken, beside the trained head of acts (RULES T216). */

/** 这不怪您, 不是您的错; 喝口水缓一缓; 换谁都得慌; 我陪着您. 别急 alone soothes nobody. */
const SOOTHES =
  /不(?:能)?怪[您你]|不是[您你](?:的)?(?:错|问题)|缓[一]?缓|缓(?:口|过)气|喘口气|喝口[热温]?水|换(?:成|做|了)?[谁我].{0,4}[都也].{0,3}[慌怕急气]|我[就们]?(?:一直)?陪着[您你]/;

/** Whether a piece of a reply soothes. */
export const soothes = (piece: string): boolean => SOOTHES.test(piece);
