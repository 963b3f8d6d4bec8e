import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TopBar } from '#client/app/top-bar.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { nobody, signedIn } from '#tests/client/fixtures/people.ts';

const reload = vi.fn();
const forget = () => {
  // biome-ignore lint/suspicious/noDocumentCookie: as the page itself writes it
  document.cookie = 'kefu_lang=; path=/; max-age=0';
};

beforeEach(() => {
  reload.mockClear();
  vi.spyOn(location, 'reload').mockImplementation(reload);
});
afterEach(() => {
  forget();
  cleanup();
  forgetMe();
  clean();
  vi.restoreAllMocks();
});

const open = (me: unknown) => {
  serve({ 'GET /api/me': ok(me) });
  renderAt('/', '/*', <TopBar />);
};
const chooses = (button: HTMLElement) => {
  expect(button.getAttribute('lang')).toBe('en');
  fireEvent.click(button);
  expect(document.cookie).toContain('kefu_lang=en');
  expect(reload).toHaveBeenCalledTimes(1);
};

describe('the switch to the other language', () => {
  it('stands in the bar for one without an account, under its own name', async () => {
    open(nobody());
    chooses(await screen.findByRole('button', { name: 'English' }));
  });

  it('stands in the account’s menu', async () => {
    open(signedIn());
    fireEvent.click(await screen.findByRole('button', { name: '账号：王老师' }));
    chooses(await screen.findByRole('button', { name: 'English' }));
  });

  it.each([
    ['nobody', nobody()],
    ['a teacher', signedIn()],
  ])('stands in the phone’s menu for %s', async (_, me) => {
    open(me);
    await screen.findByText(/^(?:登录|王老师)$/);
    fireEvent.click(screen.getByRole('button', { name: '菜单' }));
    chooses(within(await screen.findByRole('dialog')).getByRole('button', { name: 'English' }));
  });
});
