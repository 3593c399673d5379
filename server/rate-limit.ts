/**
 * Limits per address and minute, for each route by itself. Many residents share an address: a library, a shelter, a
 * phone company's gateway. So they hold off a flood, not a crowd: an interview in six minutes is some 25 requests to a
 * route, so that well over a hundred people answer at once from one address. Loopback is exempt unless a proxy is
 * trusted (app.ts).
 */
export const generous = { config: { rateLimit: { max: 600, timeWindow: '1 minute' } } }
