/** Forms that offer the teacher's classes, after the classes failed to load. */
import { fireEvent, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { NewRunPage } from '#client/features/classroom/new-run/new-run-page.tsx';
import { ContestsPage } from '#client/features/contest/contests-page.tsx';
import { Entries } from '#client/features/contest/host/entries.tsx';
import { NewExamPage } from '#client/features/paper/exam/new-exam-page.tsx';
import { NewPaperPage } from '#client/features/paper/new-paper-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import type { ContestBody } from '#contract/contests/contests.ts';
import type { ExamDefaults } from '#contract/exams/parts.ts';
import type { QuestionMenu } from '#contract/questions.ts';
import { card } from '#tests/client/fixtures/cards.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { classRow, signedIn, template } from '#tests/client/fixtures/people.ts';
import { BUTTON, RUN } from '#tests/support/labels.ts';

beforeEach(() => sessionStorage.clear());
afterEach(() => {
  forgetMe();
  clean();
});

const menu: QuestionMenu = {
  topics: [{ id: 'price', name: '价格', levels: [1, 3, 5].map((level) => ({ level: level as 1, count: 20 })) }],
  own: [],
  general: [],
};
const defaults: ExamDefaults = { pass: 60, excellent: 85, typing: null, texts: { long: [], short: [] } };
const contest = { id: 'k1', entries: [], host: {}, board: { phase: 'open' } } as unknown as ContestBody;
const entries = <Entries body={contest} mayWrite onChanged={() => undefined} />;

it.each<[string, ReactNode, string]>([
  ['出试卷', <NewPaperPage key="paper" />, '出卷'],
  ['出模拟考试', <NewExamPage key="exam" />, '发给全班'],
  ['新建场次', <NewRunPage key="run" />, RUN.open],
  ['a contest entered by its code', <ContestsPage key="contests" />, '报名'],
  ['a contest of one’s own', <div key="entries">{entries}</div>, '加一个班'],
])(
  '[X29] %s: says that the classes failed to load, offers another try, and can’t be sent without them',
  async (_, page, go) => {
    const answers: Parameters<typeof serve>[0] = {
      'GET /api/me': ok(signedIn('teacher')),
      'GET /api/questions': ok(menu),
      'GET /api/exam-defaults': ok(defaults),
      'GET /api/scenarios': ok([card({ id: 'promotion/a', title: '满减叠定金' })]),
      'GET /api/templates': ok([template()]),
      'GET /api/incidents': ok([]),
      'GET /api/rush': ok({ profiles: [], shops: [] }),
      'GET /api/contests': ok([]),
      'GET /api/classes': 'offline',
    };
    const asked = serve(answers);
    renderAt('/form', '/form', page);
    expect(await screen.findByText('班级没有取到')).toBeTruthy();
    expect(screen.queryByRole('button', { name: go })).toBeNull();
    answers['GET /api/classes'] = ok([classRow({ name: '电商 1 班' })]);
    fireEvent.click(screen.getByRole('button', { name: BUTTON.again }));
    expect(await screen.findByRole('button', { name: go })).toBeTruthy();
    expect(await screen.findByRole('option', { name: /^电商 1 班/ })).toBeTruthy();
    // What had come already isn't asked for again.
    const paths = asked.map(({ path }) => path).filter((path) => path !== 'GET /api/classes');
    expect(paths).toEqual([...new Set(paths)]);
  },
);
