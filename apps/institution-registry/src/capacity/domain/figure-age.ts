const NEVER = Number.NEGATIVE_INFINITY;

/**
 * Until when the figures of use are known to be whole, and how old that makes them. A copy that has read everything is as
 * of now, whenever the last use changed; one that is behind is only as good as its last event,
 * `usedAt` in milliseconds since 1970. Source: architecture §4.
 */
export function figureAge(
  known: { readonly wholeAt: Date | undefined; readonly usedAt: number | null },
  now: Date,
): { readonly asOf: Date | null; readonly ageSeconds: number | null } {
  const newest = Math.max(known.wholeAt?.getTime() ?? NEVER, known.usedAt ?? NEVER);
  if (newest === NEVER) return { asOf: null, ageSeconds: null };
  const asOf = new Date(newest);
  return { asOf, ageSeconds: Math.max(0, Math.round((now.getTime() - asOf.getTime()) / 1000)) };
}

/** Young enough to be listed as current; the oldest allowed age counts as young. Source: REG-47. */
export function isFresh(ageSeconds: number | null, maxAgeHours: number): boolean {
  return ageSeconds !== null && ageSeconds <= maxAgeHours * 3600;
}
