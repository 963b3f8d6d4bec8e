/** Every HTTP path the client asks for, in one place. */
export const endpoints = {
  scenarios: '/api/scenarios',
  shop: (id: string) => `/api/shops/${encodeURIComponent(id)}`,
  selfTest: (id: string, seed: number) => `/api/shops/${encodeURIComponent(id)}/self-test?seed=${seed}`,
  /** `seat`: as its run was planned. */
  startCard: (scenarios: readonly string[], seat: string | null = null) =>
    `/api/start-card?scenarios=${scenarios.map(encodeURIComponent).join(',')}${seat === null ? '' : `&seat=${encodeURIComponent(seat)}`}`,
  drills: '/api/drills',
  analysis: '/api/analysis',
  drill: (id: string) => `/api/drills/${encodeURIComponent(id)}`,
  drillShop: (id: string, shop: string) => `/api/drills/${encodeURIComponent(id)}/shops/${encodeURIComponent(shop)}`,
  report: (id: string) => `/api/drills/${encodeURIComponent(id)}/report`,
  portfolio: '/api/portfolio',
  portfolioFile: '/api/portfolio.xlsx',
  claim: '/api/portfolio/claim',
  today: '/api/today',
  portfolioOf: (person: string) => `/api/people/${encodeURIComponent(person)}/portfolio`,
  rescored: (id: string) => `/api/drills/${encodeURIComponent(id)}/report?rubric=current`,
  reportFile: (id: string, ending: 'docx' | 'json') => `/api/drills/${encodeURIComponent(id)}/report.${ending}`,
  replay: (id: string) => `/api/drills/${encodeURIComponent(id)}/replay`,

  me: '/api/me',
  setUp: '/api/set-up',
  session: '/api/session',
  endSession: '/api/session/end',
  password: '/api/me/password',
  schools: '/api/schools',
  people: '/api/people',
  person: (id: string) => `/api/people/${encodeURIComponent(id)}`,
  classes: '/api/classes',
  schoolClass: (id: string) => `/api/classes/${encodeURIComponent(id)}`,
  roster: (id: string) => `/api/classes/${encodeURIComponent(id)}/roster`,
  rosterPreview: (id: string) => `/api/classes/${encodeURIComponent(id)}/roster/preview`,
  member: (id: string, person: string) =>
    `/api/classes/${encodeURIComponent(id)}/members/${encodeURIComponent(person)}`,
  memberAccount: (id: string, person: string) =>
    `/api/classes/${encodeURIComponent(id)}/members/${encodeURIComponent(person)}/account`,
  schoolReplies: '/api/school-replies',
  schoolRepliesOf: (shop: string) => `/api/school-replies/${encodeURIComponent(shop)}`,
  /** preview, remove, template.xlsx, template.csv, versions/:version, versions/:version/restore */
  ofSchoolReplies: (shop: string, what: string) => `/api/school-replies/${encodeURIComponent(shop)}/${what}`,
  authored: '/api/authored',
  checkCase: '/api/authored/check',
  authoredCase: (id: string) => `/api/authored/${encodeURIComponent(id)}`,
  ofAuthored: (id: string, what: 'versions' | 'publish' | 'withdraw' | 'try') =>
    `/api/authored/${encodeURIComponent(id)}/${what}`,
  authoredDiff: (id: string, from: string, to: string) =>
    `/api/authored/${encodeURIComponent(id)}/diff?from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`,
  authoredFile: (id: string, version: string, part: 'case' | 'testplan') =>
    `/api/authored/${encodeURIComponent(id)}/file?version=${encodeURIComponent(version)}&part=${part}`,
  guide: '/guide/writing-a-case',
  templates: '/api/templates',
  removeTemplate: (id: string) => `/api/templates/${encodeURIComponent(id)}/remove`,
  incidents: '/api/incidents',
  reachability: '/api/reachability',
  runs: '/api/runs',
  run: (id: string) => `/api/runs/${encodeURIComponent(id)}`,
  /** stage, freeze, extend, lock, code, say, inject, marks, redo, redo/close, end, publish, results, rulings, harvest, debrief … */
  ofRun: (id: string, what: string) => `/api/runs/${encodeURIComponent(id)}/${what}`,
  ofSeat: (id: string, what: 'approve' | 'refuse' | 'release' | 'again' | 'analysis') =>
    `/api/seats/${encodeURIComponent(id)}/${what}`,
  seat: (id: string) => `/api/seats/${encodeURIComponent(id)}`,
  join: (code: string) => `/api/join/${encodeURIComponent(code)}`,
  rulings: (drill: string) => `/api/drills/${encodeURIComponent(drill)}/rulings`,
  redos: (drill: string) => `/api/drills/${encodeURIComponent(drill)}/redos`,
  tries: (drill: string) => `/api/drills/${encodeURIComponent(drill)}/tries`,
  discussion: (drill: string) => `/api/drills/${encodeURIComponent(drill)}/discussion`,
  /** comments, comments/:id/edit, comments/:id/delete, appeals, appeals/:id/withdraw, appeals/:id/settle: parts encoded. */
  ofDiscussion: (drill: string, what: string) => `/api/drills/${encodeURIComponent(drill)}/${what}`,
  proposals: (drill: string) => `/api/drills/${encodeURIComponent(drill)}/proposals`,
  undoRuling: (drill: string, ruling: string) =>
    `/api/drills/${encodeURIComponent(drill)}/rulings/${encodeURIComponent(ruling)}/undo`,
} as const;
