/** Beyond these a weighting is worth a word (statistics.md, sections 5 and 6). Shares from 0 to 1, and design effects. */
export const concernLimits = {
  missing: 0.1,
  trimmedRows: 0.02,
  trimmedWeight: 0.05,
  designEffect: 2,
  areaDesignEffect: 2.5,
}
