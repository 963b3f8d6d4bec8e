import { createInterface } from 'node:readline';
import { judge } from '#language/judge.ts';
import { compilePoint } from '#language/points.ts';

let failed = false;
for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === '') continue;
  try {
    const { id, customer, reply, points, history } = JSON.parse(line);
    const j = judge({ reply, customer, points: points?.map(compilePoint), history });
    const of = (state: string) => j.points.filter((p) => p.state === state).map((p) => p.id);
    console.log(
      JSON.stringify({
        id,
        covered: of('covered'),
        wrong: of('wrong'),
        answer: j.answer,
        tone: j.tone,
        acts: j.acts,
        redLines: j.redLines.map((r) => r.code),
        evidence: j.evidence,
        unsure: of('not-recognised'),
      }),
    );
  } catch (error) {
    failed = true;
    console.log(JSON.stringify({ error: { code: 'bad-line', message: String(error) } }));
  }
}
process.exitCode = failed ? 1 : 0;
