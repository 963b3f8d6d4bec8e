/**
 * A customer who says that they order or pay does it; who is left with no order says something else (RULES J224), and who
 * pays at that moment speaks of it as done (RULES J225).
 */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { library } from '#tests/support/library.ts';

type Node = Readonly<Record<string, unknown>>;
/** A line of a template with the conditions that lead to it. */
type Line = { line: string; when: readonly string[] };

const isMap = (node: unknown): node is Node => typeof node === 'object' && node !== null && !Array.isArray(node);
const listed = (node: unknown): readonly unknown[] => {
  if (node === undefined) return [];
  return Array.isArray(node) ? node : [node];
};
const opposite = (name: string): string => (name.startsWith('not ') ? name.slice(4) : `not ${name}`);
const namesOf = (when: unknown): string[] => listed(when).map(String);

/** Every line under a choice, whatever was drawn. */
const linesIn = (node: unknown, when: readonly string[] = []): Line[] => {
  if (typeof node === 'string') return [{ line: node, when }];
  if (Array.isArray(node)) return node.flatMap((each) => linesIn(each, when));
  if (!isMap(node)) return [];
  const names = namesOf(node.when);
  const otherwise = names.length === 1 ? names.map(opposite) : [];
  return [
    ...linesIn(node.use ?? node.any ?? node.reply, [...when, ...names]),
    ...linesIn(node.else, [...when, ...otherwise]),
  ];
};

/** Where a beat goes on for whoever says this line. */
const targets = (then: unknown, when: readonly string[]): string[] =>
  linesIn(then).flatMap(({ line, when: needs }) => (needs.some((name) => when.includes(opposite(name))) ? [] : [line]));

/** A bubble that says the customer orders or pays now: 行 那我拍了, 那就好 我去下单, 这就付. */
const ORDERS =
  /(?:这就|现在|马上|去|敢|我|那)(?:我|就|先|去|敢|还是|重|现在|这就|单|另)*(?:下单|拍|付|买)(?:去|上|款|对的|一[单双个份件]|吧|了|啦|它)*$/u;
/** Not now, not here or not at all: 到家就付, 那我早点拍, 差点就付了, 我自己去买. */
const NOT_NOW = /差点|出去|自己去|[不没别]|才|到.*就|早点|晚点|等|再|回头|明天/u;

const ordersIn = (line: string): string | undefined =>
  line
    .split(/ ⏎ /u)
    .map((bubble) => bubble.trim())
    .find((bubble) => ORDERS.test(bubble) && !NOT_NOW.test(bubble));

const sells = (node: unknown): boolean => {
  if (!isMap(node)) return false;
  if (JSON.stringify(node.outcome ?? '').includes('paid')) return true;
  return isMap(node.does) && ('place-order' in node.does || 'pay' in node.does);
};

/** What is said of ordering in this template by who then has no order. */
const unkept = (template: Node): string[] => {
  const beats = listed(template.beats).filter(isMap);
  const endings = isMap(template.endings) ? template.endings : {};
  const partOf = (id: string): unknown => endings[id] ?? beats.find((beat) => beat.id === id);
  const fromBeats = beats.flatMap(({ reacts, then, does }) => {
    if (!isMap(reacts) || sells({ does })) return [];
    const exit = isMap(then) && 'resolved' in then ? then.resolved : then;
    return linesIn(reacts.resolved).filter(
      ({ line, when }) => ordersIn(line) !== undefined && !targets(exit, when).every((id) => sells(partOf(id))),
    );
  });
  const fromEndings = Object.values(endings).flatMap((ending) =>
    isMap(ending) && !sells(ending) ? linesIn(ending.says).filter(({ line }) => ordersIn(line) !== undefined) : [],
  );
  return [...fromBeats, ...fromEndings].map(({ line }) => line);
};

/** What is done to have an order or to pay it: 重拍, 在这付, 换一个, 点这里头. */
const PAYING = /拍|付|下.?单|买|[点按整领扫]|试试|换|重来|转/u;
const DONE = /[了好上成起咯]/u;

/** Lines of who pays in this very moment which tell of it as still to be done, or as given up. */
const stillToDo = (template: Node): string[] => {
  const endings = isMap(template.endings) ? template.endings : {};
  const pays = (id: string): boolean => id in endings && isMap(endings[id]) && endings[id].does !== undefined;
  return listed(template.beats)
    .filter(isMap)
    .flatMap(({ reacts, then }) => {
      const exit = isMap(then) && 'resolved' in then ? then.resolved : then;
      return linesIn(isMap(reacts) ? reacts.resolved : [])
        .filter(({ when }) => targets(exit, when).some(pays))
        .flatMap(({ line }) =>
          line
            .split(/ ⏎ /u)
            .filter((bubble) => PAYING.test(bubble) && !DONE.test(bubble))
            .slice(0, 1),
        );
    });
};

const files = library.files;
const templates = [...files.cases, ...files.short, ...files.parts].map(({ scenario: { file } }) => file);

it('[J224] nobody says that they order or pay now and then has no order', () => {
  const found = templates.flatMap((file) => unkept(parse(readFileSync(file, 'utf8'))).map((line) => [file, line]));
  expect(templates.length).toBeGreaterThan(100);
  expect(found).toEqual([]);
});

it('[J225] who orders or pays with these very words speaks of it as done', () => {
  const found = templates.flatMap((file) => stillToDo(parse(readFileSync(file, 'utf8'))).map((line) => [file, line]));
  expect(found).toEqual([]);
});

/** 挂了, 先挂了: to end a call. 挂了号 hangs up nothing. */
const RINGS_OFF = /(?:^|[\s我先])挂了$/u;

it('[Q96] customers of a chat ring off nowhere, save who is on the phone with somebody else', () => {
  const found = templates
    .filter((file) => !file.endsWith('scam-call.yaml'))
    .flatMap((file) => {
      const { beats, endings } = parse(readFileSync(file, 'utf8')) as { beats: Node[]; endings: Record<string, Node> };
      const said = [...beats.flatMap(({ says, reacts }) => [says, isMap(reacts) ? reacts.resolved : undefined])];
      return [...said, ...Object.values(endings).map(({ says }) => says)]
        .flatMap((node) => linesIn(node))
        .filter(({ line }) => line.split(/ ⏎ /u).some((bubble) => RINGS_OFF.test(bubble)))
        .map(({ line }) => [file, line]);
    });
  expect(found).toEqual([]);
});

it.each([
  ['行 那我拍了', true],
  ['那就好 我去下单', true],
  ['好 我现在拍', true],
  ['好的呀 ⏎ 我去付', true],
  ['好 到家就付', false],
  ['行 那我早点拍', false],
  ['好险 ⏎ 我差点就付了', false],
  ['行 那我想想', false],
])('[J224] %s: says that they order now: %s', (line, isSaid) => {
  expect(ordersIn(line) !== undefined).toBe(isSaid);
});
