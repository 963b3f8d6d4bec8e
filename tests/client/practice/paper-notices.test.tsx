import { screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { PaperNotices } from '#client/features/practice/paper-notices.tsx';
import type { OwnPaper } from '#contract/papers/papers.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';

afterEach(clean);

const paper = (seat: string, over: Partial<OwnPaper>): OwnPaper => ({
  ...{ seat, name: seat, className: '一班', state: 'waiting', elsewhere: false, mark: null },
  ...over,
});

it('the home page has the papers of whoever uses the device, each with its way, and the mark once published', async () => {
  const papers = [paper('甲', {}), paper('乙', { state: 'open' }), paper('丙', { state: 'published', mark: 87.5 })];
  serve({ 'GET /api/papers': ok(papers) });
  renderAt('/', '/', <PaperNotices />);
  await screen.findByRole('heading', { name: '我的试卷' });
  const link = (name: RegExp) => screen.getByRole('link', { name });
  expect(link(/^甲.*等开考.*去看/).getAttribute('href')).toBe('/seats/%E7%94%B2/paper');
  expect(link(/^乙.*正在考/)).toBeTruthy();
  expect(link(/^丙.*已公布.*87.5 分/)).toBeTruthy();
});

it('no papers stand nowhere', async () => {
  const asked = serve({ 'GET /api/papers': ok([]) });
  const { container } = renderAt('/', '/', <PaperNotices />);
  await expect.poll(() => asked.length).toBe(1);
  expect(container.querySelector('section')).toBeNull();
});
