import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

type Strings = { [key: string]: string | Strings };

/** One file per feature: `locales/zh/desk.json` is the namespace `desk`. */
const files = import.meta.glob<Strings>('../locales/zh/*.json', { eager: true, import: 'default' });

const zh: Record<string, Strings> = {};
for (const [path, strings] of Object.entries(files)) {
  const name = path.split('/').at(-1)?.replace('.json', '');
  if (name !== undefined) zh[name] = strings;
}

i18next.use(initReactI18next).init({
  lng: 'zh',
  fallbackLng: 'zh',
  resources: { zh },
  ns: Object.keys(zh),
  defaultNS: 'ui',
  initAsync: false,
  // React escapes already; escaping twice would show &lt; to the trainee.
  interpolation: { escapeValue: false },
});
