import i18next from 'i18next';
import { LANGUAGE } from '#client/lib/language.ts';
import { plural, spelled } from '#client/lib/plural.ts';
import app from '#messages/zh/app.json';
import desk from '#messages/zh/desk.json';
import ui from '#messages/zh/ui.json';

/** Areas that every page has; the others come with their pages (`lib/add-strings.ts`). */
const zh = { app, desk, ui };

i18next.init({
  lng: LANGUAGE,
  fallbackLng: 'zh',
  resources: LANGUAGE === 'zh' ? { zh } : { zh, en: (await import('./english.ts')).english },
  ns: Object.keys(zh),
  defaultNS: 'ui',
  initAsync: false,
  // React escapes already; escaping twice would show &lt; to the trainee.
  interpolation: { escapeValue: false },
});
i18next.services.formatter?.add('plural', plural);
i18next.services.formatter?.add('spelled', spelled);
