/** A place in the drawing: x to the right, y down, in the units of `frame`. */
export type Point = readonly [x: number, y: number];

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const phi = (north: number) => Math.log(Math.tan(Math.PI / 4 + radians(north) / 2));

// The parallels and the meridian of the maps of Statistics Canada.
const [south, north] = [49, 77];
const meridian = -91.866_667;
const cone =
  Math.log(Math.cos(radians(south)) / Math.cos(radians(north))) / (phi(north) - phi(south));
const base = (Math.cos(radians(south)) * Math.exp(cone * phi(south))) / cone;
/** The distance from the tip of the cone; the nearer to the pole, the shorter. */
const reach = (latitude: number) => base * Math.exp(-cone * phi(latitude));

/** How large the drawing is, and where it lies: one unit is about six kilometres. */
export const frame = { width: 900, height: 772 } as const;
const kilometres = 6;
const scale = 6371 / kilometres;
const middle = [424, 380] as const;

/**
 * Where a point of the earth is in the drawing: Lambert's conformal cone, which keeps shapes, on a
 * sphere. Degrees, north and east positive.
 */
export function project(latitude: number, longitude: number): Point {
  const turn = cone * radians(longitude - meridian);
  const far = reach(latitude) * scale;
  return [
    middle[0] + far * Math.sin(turn),
    middle[1] + far * Math.cos(turn) - reach(63.390_675) * scale,
  ].map(tidy) as unknown as Point;
}

const tidy = (value: number) => Math.round(value * 10) / 10;

/** Kilometres between two points of the drawing, nearly: the cone stretches by a few hundredths. */
export const kilometresBetween = ([x, y]: Point, [u, v]: Point) =>
  Math.hypot(x - u, y - v) * kilometres;
