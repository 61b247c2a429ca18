import { choiceOf, type ExposureQuery, exposurePage, servicesPage } from "@/components/addresses/pages";
import { STANDINGS, type Standing } from "@/lib/domain/vocabulary";
import { gapsOf } from "../exposure-query";

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
  const { service } = query;
  const services = (standing: readonly Standing[]) => servicesPage.href({ ...choiceOf(query), standing });
  return {
    "known now": gapsOf(query, { kind: "known", when: "now" }),
    "unknown now": gapsOf(query, { kind: "unknown", when: "now" }),
    "known atLaunch": gapsOf(query, { kind: "known", when: "atLaunch" }),
    "unknown atLaunch": gapsOf(query, { kind: "unknown", when: "atLaunch" }),
    badYear: exposurePage.href(query, {}, "#curve"),
    ...(service !== "" ? { score: `/services/${service}` } : { score: services(query.standing) }),
    ...(service !== ""
      ? {}
      : Object.fromEntries(STANDINGS.map((standing) => [`standing ${standing}`, services([standing])]))),
  };
}
