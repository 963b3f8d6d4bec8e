import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { call } from '#client/lib/api.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { forgetMe, useMe } from '#client/lib/hooks/me.ts';
import { ShareControl } from '#client/ui/dialogs/share-control.tsx';
import type { Share } from '#contract/mentors/mentors.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { signedIn } from '#tests/client/fixtures/people.ts';

afterEach(() => {
  forgetMe();
  clean();
});

const Page = () => (
  <>
    <p>{useMe().state}</p>
    <ShareControl
      what="run"
      path={pathTo('GET /api/runs/:id/share', { id: 'r1' })}
      send={(shared) => call('POST /api/runs/:id/share', { id: 'r1' }, { shared })}
    />
  </>
);
const open = (share: Share, role?: Parameters<typeof signedIn>[0]) => {
  const asked = serve({
    'GET /api/me': ok(signedIn(role)),
    'GET /api/runs/r1/share': ok(share),
    'POST /api/runs/r1/share': ok({ ...share, shared: !share.shared }),
  });
  renderAt('/', '/', <Page />);
  return asked;
};
const step = (one: 'shared' | 'taken-back', at: number) => ({ step: one, by: '王老师', at });

describe('what a school shares', () => {
  test('is shared after it was said what that opens, and the record stands there [J65]', async () => {
    const asked = open({ shared: false, steps: [step('shared', 1), step('taken-back', 2)], mentors: 1 });
    fireEvent.click(await screen.findByRole('button', { name: '共享给企业' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getAllByRole('listitem').map(({ textContent }) => textContent?.slice(-5))).toEqual([
      '王老师共享',
      '王老师收回',
    ]);
    fireEvent.click(dialog.getByRole('button', { name: '共享给企业' }));
    await waitFor(() => expect(asked).toContainEqual({ path: 'POST /api/runs/r1/share', body: { shared: true } }));
  });

  test('is no question where the school has nobody to share with, nor a mentor’s to decide', async () => {
    const asked = open({ shared: false, steps: [], mentors: 0 });
    await waitFor(() => expect(asked.some(({ path }) => path === 'GET /api/runs/r1/share')).toBe(true));
    expect(screen.queryByRole('button')).toBeNull();
    clean();
    forgetMe();
    const ofMentor = open({ shared: true, steps: [step('shared', 1)], mentors: 1 }, 'mentor');
    expect(await screen.findByText('ready')).toBeTruthy();
    expect(ofMentor.map(({ path }) => path)).toEqual(['GET /api/me']);
  });
});
