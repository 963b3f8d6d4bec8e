import { LANGUAGE } from '#client/lib/language.ts';
import { addArea } from '#client/lib/messages.ts';
import app from '#messages/zh/app.json';
import desk from '#messages/zh/desk.json';
import ui from '#messages/zh/ui.json';

/** Areas that every page has; the others come with their pages (`lib/add-strings.ts`). */
const zh = { app, desk, ui };

for (const [area, strings] of Object.entries(zh)) addArea('zh', area, strings);
if (LANGUAGE === 'en')
  for (const [area, strings] of Object.entries((await import('./english.ts')).english)) addArea('en', area, strings);
