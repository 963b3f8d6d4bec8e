import type { Marking } from '#contract/practice/inspections.ts';
import type { Storage } from '#storage/storage.ts';
import { toyScenario } from '#tests/drills/support/toy-content.ts';
import { entry } from '#tests/scoring/support/portfolio-entries.ts';
import { version as caseVersion, deed, writeCase } from '#tests/storage/authored-contract.ts';
import { append, row } from '#tests/storage/contract.ts';
import { aComment, anAppeal } from '#tests/storage/discussion-contract.ts';
import { anEvaluation } from '#tests/storage/learning-path-contract.ts';
import { ownQuestion, questionChange } from '#tests/storage/own-questions-contract.ts';
import { person, school } from '#tests/storage/people-contract.ts';
import { reply, version } from '#tests/storage/quick-replies-contract.ts';
import { aResult, aRuling } from '#tests/storage/results-contract.ts';
import { plan, run, seat } from '#tests/storage/runs-contract.ts';
import { aLeave, aNote, anAttendanceEntry } from '#tests/storage/seat-work/attendance-contract.ts';
import { aCertificate } from '#tests/storage/seat-work/certificates-contract.ts';
import { fillContests } from '#tests/storage/seat-work/contests-contract.ts';
import { fillEvaluation } from '#tests/storage/seat-work/evaluation-contract.ts';
import { fillMentors } from '#tests/storage/seat-work/mentors-contract.ts';
import { aPersonalReply } from '#tests/storage/seat-work/personal-replies-contract.ts';
import { aPrivateExam } from '#tests/storage/seat-work/private-exams-contract.ts';
import { fillPublishedSheets } from '#tests/storage/seat-work/published-sheets-contract.ts';
import { aPlayer } from '#tests/storage/seat-work/role-plays-contract.ts';
import { aBooklet, aServiceTable } from '#tests/storage/seat-work/shop-data-contract.ts';
import { anEntry, aTerm, someTeams } from '#tests/storage/seat-work/terms-contract.ts';
import { aSignIn } from '#tests/storage/sign-ins-contract.ts';

/** Puts rows into every table, some with everything a column may hold: no value, fractions, Chinese, quotes, breaks. */
export const fillStorage = async (storage: Storage): Promise<void> => {
  const { people, runs, results, discussion } = storage;
  await storage.createGuest('token', 'g1', 1000);
  for (let n = 0; n < 230; n++) await storage.putContent(`h${n}`, JSON.stringify({ n, text: '亲，"您好"\n' }));
  await people.createSchool(school('s1'), person('root', { role: 'admin', name: '王\\"小明"\n😀', disabledAt: 5 }));
  await people.createSession('token', 'root', 1000, 9000);
  await people.createClass({ id: 'k1', school: 's1', name: '一班', createdAt: 1, archivedAt: null });
  await people.addMembers('k1', [{ person: person('p1', { login: null, password: null }), no: '07' }]);
  await storage.signIns.add(aSignIn('a', { by: 'root', lastAt: 1_763_900_000_123 }));
  await runs.createTemplate({ id: 'm1', school: 's1', name: '摸底', plan, createdAt: 1 });
  await storage.quickReplies.add(version(1), [reply('a')]);
  await storage.ownQuestions.add(questionChange(1), [ownQuestion('a'), ownQuestion('b')], []);
  await storage.ownQuestions.add(questionChange(2, { kind: 'removed', file: null }), [], ['b']);
  await writeCase(storage, {
    id: 'a1',
    school: 's1',
    by: 'root',
    scenario: toyScenario('promotion/own'),
    published: true,
  });
  await storage.authored.addVersion(caseVersion('a1', { hash: 'h2', testplan: 'model: {}' }), deed('a1', { at: 200 }));
  await runs.createRun(run('r1', { classId: 'k1' }), [seat('t1', { guest: 'g1', joinedAt: 2000 })]);
  await storage.papers.create({ run: 'r1', questions: ['a', 'b'], body: '{"n":"亲，\\"您好\\"\\n"}' });
  await storage.papers.begin({ seat: 't1', run: 'r1', begunAt: 2100 });
  await storage.papers.putAnswer({ seat: 't1', question: 'a', answer: { figure: -0.25 }, flagged: true, at: 2200 });
  await storage.papers.putAnswer({ seat: 't1', question: 'b', answer: null, flagged: false, at: 2300 });
  await storage.paperAppeals.add({ seat: 't1', run: 'r1', question: 'a', text: '没写完', at: 2390 });
  await storage.paperAppeals.withdraw({ seat: 't1', run: 'r1', question: 'a' }, 2395);
  await storage.paperAppeals.add({ seat: 't1', run: 'r1', question: 'a', text: '题干没说是哪一天', at: 2400 });
  await storage.paperAppeals.rule({
    seat: 't1',
    run: 'r1',
    question: 'a',
    credit: 0.5,
    reason: '说了一半',
    by: 'p1',
    at: 2500,
  });
  await storage.inspections.pick('r1', ['d1', 'd2'], 2400);
  const met = { level: 'full', faults: [] } as const;
  const marking: Marking = {
    dimensions: { response: met, expression: met, solving: met, operation: met, manner: met, sales: met } as never,
    redLine: { crossed: false, code: null, line: null },
    complaint: null,
  };
  await storage.inspections.save({ run: 'r1', drill: 'd1', inspector: { seat: 't1' }, marking, at: 2500 });
  await storage.inspections.save({ run: 'r1', drill: 'd2', inspector: { person: 'm1' }, marking, at: 2600 });
  const given = { school: 's1', classId: 'k1', run: 'r1', seat: 't1', at: 2650 };
  await storage.handedIn.add({ ...given, drill: 'p1', to: 'class', titles: ['一双鞋'] });
  await storage.handedIn.mark('p1', { at: 2660, by: 'p1', score: 80.5, note: '好' });
  const resit = { seat: 't2', run: 'r2', first: 't1', parts: ['typing'] } as const;
  await storage.exams.create({ run: 'r2', of: 'r1', body: '{"n":"亲，\\"您好\\"\\n"}' }, [resit]);
  await storage.exams.beginTyping({ seat: 't1', run: 'r1', begunAt: 2400 });
  await storage.exams.noteLeft('t1', 'paper');
  await storage.privateExams.create(aPrivateExam('x1'));
  await storage.authored.setRunCases('r1', [{ scenario: 'promotion/own', version: 'h1' }]);
  await runs.addLog({ id: 'e1', run: 'r1', at: 10, by: null, kind: 'say', seat: null, body: { text: '看大屏' } });
  await runs.addReplayTask({ id: 'o1', run: 'r1', drill: 'd1', conversation: 'c1', turn: 3, at: 10, closedAt: null });
  await storage.certificates.add([aCertificate('A', { seat: 't1' })]);
  await storage.learningPath.addEvaluation(anEvaluation('e1', { withdrawn: { at: 9, by: 'p1', why: '写错了' } }));
  const rules = { columns: [], levels: [], indicators: [] };
  await storage.terms.create(aTerm('m1', { rules, version: 3 }));
  await storage.terms.addEntry(anEntry('n1'));
  await storage.terms.addEntry(anEntry('n2', { value: null, reason: '亲，"填错了"' }));
  await storage.teams.putTeams('m1', someTeams());
  await fillPublishedSheets(storage);
  await storage.attendance.putRules('m1', 1, { lateMinutes: 10, lateShare: 50, absentShare: null });
  await storage.attendance.putShift('m1', 'r1', 'late');
  await storage.attendance.addEntry(anAttendanceEntry('a1'));
  await storage.attendance.addLeave(aLeave('l1'));
  await storage.attendance.addNote(aNote('h1', { taker: 'p1', taken: 5 }));
  await fillEvaluation(storage);
  await fillMentors(storage);
  await storage.serviceTables.add(aServiceTable('v1'), 5);
  await storage.booklets.put(aBooklet());
  await fillContests(storage);
  await storage.rolePlays.add({ drill: 'd1', code: 'abcd2345', school: null, at: 5000 });
  await storage.rolePlays.take('d1', aPlayer());
  await storage.puzzleRatings.rate('a', { rating: 1500.5, rd: 80, vol: 0.06, answers: 1 });
  const rating = { rating: 1512.25, rd: 300, vol: 0.06 };
  await storage.puzzleRatings.putPlayer('p1', { rating, solved: {}, streak: { date: '', days: 0 } });
  await storage.personalReplies.put('p1', [
    aPersonalReply('a', { text: '亲，"您好"\n{买家昵称}' }),
    aPersonalReply('b'),
  ]);
  await storage.certificates.putStandards({ school: 's1', version: 1, body: [], by: 'p1', at: 1 });
  await storage.learningPath.putSettings({ school: 's1', version: 1, body: null, by: 'p1', at: 1 });
  await storage.createDrill(row('d1', { place: { school: 's1', run: 'r1', seat: 't1', person: 'p1', redo: null } }));
  await storage.createDrill(row('d2', { retry: { drill: 'd1', conversation: 'c1', turn: 2, since: 48_000 } }));
  await storage.leases.take('d2', 'node-a', 5000, 1000);
  await storage.nodes.beat('node-a', 'http://10.0.0.1:3000', 5000);
  for (let seq = 0; seq < 120; seq++) {
    const ended = seq < 119 ? {} : ({ state: 'ended', running: false, endedAt: 8000 } as const);
    await storage.appendAll([append('d1', seq, { commandId: seq % 2 ? `c${seq}` : null, ack: '{"seq":1}', ...ended })]);
  }
  await storage.setScore('d1', 77.5);
  await results.addRuling(aRuling('u1', { finding: null, verdict: 'score', score: 61.25 }));
  await results.putResult('d1', 10, aResult(70));
  await results.propose('d1', 10, { conversation: 'c1', point: 'size', turn: 2, said: true });
  await discussion.addEffect('d1', { ruling: 'u1', deed: 'ruled', change: null, total: { from: 1, to: 2 } });
  await discussion.addComment(aComment('n1'));
  await discussion.addAppeal(anAppeal('q1'));
  await storage.portfolio.putEntry('d1', 100, entry('d1'));
  await storage.portfolio.putEntry('d2', 200, null);
  const days = { practice: 30, runs: null, signIns: 200, sessions: null };
  await storage.personalData.changeSettings('s1', { days, officer: 'root' });
  const note = { at: 1000, school: 's1', actor: 'root', subject: 'p1', details: { role: 'teacher', n: 0.5 } } as const;
  await storage.audit.append([
    { ...note, kind: 'account-made' },
    { ...note, school: null, kind: 'role-changed' },
  ]);
};
