import { expect, test } from 'vitest';
import { findBrowser } from '../../scripts/find-browser.mjs';

const only = (file: string) => (asked: string) => asked === file;

test('a browser is found where it usually is, and CHROME_PATH comes first', () => {
  expect(findBrowser({ PATH: '/bin:/usr/bin' }, only('/usr/bin/chromium'))).toBe('/usr/bin/chromium');
  expect(findBrowser({ PATH: '/bin', CHROME_PATH: '/my/chrome' }, () => true)).toBe('/my/chrome');
  expect(findBrowser({ CHROME_PATH: '/gone' }, only('/usr/bin/chromium'))).toBeNull();
  expect(findBrowser({ PATH: '/bin' }, (file) => file.endsWith('/Microsoft Edge'))).toContain('/Applications/');
  const edge = 'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe';
  expect(findBrowser({ PROGRAMFILES: 'C:\\Program Files' }, only(edge))).toBe(edge);
  expect(findBrowser({}, () => false)).toBeNull();
});
