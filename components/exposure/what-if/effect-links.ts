import { addressOf, choiceSearch } from "@/components/addresses/choice-query";
import { STANDINGS, type Standing } from "@/lib/domain/vocabulary";
import { type ExposureQuery, exposureHref, gapsOf } from "../exposure-query";

/** Which figure of a supposition, before anything is closed. */
export type FigureOf =
  | `${"known" | "unknown"} ${"now" | "atLaunch"}`
  | "badYear"
  | "score"
  | `standing ${Standing}`;

/** Where the figures lead: gaps, the curve, the services of a standing. What no list is made of, has none. */
export type EffectLinks = Partial<Record<FigureOf, string>>;

/** What the figures before are made of, of the same services. */
export function effectLinks(query: ExposureQuery): EffectLinks {
  const { service, asOf: _, when: __, close: ___, ...choice } = query;
  const services = (standing: readonly Standing[]) =>
    addressOf("/services", choiceSearch({ ...choice, standing }));
  return {
    "known now": gapsOf(query, { kind: "known", when: "now" }),
    "unknown now": gapsOf(query, { kind: "unknown", when: "now" }),
    "known atLaunch": gapsOf(query, { kind: "known", when: "atLaunch" }),
    "unknown atLaunch": gapsOf(query, { kind: "unknown", when: "atLaunch" }),
    badYear: exposureHref(query, {}, "#curve"),
    ...(service !== "" ? { score: `/services/${service}` } : { score: services(query.standing) }),
    ...(service !== ""
      ? {}
      : Object.fromEntries(STANDINGS.map((standing) => [`standing ${standing}`, services([standing])]))),
  };
}
