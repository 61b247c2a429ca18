/** A point of a curve of losses: how likely it is to lose more. Losses ascend. */
export interface LossPoint {
  loss: number;
  probability: number;
}

/** The losses at the edges of a plot with a logarithmic axis; both above 0. */
export interface LossFrame {
  least: number;
  most: number;
}

/** The widest a plot gets: four decades, so that what matters is not squeezed by years that cost next to nothing. */
const DECADES = 4;

/** The frame that holds curves; null when none has a loss above 0. */
export function lossFrame(curves: readonly (readonly LossPoint[])[]): LossFrame | null {
  const losses = curves.flatMap((curve) => curve.map(({ loss }) => loss)).filter((loss) => loss > 0);
  if (losses.length === 0) return null;
  const most = Math.max(...losses);
  const least = Math.max(Math.min(...losses), most / 10 ** DECADES);
  return least < most ? { least, most } : { least: most / 10, most: most * 10 };
}

/** Where a loss stands on the axis, 0–100; what is cheaper than the frame stands at its edge. */
export function lossToX({ least, most }: LossFrame, loss: number): number {
  if (loss <= least) return 0;
  return Math.min(100, (100 * Math.log(loss / least)) / Math.log(most / least));
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** The line of a curve, 100 by 100, the probability upwards; it begins at the left edge. */
export function lossLine(frame: LossFrame, curve: readonly LossPoint[]): string {
  const first = curve[0];
  if (first === undefined) return "";
  const points = [{ x: 0, y: 100 * (1 - first.probability) }].concat(
    curve.map(({ loss, probability }) => ({ x: lossToX(frame, loss), y: 100 * (1 - probability) })),
  );
  return points.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${round(x)} ${round(y)}`).join("");
}

/** The ground under that line. */
export const lossArea = (frame: LossFrame, curve: readonly LossPoint[]): string => {
  const line = lossLine(frame, curve);
  const last = curve.at(-1);
  return line === "" || last === undefined ? "" : `${line}L${round(lossToX(frame, last.loss))} 100L0 100Z`;
};

/** Round losses for the axis: 1, 2 and 5 of each decade, thinned to at most `most`. */
export function lossTicks(frame: LossFrame, most = 6): number[] {
  for (const steps of [[1, 2, 5], [1, 3], [1]]) {
    const ticks: number[] = [];
    const last = Math.ceil(Math.log10(frame.most));
    for (let decade = Math.floor(Math.log10(frame.least)); decade <= last; decade += 1) {
      for (const step of steps) {
        const loss = step * 10 ** decade;
        if (loss >= frame.least && loss <= frame.most) ticks.push(loss);
      }
    }
    if (ticks.length <= most) return ticks;
  }
  return [];
}
