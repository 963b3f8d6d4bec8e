/** Every HTTP path the client asks for, in one place. */
export const endpoints = {
  scenarios: '/api/scenarios',
  shop: (id: string) => `/api/shops/${encodeURIComponent(id)}`,
  startCard: (scenarios: readonly string[]) =>
    `/api/start-card?scenarios=${scenarios.map(encodeURIComponent).join(',')}`,
  drills: '/api/drills',
  drill: (id: string) => `/api/drills/${encodeURIComponent(id)}`,
  report: (id: string) => `/api/drills/${encodeURIComponent(id)}/report`,
} as const;
