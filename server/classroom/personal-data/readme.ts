/** What lies in the zip of a person's data, in words for whoever opens it. */
import { say } from '#i18n/say.ts';

/** With Windows' line ends: its editor of older machines shows no others. */
export const readmeOf = (day: string, drills: number, withheld: number, isByAdmin: boolean): string => {
  const lines = [
    say('data:file.title', { day }),
    '',
    say('data:file.what'),
    ...FILES.map((file) => say(`data:file.of.${file}`)),
    '',
    say('data:file.times'),
    say('data:file.count', { n: drills }),
    ...(withheld > 0 ? [say('data:file.withheld', { n: withheld })] : []),
    ...(isByAdmin ? [say('data:file.private')] : []),
    say('data:file.rights'),
  ];
  return `\uFEFF${lines.join('\r\n')}\r\n`;
};

const FILES = [
  'profile',
  'memberships',
  'seats',
  'papers',
  'exams',
  'privateExams',
  'markings',
  'handed-in',
  'drills',
  'log',
  'report',
  'discussion',
  'portfolio',
  'sign-ins',
  'sessions',
  'devices',
  'certificates',
  'evaluations',
  'term-entries',
  'published-sheets',
  'teams',
  'leaves',
  'attendance',
  'handover',
  'sides',
  'recommendations',
  'rankings',
  'mentorships',
  'serviceTables',
  'contests',
  'booklets',
  'rolePlays',
  'puzzles',
  'personalReplies',
] as const;
