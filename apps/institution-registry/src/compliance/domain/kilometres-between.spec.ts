import { kilometresBetween } from './kilometres-between.js';

const place = (latitude: number, longitude: number) => ({ latitude, longitude });

describe('distance', () => {
  it.each([
    [place(0, 0), place(1, 0), 111.2],
    [place(60, 10), place(60, 11), 55.6],
    [place(29.84, 114.32), place(30.59, 114.31), 83.4],
    [place(0, 179.5), place(0, -179.5), 111.2],
    [place(0, 0), place(0, 180), 20015.1],
    [place(31.2, 121.5), place(31.2, 121.5), 0],
  ])('from %j to %j is %d km', (a, b, km) => {
    expect(kilometresBetween(a, b)).toBeCloseTo(km, 1);
    expect(kilometresBetween(b, a)).toBeCloseTo(km, 1);
  });
});
