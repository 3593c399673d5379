/** Keys for tests: worth nothing anywhere else. */
export const testKeys = {
  PII_KEY: Buffer.alloc(32, 1).toString('base64'),
  SESSION_KEY: Buffer.alloc(32, 2).toString('base64'),
}
