/** The real clock until `fromMs`, `speed` times as fast from then on: every process that is told the same reads the same. */
export function fastClock(fromMs: number, speed: number): () => number {
  return () => Math.round(fromMs + (Date.now() - fromMs) * speed)
}
