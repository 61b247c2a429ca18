import { openness } from "./exposure";
import type { AlikeGaps } from "./gap-table";
import { type Summary, standing, summarise } from "./standing";
import type { Standing } from "./vocabulary";

/** A service as a supposition sees it; by place, as gaps refer to it. */
export interface SupposedService {
  score: number | null;
  standing: Standing;
  /** Questions that count, and those with a verdict (S1, S7). */
  counting: number;
  answered: number;
  /** Of the questions that count, together (S3). */
  weight: number;
  /** It is not retired (S8). */
  counts: boolean;
}

/** A gap that is supposed to be closed: of the service at a place, or of every service that has the question open. */
export interface Closing {
  question: string;
  place: number | null;
}

/** Where a service stands. */
export interface Stands {
  score: number | null;
  standing: Standing;
}

/** What would be true if some gaps were closed. */
export interface Supposition {
  /** The gaps that are meant, and those that stay. */
  closed: AlikeGaps[];
  left: AlikeGaps[];
  /** Days of work on the closed ones. */
  effortDays: number;
  before: Summary;
  after: Summary;
  /** The services whose score or standing would be another, by place. */
  changed: { place: number; before: Stands; after: Stands }[];
  /** How many of what was to be closed is no gap of anybody. */
  ignored: number;
}

/**
 * Supposes that some gaps were answered with yes: what stays open, and how scores and standings move (S3, S7, S8).
 * @param services by place, the first has place 1
 * @param gaps all of theirs
 */
export function suppose(
  services: readonly SupposedService[],
  gaps: readonly AlikeGaps[],
  close: readonly Closing[],
): Supposition {
  const wanted = byQuestion(close);
  const [closed, left]: [AlikeGaps[], AlikeGaps[]] = [[], []];
  for (const gap of gaps) {
    const which = wanted.get(gap.question);
    const all = which?.has(null) ?? false;
    const meant = which ? (all ? gap.places : gap.places.filter((place) => which.has(place))) : [];
    if (meant.length > 0) closed.push({ ...gap, places: meant });
    if (meant.length === gap.places.length) continue;
    const stays = meant.length === 0 ? gap.places : gap.places.filter((place) => !which?.has(place));
    left.push({ ...gap, places: stays });
  }
  const after = standAfter(services, closed, left);
  const changed = services.flatMap(({ score, standing }, index) => {
    const then = after[index];
    if (!then || (then.score === score && then.standing === standing)) return [];
    return [{ place: index + 1, before: { score, standing }, after: then }];
  });
  return {
    closed,
    left,
    effortDays: closed.reduce((sum, gap) => sum + gap.effortDays * gap.places.length, 0),
    before: summaryOf(services, services),
    after: summaryOf(services, after),
    changed,
    ignored: notOpen(close, closed),
  };
}

function byQuestion(close: readonly Closing[]): Map<string, Set<number | null>> {
  const wanted = new Map<string, Set<number | null>>();
  for (const { question, place } of close) {
    const places = wanted.get(question);
    if (places) places.add(place);
    else wanted.set(question, new Set([place]));
  }
  return wanted;
}

/** Where every service would stand; only those with a closed gap are worked out. */
function standAfter(
  services: readonly SupposedService[],
  closed: readonly AlikeGaps[],
  left: readonly AlikeGaps[],
): Stands[] {
  const moved = new Map<number, { open: number; gaps: number; accepted: number; answered: number }>();
  for (const { places, verdict } of closed) {
    for (const place of places) {
      const counts = moved.get(place) ?? { open: 0, gaps: 0, accepted: 0, answered: 0 };
      if (verdict === "unanswered") counts.answered += 1;
      moved.set(place, counts);
    }
  }
  for (const { places, weight, verdict, accepted } of left) {
    const open = weight * openness(verdict) * 2;
    for (const place of places) {
      const counts = moved.get(place);
      if (!counts) continue;
      counts.open += open;
      counts.gaps += 1;
      if (accepted) counts.accepted += 1;
    }
  }
  return services.map((service, index): Stands => {
    const counts = moved.get(index + 1);
    if (!counts) return { score: service.score, standing: service.standing };
    const { open, gaps, accepted } = counts;
    const answered = service.answered + counts.answered;
    return {
      // In halves, so that sums stay whole: 100 only when nothing is open (S3). Without a weight nobody can say.
      score:
        service.weight > 0
          ? Math.floor((100 * (2 * service.weight - open)) / (2 * service.weight))
          : service.score,
      standing: standing({ counting: service.counting, answered, gaps, accepted }),
    };
  });
}

const summaryOf = (services: readonly SupposedService[], stand: readonly Stands[]): Summary =>
  summarise(
    services.flatMap(({ counts }, index) => {
      const { score, standing } = stand[index] ?? { score: null, standing: "unassessed" };
      return counts ? [{ standing, count: 1, score: score ?? 0 }] : [];
    }),
  );

function notOpen(close: readonly Closing[], closed: readonly AlikeGaps[]): number {
  const open = new Map<string, Set<number>>();
  for (const { question, places } of closed) {
    const all = open.get(question) ?? new Set<number>();
    for (const place of places) all.add(place);
    open.set(question, all);
  }
  return close.filter(({ question, place }) => {
    const places = open.get(question);
    return !places || (place !== null && !places.has(place));
  }).length;
}
