/** A zod issue → path and a Chinese sentence with what to do. */
import type { core } from 'zod';
import type { Path } from './diagnostics.ts';
import { explained } from './explained.ts';

export type Explained = { path: Path; message: string };

const TYPES: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表 [ ]',
  tuple: '列表 [ ]',
  object: '映射（键: 值）',
  record: '映射（键: 值）',
};

/** One issue may hold several (unknown keys, the branches of a union). */
export function explainIssue(issue: core.$ZodIssue, above: Path = []): Explained[] {
  const path = [...above, ...issue.path.filter((step) => typeof step !== 'symbol')];
  const say = (message: string) => [{ path, message }];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        message: `不认识的键 ${key}：改成 SCENARIO 里有的键，或删掉`,
      }));
    case 'invalid_union':
      return explainUnion(issue, path);
    case 'invalid_type':
      if (issue.input === undefined && issue.message.includes('undefined'))
        return say(`缺 ${String(path.at(-1) ?? '内容')}：补上${TYPES[issue.expected] ?? issue.expected}`);
      return say(`这里要写${TYPES[issue.expected] ?? issue.expected}`);
    case 'invalid_value':
      return say(`只能是 ${issue.values.map(String).join(' · ')}`);
    case 'too_small':
      return say(`太少或太小：至少 ${issue.minimum}`);
    case 'too_big':
      return say(`太多或太大：至多 ${issue.maximum}`);
    case 'invalid_key':
      return say(`键 ${String(path.at(-1))} 不合规矩：${explained(issue.issues[0]?.message ?? 'schema:fault.id')}`);
    default:
      return say(explained(issue.message));
  }
}

/** The branch the author meant is the one that got furthest in; if none got in, the place itself is wrong. */
function explainUnion(issue: core.$ZodIssueInvalidUnion, path: Path): Explained[] {
  const branches = issue.errors.filter((issues) => issues.every((inner) => inner.path.length > 0 || isInside(inner)));
  const meant = branches.toSorted((a, b) => depth(b) - depth(a))[0];
  if (!meant) return [{ path, message: '写法不对：看 SCENARIO 里这个键可以写成什么样' }];
  return meant.flatMap((inner) => explainIssue(inner, path));
}

function isInside(issue: core.$ZodIssue): boolean {
  return issue.code === 'unrecognized_keys' || issue.code === 'custom';
}

function depth(issues: readonly core.$ZodIssue[]): number {
  return Math.max(...issues.map((issue) => issue.path.length));
}
