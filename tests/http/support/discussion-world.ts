/** A drilled class of one whose report can be talked about, and the talk over HTTP. */
import type { Discussion, OpenAppeal } from '#contract/discussion.ts';
import type { ReportFinding } from '#contract/report.ts';
import { hashOf, newToken } from '#http/session/cookie-token.ts';
import { SESSION_COOKIE } from '#http/session/principal.ts';
import { eventsOf } from '#tests/classroom/support/golden-class.ts';
import { person } from '#tests/storage/people-contract.ts';
import { get, post, type Room, reportOf, resultsServer } from './results-world.ts';
import { codeOf, valueIn } from './test-server.ts';

export type TalkRoom = Room & {
  mentor: string;
  foreign: string;
  fault: ReportFinding;
  merit: ReportFinding | undefined;
};

/** Besides the teacher: a mentor of the school, and a teacher of another one. */
export const talkRoom = async (results: 'published' | 'at-once' = 'at-once'): Promise<TalkRoom> => {
  const server = await resultsServer(
    [
      { name: '林可欣', drills: [eventsOf('poor')] },
      { name: '陈思远', drills: [] },
    ],
    results,
  );
  const { people } = server.storage;
  await people.createPerson({ ...person('li', { school: 's1', role: 'mentor' }), name: '李导师' });
  await people.createSchool({ id: 's2', name: '二中', createdAt: 2 }, person('zhao', { school: 's2', role: 'admin' }));
  const signIn = async (id: string): Promise<string> => {
    const token = newToken();
    await people.createSession(hashOf(token), id, Date.now(), Date.now() + 3_600_000);
    return `${SESSION_COOKIE}=${token}`;
  };
  const report = await reportOf(server);
  const fault = report.findings.find(({ severity, marks }) => severity !== 'merit' && marks > 0);
  if (fault === undefined) throw new Error('the golden drill has no fault');
  const merit = report.findings.find(({ severity }) => severity === 'merit');
  return { ...server, mentor: await signIn('li'), foreign: await signIn('zhao'), fault, merit };
};

const PATH = 'drills/d1-1';
export const talk = async (room: Room, cookie: string): Promise<Discussion> =>
  valueIn(await get(room, `${PATH}/discussion`, cookie)) as Discussion;
/** Posts to the discussion and returns the code of the answer. */
export const say = async (room: Room, cookie: string, what: string, body: unknown = {}): Promise<string> =>
  codeOf(await post(room, `${PATH}/${what}`, cookie, body));
/** What a refusal says to the person. */
export const told = async (room: Room, cookie: string, what: string, body: unknown = {}): Promise<string> => {
  const { reply } = await post(room, `${PATH}/${what}`, cookie, body);
  return reply.ok ? 'ok' : reply.error.message;
};
export const openOf = async (room: Room, cookie: string): Promise<OpenAppeal[]> =>
  valueIn(await get(room, 'runs/r1/appeals', cookie)) as OpenAppeal[];
