import { canada } from "@/lib/reference/map/canada-2026-11-25";
import { kilometresBetween, project, type Point } from "@/lib/reference/map/projection";

/** The outline is drawn coarsely: nearer than this to one of its lines, nobody can tell the side. */
const unsure = 30;

/** Where a point is, as far as the outline tells: well inside one, near some, or near none. */
export type Place =
  | { readonly kind: "in"; readonly province: string }
  | { readonly kind: "near"; readonly provinces: readonly string[] }
  | { readonly kind: "outside" };

const rings = Object.entries(canada).flatMap(([province, drawn]) =>
  drawn.map((ring) => ({
    province,
    corners: ring.split(" ").map((pair) => pair.split(",").map(Number) as unknown as Point),
  })),
);

/** The province or territory of a point. Degrees, north and east positive. */
export function placeOf(latitude: number, longitude: number): Place {
  const point = project(latitude, longitude);
  const around = rings.find(({ corners }) => isInside(point, corners))?.province;
  const close = rings.filter(({ corners }) => distanceTo(point, corners) < unsure);
  const provinces = [...new Set(close.map(({ province }) => province))].sort();
  if (around && provinces.every((province) => province === around)) {
    return { kind: "in", province: around };
  }
  return provinces.length > 0 ? { kind: "near", provinces } : { kind: "outside" };
}

function sides(corners: readonly Point[]): (readonly [Point, Point])[] {
  return corners.map((corner, i) => [corner, corners[(i + 1) % corners.length] ?? corner]);
}

/** A line from the point to the right crosses the ring's sides an odd number of times. */
function isInside([x, y]: Point, corners: readonly Point[]): boolean {
  const crossed = sides(corners).filter(
    ([[ax, ay], [bx, by]]) => ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax),
  );
  return crossed.length % 2 === 1;
}

function distanceTo(point: Point, corners: readonly Point[]): number {
  const [x, y] = point;
  const distances = sides(corners).map(([[ax, ay], [bx, by]]) => {
    const [dx, dy] = [bx - ax, by - ay];
    const along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1);
    const t = Math.min(1, Math.max(0, along));
    return kilometresBetween(point, [ax + t * dx, ay + t * dy]);
  });
  return Math.min(...distances);
}
