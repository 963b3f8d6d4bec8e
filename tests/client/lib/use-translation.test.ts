import '#client/app/i18n.ts';
import { afterEach, expect, test } from 'vitest';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { addArea, sayIn } from '#client/lib/messages.ts';

afterEach(() => sayIn('zh'));

test('a key is its own sentence only until its page’s strings have come', () => {
  const { t } = useTranslation('late');
  expect([t('title'), t('title')]).toEqual(['title', 'title']);
  expect(t('title', { defaultValue: '?' })).toBe('?');
  addArea('zh', 'late', { title: '标题' });
  expect([t('title'), t('title')]).toEqual(['标题', '标题']);
});

test('sentences are those of the language, Chinese where it has none, and values are filled in each time', () => {
  addArea('zh', 'later', { name: '姓名', seats: '{{n}} 席', only: '只有中文' });
  addArea('en', 'later', { name: 'Name', seats: '{{n}} seats' });
  const { t } = useTranslation('later');
  expect([t('name'), t('seats', { n: 1 }), t('seats', { n: 2 })]).toEqual(['姓名', '1 席', '2 席']);
  sayIn('en');
  expect([t('name'), t('seats', { n: 3 }), t('only')]).toEqual(['Name', '3 seats', '只有中文']);
});

test('an area has one `t`, and names a key of another area', () => {
  expect(useTranslation('ui').t).toBe(useTranslation('ui').t);
  expect(useTranslation('ui').t('desk:title')).toBe(useTranslation('desk').t('title'));
  expect(useTranslation('ui').t('desk:title')).not.toContain('title');
});
