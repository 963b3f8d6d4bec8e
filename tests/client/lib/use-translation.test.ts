import i18next from 'i18next';
import '#client/app/i18n.ts';
import { afterEach, expect, test } from 'vitest';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';

afterEach(async () => {
  await i18next.changeLanguage('zh');
  for (const language of ['zh', 'en']) i18next.removeResourceBundle(language, 'late');
});

test('a key is its own sentence only until its page’s strings have come', () => {
  const { t } = useTranslation('late');
  expect([t('title'), t('title')]).toEqual(['title', 'title']);
  i18next.addResourceBundle('zh', 'late', { title: '标题' });
  expect([t('title'), t('title')]).toEqual(['标题', '标题']);
});

test('sentences are those of the language, and values are filled in each time', async () => {
  i18next.addResourceBundle('zh', 'late', { name: '姓名', seats: '{{n}} 席' });
  i18next.addResourceBundle('en', 'late', { name: 'Name', seats: '{{n}} seats' });
  const { t } = useTranslation('late');
  expect([t('name'), t('seats', { n: 1 }), t('seats', { n: 2 })]).toEqual(['姓名', '1 席', '2 席']);
  await i18next.changeLanguage('en');
  expect([t('name'), t('seats', { n: 3 })]).toEqual(['Name', '3 seats']);
});

test('an area has one `t`, and names a key of another area', () => {
  expect(useTranslation('ui').t).toBe(useTranslation('ui').t);
  expect(useTranslation('ui').t('desk:title')).toBe(useTranslation('desk').t('title'));
  expect(useTranslation('ui').t('desk:title')).not.toContain('title');
});
