/**
 * Limits per address and minute. Many residents share one: a library, a shelter, a phone company's gateway. So they are
 * set to hold off a flood, not a crowd: an interview page by page is about 25 requests in 6 minutes, so that some 140
 * people answer at once from one address. Loopback is exempt unless a proxy is trusted (app.ts).
 */
export const generous = { config: { rateLimit: { max: 600, timeWindow: '1 minute' } } }

/** Nobody types personal links in by hand: what asks for many of them is guessing. */
export const strict = { config: { rateLimit: { max: 60, timeWindow: '1 minute' } } }
