/** WGS 84, in degrees. */
export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

const MEAN_RADIUS_KM = 6371.009;

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Distance as the crow flies on the mean sphere; within half a percent of the ellipsoid. */
export function kilometresBetween(a: Place, b: Place): number {
  const [north, east] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)];
  const chord =
    Math.sin(north / 2) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(east / 2) ** 2;
  return 2 * MEAN_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}
